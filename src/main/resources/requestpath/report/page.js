"use strict";
// Sorting and filters. The tables and pictures do not need them. location.hash keeps the choices of the forms, which have
// scripts of their own.
const page = (() => {
  const root = document.documentElement;
  root.classList.add("js");
  const data = JSON.parse(document.getElementById("data").textContent);
  for (const group of data.groups) for (const row of group.rows) row.key ??= row.name;
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
    if (hash.includes("=")) for (const [key, value] of new URLSearchParams(hash)) state.append(key, value);
  };
  const writeState = () => history.replaceState(null, "", `#${state}`);

  /** Puts what a form says into the address; a name with several values comes several times. */
  const keep = (form) => {
    const inputs = [...form.elements].filter((input) => input.name);
    for (const input of inputs) state.delete(input.name);
    for (const input of inputs) {
      if (input.type === "checkbox" ? input.checked : input.value) state.append(input.name, input.value);
    }
    writeState();
  };

  /** Sets a form as the address says, and says again where it does not. */
  const apply = (form, defaults) => {
    for (const input of form.elements) {
      if (!input.name) continue;
      if (input.type === "checkbox") input.checked = state.getAll(input.name).includes(input.value);
      else input.value = state.get(input.name) ?? defaults[input.name] ?? "";
      // What the page does not offer.
      if (input.tagName === "SELECT" && input.selectedIndex < 0) input.value = defaults[input.name] ?? "";
    }
  };

  /** Follows a form, and the address when a link within the page changes it. */
  const follow = (form, defaults, show) => {
    apply(form, defaults);
    show();
    const changed = () => {
      keep(form);
      show();
    };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", () => {
      if (!location.hash.includes("=")) return;
      readState();
      apply(form, defaults);
      show();
    });
  };

  // Light and dark: as the system says unless the reader says otherwise.
  const themeButton = byId("theme");
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const showTheme = () => {
    themeButton.textContent = isDark() ? "Light" : "Dark";
  };
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  systemDark.addEventListener("change", showTheme);

  // Tables: sort by any column, filter by any text, open what is behind a row.
  const sortBy = (table, column, isNumber, direction) => {
    const bodies = [...table.tBodies];
    const key = (body) => {
      const cell = body.rows[0].cells[column];
      const value = cell.dataset.sort ?? (cell.querySelector(".name") ?? cell).textContent.replaceAll(",", "");
      return isNumber ? Number.parseFloat(value) : value === "–" ? "" : value.toLowerCase();
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
      });
    }
  }

  for (const input of document.querySelectorAll("input[data-filter]")) {
    const table = document.querySelector(`table[data-group="${input.dataset.filter}"]`);
    const output = input.closest("p").querySelector("output");
    const article = table.closest("article");
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const body of table.tBodies) {
        const text = `${body.rows[0].textContent} ${body.dataset.words}`.toLowerCase();
        const matches = words.every((word) => text.includes(word));
        body.hidden = !matches;
        shown += matches ? 1 : 0;
        // The same row in the plots above the table.
        for (const mark of article.querySelectorAll(`svg [data-row="${body.dataset.row}"]`)) mark.toggleAttribute("hidden", !matches);
      }
      output.textContent = words.length ? `${shown} of ${table.tBodies.length}` : "";
    });
  }

  // On paper everything is open.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("#verdicts details, #environment details, .chip, .figures, .single, .state")) details.open = true;
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

  /** The groups that read and write JSON records of the reference payload on the same platform, or what is closest. */
  const readAndWrite = () => {
    const reads = data.groups.filter((group) => group.work === "READ");
    const writes = data.groups.filter((group) => group.work === "WRITE");
    const closeness = (read, write) =>
      (read.format === write.format ? 64 : 0) +
      (read.format === "JSON" ? 32 : 0) +
      (read.platform === write.platform ? 16 : 0) +
      (read.parameters.binding === write.parameters.binding ? 8 : 0) +
      (read.parameters.payload === write.parameters.payload && read.parameters.size === write.parameters.size ? 4 : 0) +
      (read.parameters.binding === "RECORD" ? 2 : 0) +
      (read.parameters.payload === "DOCUMENT" ? 1 : 0) +
      (write.title.includes("toBytes") ? 0.5 : 0);
    let best = { read: reads[0], write: writes[0] };
    let most = -1;
    for (const read of reads) {
      for (const write of writes) {
        const points = closeness(read, write);
        if (points > most) {
          most = points;
          best = { read, write };
        }
      }
    }
    return best;
  };

  readState();
  showTheme();
  return { data, groups, byId, element, plain, percent, state, follow, readAndWrite };
})();
