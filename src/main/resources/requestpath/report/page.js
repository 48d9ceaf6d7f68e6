"use strict";
// Sorting, filters, charts and forms. The tables and pictures do not need them. location.hash keeps the choices.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  const groups = new Map(data.groups.map((group) => [group.id, group]));
  const byId = (id) => document.getElementById(id);

  /** An element with attributes and children; texts stay texts. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
    }
    made.append(...children);
    return made;
  };

  /** Four digits, whole numbers with commas. */
  const plain = (value) => {
    if (value === undefined || value === null) return "–";
    if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
    return String(Number(value.toPrecision(4)));
  };

  const percent = (share) => {
    const digits = share < 0.1 ? 2 : 3;
    return `${Number((share * 100).toPrecision(digits)).toLocaleString("en-US", { maximumSignificantDigits: digits })}%`;
  };

  // The address: what is chosen, the rate, the work.
  const state = new URLSearchParams();
  const readState = () => {
    for (const key of [...state.keys()]) state.delete(key);
    const hash = location.hash.slice(1);
    if (hash.includes("=")) for (const [key, value] of new URLSearchParams(hash)) state.set(key, value);
  };
  const writeState = () => history.replaceState(null, "", `#${state}`);
  const remember = (key, value) => {
    if (value) state.set(key, value);
    else state.delete(key);
    writeState();
  };

  // Light and dark: as the system says unless the reader says otherwise.
  const themeButton = byId("theme");
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const charts = new Set();
  const showTheme = () => {
    themeButton.textContent = isDark() ? "Light" : "Dark";
    for (const draw of charts) draw();
  };
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  systemDark.addEventListener("change", showTheme);

  const colour = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  // Okabe and Ito's colours; with the symbols they stay apart without any colour.
  const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8c8c8c"];
  const SYMBOLS = ["circle", "rect", "triangle", "diamond", "emptyCircle", "emptyRect", "emptyTriangle"];

  /** Draws a chart now or when it comes into view, and again when the theme or the width changes. */
  const chart = (place, options, lazy = true) => {
    if (typeof echarts === "undefined") {
      // A page without the chart library: the tables hold the same.
      place.hidden = true;
      return () => {};
    }
    let instance = null;
    const draw = () => {
      if (instance === null) return;
      instance.setOption(
        {
          animation: false,
          textStyle: { color: colour("ink"), fontFamily: "system-ui, sans-serif" },
          ...options(place.clientWidth < 520),
        },
        true,
      );
    };
    const start = () => {
      if (instance !== null) return;
      instance = echarts.init(place, null, { renderer: "svg" });
      draw();
      charts.add(draw);
      new ResizeObserver(() => {
        instance.resize();
        draw();
      }).observe(place);
    };
    if (lazy) {
      new IntersectionObserver((entries, observer) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          observer.disconnect();
          start();
        }
      }, { rootMargin: "300px" }).observe(place);
    } else {
      start();
    }
    return draw;
  };

  const axis = (name, type, extra = {}) => ({
    name,
    type,
    nameLocation: "middle",
    nameGap: 32,
    nameTextStyle: { color: colour("dim") },
    axisLabel: { color: colour("dim"), formatter: (value) => plain(value), hideOverlap: true },
    axisLine: { lineStyle: { color: colour("dim") } },
    splitLine: { lineStyle: { color: colour("line") } },
    minorSplitLine: { show: false },
    ...extra,
  });

  const tooltip = (formatter) => ({
    backgroundColor: colour("paper"),
    borderColor: colour("line"),
    textStyle: { color: colour("ink") },
    confine: true,
    formatter,
  });

  // Tables: sort by any column, filter by any text, open what is behind a row.
  const sortBy = (table, column, isNumber, direction) => {
    const bodies = [...table.tBodies];
    const key = (body) => {
      const cell = body.rows[0].cells[column];
      const value = cell.dataset.sort ?? "";
      return isNumber ? (value === "" ? NaN : Number(value)) : value.toLowerCase();
    };
    bodies.sort((left, right) => {
      const a = key(left);
      const b = key(right);
      if (isNumber) {
        if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
        if (Number.isNaN(b)) return -1;
        return (a - b) * direction;
      }
      if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
      return a.localeCompare(b) * direction;
    });
    table.append(...bodies);
  };

  for (const table of document.querySelectorAll("table[data-group]")) {
    const headings = [...table.tHead.rows[0].cells];
    headings.forEach((heading, column) => {
      const isNumber = "number" in heading.dataset;
      const button = element("button", { type: "button" });
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
        for (const other of headings) other.removeAttribute("aria-sort");
        heading.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
        sortBy(table, column, isNumber, direction);
      });
      if (!isNumber && column > 0) {
        for (const body of table.tBodies) body.rows[0].cells[column].classList.add("word");
      }
    });
    for (const body of table.tBodies) {
      const behind = body.rows[1];
      const details = behind.querySelector("details");
      const name = body.querySelector(".name");
      const button = element("button", { type: "button", "aria-expanded": "false" }, name.textContent);
      name.replaceChildren(button);
      button.addEventListener("click", () => {
        const isOpen = behind.classList.toggle("open");
        details.open = isOpen;
        button.setAttribute("aria-expanded", String(isOpen));
        if (isOpen) showTrace(behind, groups.get(table.dataset.group), Number(body.dataset.row));
      });
    }
  }

  for (const input of document.querySelectorAll("input[data-filter]")) {
    const table = document.querySelector(`table[data-group="${input.dataset.filter}"]`);
    const output = input.closest("p").querySelector("output");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const body of table.tBodies) {
        const text = body.rows[0].textContent.toLowerCase();
        const matches = words.every((word) => text.includes(word));
        body.hidden = !matches;
        shown += matches ? 1 : 0;
      }
      output.textContent = words.length ? `${shown} of ${table.tBodies.length}` : "";
    });
  }

  /** The iterations of a row's forks, one line a fork, those of the warm-up first. */
  function showTrace(behind, group, index) {
    const place = behind.querySelector(".trace");
    const { traces: all, warmUp } = group.rows[index];
    const traces = all.filter((trace) => trace.length > 1);
    const what = warmUp > 0 ? "iteration" : "measured iteration";
    if (traces.length === 0 || !place.hidden) return;
    place.hidden = false;
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", `Iterations of ${traces.length} forks, ${warmUp} of each warming up, of ${group.rows[index].name}, in ${group.unit}`);
    chart(place, () => ({
      color: PALETTE,
      grid: { left: 64, right: 16, top: 16, bottom: 44 },
      xAxis: axis(data.step > 1 ? `${what}, every ${data.step}. shown` : what, "value", { min: 1, minInterval: 1, max: Math.max(...traces.map((trace) => (trace.length - 1) * data.step + 1)) }),
      yAxis: axis(group.unit, "value", { scale: true, nameGap: 48 }),
      series: traces.map((trace, fork) => ({
        type: "line",
        name: `fork ${fork + 1}`,
        symbolSize: 4,
        lineStyle: { width: 1.3 },
        data: trace.map((value, i) => [i * data.step + 1, value]),
        markLine: warmUp > 0 && fork === 0
          ? { silent: true, symbol: "none", data: [{ xAxis: warmUp + 0.5 }], lineStyle: { color: colour("dim") }, label: { formatter: "measured from here", color: colour("dim") } }
          : undefined,
      })),
      tooltip: tooltip((point) => `${point.seriesName}, iteration ${point.value[0]}: ${plain(point.value[1])}`),
    }), false);
  }

  // Growth, on logarithmic axes.
  data.growths.forEach((growth, index) => {
    const place = byId(`growth-${index}`);
    place.parentElement.querySelector("details").open = typeof echarts === "undefined";
    chart(place, (isNarrow) => ({
      color: PALETTE,
      legend: { type: "scroll", top: 4, textStyle: { color: colour("ink") }, pageTextStyle: { color: colour("dim") } },
      grid: { left: 66, right: isNarrow ? 16 : 30, top: 44, bottom: 50 },
      xAxis: axis(growth.parameter, "log"),
      yAxis: axis(growth.unit, "log", { nameGap: 50 }),
      tooltip: tooltip((point) => `${echarts.format.encodeHTML(point.seriesName)}: ${plain(point.value[1])} ${echarts.format.encodeHTML(growth.unit)} at ${plain(point.value[0])}`),
      series: growth.series.map((line, i) => ({
        type: "line",
        name: line.name,
        symbol: SYMBOLS[(i + Math.floor(i / SYMBOLS.length)) % SYMBOLS.length],
        symbolSize: 8,
        lineStyle: { type: ["solid", "dashed", "dotted"][Math.floor(i / PALETTE.length) % 3] },
        data: line.points,
      })),
    }));
  });

  // On paper everything is open.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("#verdicts details, #environment details, .figures, .single")) details.open = true;
  });

  // The list of groups.
  const contents = byId("contents");
  contents?.querySelector("input").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    const items = [...contents.querySelectorAll("li")];
    items.forEach((item, i) => {
      const text = `${item.textContent} ${data.groups[i].rows.map((row) => row.name).join(" ")}`.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    });
    const shown = items.filter((item) => !item.hidden).length;
    contents.querySelector("output").textContent = words.length ? `${shown} of ${items.length}` : "";
  });

  // What follows is about libraries: choosing one, and what it costs at a rate of requests.
  if (byId("choose") === null) {
    showTheme();
    return;
  }

  // Choose: requirements, two criteria, and which variants beat which.
  // A library is the same in every group; a method's name means nothing outside its class, so its key has both.
  const rowsByKey = new Map();
  for (const group of data.groups) {
    for (const row of group.rows) rowsByKey.set(row.key, { ...rowsByKey.get(row.key), ...row });
  }
  const facts = [...rowsByKey.values()];
  const known = (key) => facts.some((row) => row[key] !== undefined);
  const MUSTS = [
    ["exact", "doubles exact (round trip)", (row) => row.exact === true],
    ["nulls", "nulls kept", (row) => row.nulls === true],
    ["records", "supports records", (row) => row.records === true],
    ["codegen", "no code generation at run time", (row) => row.codegen === false],
  ].filter(([key]) => known(key));
  const licences = [...new Set(facts.map((row) => row.licence).filter(Boolean))].sort();

  const musts = byId("musts");
  for (const [key, title] of MUSTS) {
    musts.append(element("label", {}, element("input", { type: "checkbox", name: key }), title));
  }
  if (licences.length > 0) {
    const select = element("select", { name: "licence" }, element("option", { value: "" }, "any"));
    for (const licence of licences) select.append(element("option", { value: licence }, licence));
    musts.append(element("label", {}, "licence", select));
  }
  if (known("size")) {
    musts.append(element("label", {}, "at most", element("input", { type: "number", name: "mb", min: "0", step: "any" }), "MB with dependencies"));
  }
  if (musts.childElementCount === 0) musts.append("No other facts are known about these variants.");

  /** Criteria: a key, a title, a value of a row, and how two rows compare: -1 better, 0 tied, 1 worse, NaN if not judged. */
  const things = new Map();
  const SIGNS = { "<": -1, "=": 0, ">": 1 };
  const single = (value) => (value === undefined ? null : value);
  for (const group of data.groups) {
    const index = new Map(group.rows.map((row, i) => [row.key, i]));
    const of = (row, key) => (index.has(row) ? single(group.rows[index.get(row)][key]) : null);
    const place = `${group.title} · ${group.platform}`;
    if (group.rows.length > 1) {
      const compare = (relations) => (left, right) => SIGNS[group.rows[index.get(left)][relations]?.[index.get(right)]] ?? NaN;
      things.set(`t-${group.id}`, {
        title: `${group.more ? "throughput" : "time"}: ${place}`,
        unit: group.unit,
        more: group.more,
        value: (row) => of(row, "value"),
        compare: compare("relations"),
        isExact: false,
      });
      if (group.rows.some((row) => row.allocation !== undefined)) {
        things.set(`m-${group.id}`, {
          title: `memory: ${place}`,
          unit: "B/op",
          value: (row) => of(row, "allocation"),
          compare: compare("allocations"),
          isExact: false,
        });
      }
    }
  }
  if (known("size")) {
    const size = (row) => single(rowsByKey.get(row).size);
    things.set("size", {
      title: "size: the library with its dependencies",
      unit: "MB",
      value: (row) => (size(row) === null ? null : size(row) / 1e6),
      compare: (left, right) => Math.sign(size(left) - size(right)),
      isExact: true,
    });
  }

  const form = byId("choice");
  for (const id of ["choose-x", "choose-y"]) {
    for (const [key, thing] of things) byId(id).append(element("option", { value: key }, thing.title));
  }

  /** Whether a row beats another: better in one thing, and better or exactly equal in the other. */
  const beats = (left, right, x, y) => {
    const a = x.compare(left, right);
    const b = y.compare(left, right);
    return (a < 0 && (b < 0 || (b === 0 && y.isExact))) || (b < 0 && (a < 0 || (a === 0 && x.isExact)));
  };

  const defaults = () => {
    const keys = [...things.keys()];
    const first = keys.find((key) => key.startsWith("t-")) ?? keys[0];
    const decode = keys.find((key) => key.startsWith("t-") && key !== first && /decode/i.test(things.get(key).title));
    return [first, decode ?? keys.find((key) => key.startsWith("m-")) ?? keys.find((key) => key !== first) ?? first];
  };

  const evaluate = () => {
    const x = things.get(form.elements.x.value);
    const y = things.get(form.elements.y.value);
    const measured = [...rowsByKey.keys()].filter((row) => x.value(row) !== null && y.value(row) !== null);
    const nameOf = (row) => rowsByKey.get(row).name;
    const failing = (row) => {
      const reasons = MUSTS.filter(([key, , holds]) => form.elements[key].checked && !holds(row)).map(([key, title]) => (row[key] === undefined ? `not known: ${title}` : `not: ${title}`));
      const licence = form.elements.licence?.value;
      if (licence && row.licence !== licence) reasons.push(`licence ${row.licence ?? "unknown"}`);
      const most = form.elements.mb?.value;
      if (most && !(row.size <= Number(most) * 1e6)) reasons.push(row.size === undefined ? "size unknown" : `${plain(row.size / 1e6)} MB`);
      return reasons;
    };
    const left = measured.filter((row) => failing(rowsByKey.get(row)).length === 0);
    return {
      x,
      y,
      rows: measured.map((row) => {
        const reasons = failing(rowsByKey.get(row));
        const others = reasons.length ? [] : left.filter((other) => other !== row);
        const beaters = others.filter((other) => beats(other, row, x, y));
        const asked = beaters.length ? [] : others;
        const ties = asked.filter((other) => x.compare(other, row) === 0 && y.compare(other, row) === 0);
        const unknown = asked.filter((other) => Number.isNaN(x.compare(other, row)) || Number.isNaN(y.compare(other, row)));
        return {
          key: row,
          name: nameOf(row),
          reasons,
          beaters: beaters.map(nameOf),
          ties: ties.map(nameOf),
          unknown: unknown.map(nameOf),
          kind: reasons.length ? "out" : beaters.length ? "beaten" : "front",
        };
      }),
    };
  };

  let chosen = null;
  let drawChoice = () => {};
  const ORDER = { front: 0, beaten: 1, out: 2 };
  const showChoice = () => {
    chosen = evaluate();
    const { x, y, rows } = chosen;
    rows.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || (x.value(a.key) - x.value(b.key)) * (x.more ? -1 : 1));
    byId("choose-xh").textContent = `first (${x.unit})`;
    byId("choose-yh").textContent = `second (${y.unit})`;
    const front = rows.filter((row) => row.kind === "front");
    const left = rows.filter((row) => row.kind !== "out");
    byId("choose-text").textContent =
      rows.length === 0
        ? "No variant was measured in both."
        : `${left.length} of ${rows.length} meet your requirements. Best trade-offs: ${front.map((row) => row.name).join(", ") || "–"}.`;
    byId("choose-table").tBodies[0].replaceChildren(
      ...rows.map((row) => {
        const verdict =
          row.kind === "out"
            ? `does not meet your requirements: ${row.reasons.join("; ")}`
            : row.kind === "beaten"
              ? `beaten by ${row.beaters.join(", ")}`
              : [
                  "a best trade-off",
                  row.ties.length ? `tied in both with ${row.ties.join(", ")}` : "",
                  row.unknown.length ? `too few forks to judge against ${row.unknown.join(", ")}` : "",
                ]
                  .filter(Boolean)
                  .join(", ");
        return element(
          "tr",
          { class: row.kind, "data-name": row.name },
          element("th", { scope: "row" }, row.name),
          element("td", { class: "number" }, plain(x.value(row.key))),
          element("td", { class: "number" }, plain(y.value(row.key))),
          element("td", {}, verdict),
        );
      }),
    );
    drawChoice();
  };

  const choiceChart = (isNarrow) => {
    const { x, y, rows } = chosen;
    const series = (kind, name, symbol, style) => ({
      type: "scatter",
      name,
      symbol,
      symbolSize: kind === "front" ? 13 : 9,
      itemStyle: { color: style },
      label: { show: kind === "front" || (!isNarrow && kind === "beaten"), position: "top", formatter: (point) => point.name, color: kind === "front" ? colour("ink") : colour("dim"), fontSize: 11, textBorderWidth: 0 },
      labelLayout: { hideOverlap: true },
      data: rows.filter((row) => row.kind === kind).map((row) => ({ name: row.name, value: [x.value(row.key), y.value(row.key)] })),
    });
    const better = (thing) => (thing.more ? "more is better" : "less is better");
    const scale = (thing) => (rows.every((row) => thing.value(row.key) > 0) ? "log" : "value");
    return {
      grid: { left: 70, right: 36, top: 44, bottom: 52 },
      legend: { top: 6, textStyle: { color: colour("ink") } },
      xAxis: axis(`${isNarrow ? "first" : x.title}, ${x.unit} (${better(x)})`, scale(x), { scale: true }),
      yAxis: axis(`second, ${y.unit} (${better(y)})`, scale(y), { scale: true, nameGap: 54 }),
      tooltip: tooltip((point) => `${echarts.format.encodeHTML(point.name)}: ${plain(point.value[0])} and ${plain(point.value[1])}`),
      series: [
        series("front", "best trade-offs", "diamond", colour("fast")),
        series("beaten", "beaten", "circle", colour("slow")),
        series("out", "requirements not met", "emptyCircle", colour("dim")),
      ],
    };
  };

  const applyChoice = () => {
    const [x, y] = defaults();
    for (const input of form.elements) {
      if (!input.name) continue;
      if (input.type === "checkbox") input.checked = state.get(input.name) === "1";
      else input.value = state.get(input.name) ?? "";
    }
    if (!things.has(form.elements.x.value)) form.elements.x.value = x;
    if (!things.has(form.elements.y.value)) form.elements.y.value = y;
    showChoice();
  };

  if (things.size > 0) {
    readState();
    applyChoice();
    drawChoice = chart(byId("choose-chart"), choiceChart);
    const chooseAnew = (event) => {
      const input = event.target;
      remember(input.name, input.type === "checkbox" ? (input.checked ? "1" : "") : input.value);
      state.set("x", form.elements.x.value);
      state.set("y", form.elements.y.value);
      writeState();
      showChoice();
    };
    form.addEventListener("input", chooseAnew);
    form.addEventListener("change", chooseAnew);
  } else {
    byId("choose").hidden = true;
    readState();
  }
  form.addEventListener("submit", (event) => event.preventDefault());

  // Budget: the share of a core at the reader's rate.
  const rate = byId("rate");
  const work = byId("budget-group");
  for (const group of data.groups) {
    if (group.rows.some((row) => row.share !== undefined)) work.append(element("option", { value: group.id }, `${group.title} · ${group.platform}`));
  }
  const showBudget = () => {
    const group = groups.get(work.value);
    const perSecond = Number(rate.value);
    const rows = group && perSecond > 0 ? group.rows.filter((row) => row.share !== undefined) : [];
    byId("budget-table").tBodies[0].replaceChildren(
      ...rows.map((row) => {
        const share = row.share * perSecond;
        const bar = element("span", { class: share > 1 ? "meter over" : "meter" });
        bar.style.width = `${Math.min(100, share * 100)}%`;
        return element(
          "tr",
          {},
          element("th", { scope: "row" }, row.name),
          element("td", { class: "number" }, share > 1 ? `${percent(share)}: more than a core` : percent(share)),
          element("td", {}, bar),
        );
      }),
    );
  };
  const applyBudget = () => {
    rate.value = state.get("rate") ?? "1000";
    if (groups.has(state.get("work"))) work.value = state.get("work");
    showBudget();
  };
  applyBudget();
  byId("budget-form").addEventListener("submit", (event) => event.preventDefault());
  const budgetAnew = () => {
    state.set("rate", rate.value);
    state.set("work", work.value);
    writeState();
    showBudget();
  };
  byId("budget-form").addEventListener("input", budgetAnew);
  byId("budget-form").addEventListener("change", budgetAnew);

  addEventListener("hashchange", () => {
    if (!location.hash.includes("=")) return;
    readState();
    if (things.size > 0) applyChoice();
    applyBudget();
  });
  if (state.has("x") || state.has("y")) byId("choose").scrollIntoView();
  else if (state.has("rate")) byId("budget").scrollIntoView();

  showTheme();
})();
