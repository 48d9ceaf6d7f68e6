// Budget: the share of a core that a handler takes at the reader's rate: reading, writing and the rest, by the mean.
(() => {
  const { data, groups, byId, element, percent, state, follow, readAndWrite } = page;
  const form = byId("budget-form");
  if (form === null) return;

  const WORKS = { READ: "Reading", WRITE: "Writing", OTHER: "Other work" };
  const measured = data.groups.filter((group) => group.rows.some((row) => row.share !== undefined && !row.hand));
  for (const [id, first] of [["budget-read", "READ"], ["budget-write", "WRITE"]]) {
    byId(id).append(element("option", { value: "none" }, "none"));
    for (const work of [first, "OTHER"]) {
      const options = measured
        .filter((group) => group.work === work)
        .map((group) => element("option", { value: group.id }, `${group.title} · ${group.platform}`));
      if (options.length > 0) byId(id).append(element("optgroup", { label: WORKS[work] }, ...options));
    }
  }

  /** The shares of a group's libraries at one operation a second; null for none. */
  const shares = (group) =>
    group === null
      ? null
      : new Map(group.rows.filter((row) => !row.hand && row.share !== undefined).map((row) => [row.key, { name: row.name, share: row.share }]));

  /** Each library that was measured in what is chosen, the lowest sum first. */
  const sums = (read, write, perSecond, rest) => {
    const parts = [shares(read), shares(write)];
    const known = parts.filter((part) => part !== null);
    const keys = new Set(known.flatMap((part) => [...part.keys()]));
    const rows = [];
    const absent = [];
    for (const key of keys) {
      const name = known.find((part) => part.has(key)).get(key).name;
      if (!known.every((part) => part.has(key))) {
        absent.push(name);
        continue;
      }
      const work = parts.map((part) => (part === null ? null : part.get(key).share * perSecond));
      const all = [...work, rest * perSecond];
      rows.push({ name, parts: all, sum: all.reduce((sum, part) => sum + (part ?? 0), 0) });
    }
    return { rows: rows.sort((a, b) => a.sum - b.sum), absent };
  };

  const notes = (read, write, { rows, absent }, rest) => {
    const sentences = [];
    if (read === null && write === null) {
      sentences.push(`Choose what the handler reads or writes. The rest alone takes ${percent(rest * Number(form.elements.rate.value))} of a core.`);
    } else if (rows.length === 0) sentences.push("No library was measured in both.");
    if (read !== null && write !== null) {
      if (read.platform !== write.platform) sentences.push("Reading and writing were measured on different platforms.");
      if (read.parameters.binding !== write.parameters.binding) sentences.push("Reading and writing have different bindings.");
    }
    if (absent.length > 0) sentences.push(`Not measured in both: ${absent.join(", ")}.`);
    return sentences.join(" ");
  };

  const PARTS = ["reading", "writing", "rest"];
  const bar = ({ parts, sum }) => {
    const place = element("span", { class: sum > 1 ? "stack over" : "stack" });
    parts.forEach((part, i) => {
      const piece = element("span", { class: PARTS[i] });
      piece.style.width = `${((part ?? 0) / Math.max(1, sum)) * 100}%`;
      place.append(piece);
    });
    return place;
  };

  const show = () => {
    const { rate, rest: restInput, read: readInput, write: writeInput } = form.elements;
    const read = groups.get(readInput.value) ?? null;
    const write = groups.get(writeInput.value) ?? null;
    const perSecond = Number(rate.value);
    const rest = Math.max(0, Number(restInput.value)) / 1e6;
    const result = perSecond > 0 ? sums(read, write, perSecond, rest) : { rows: [], absent: [] };
    byId("budget-text").textContent = perSecond > 0 ? notes(read, write, result, rest) : "Enter how many requests a second a core handles.";
    byId("budget-table").tBodies[0].replaceChildren(
      ...result.rows.map((row) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, row.name),
          ...row.parts.map((part) => element("td", { class: "number" }, part === null ? "–" : percent(part))),
          element("td", { class: "number" }, row.sum > 1 ? `${percent(row.sum)}: more than a core` : percent(row.sum)),
          element("td", {}, bar(row)),
        ),
      ),
    );
  };

  const { read, write } = readAndWrite();
  const id = (group) => (group && measured.includes(group) ? group.id : "none");
  follow(form, { rate: "1000", rest: "0", read: id(read), write: id(write) }, show);
  if ((state.has("rate") || state.has("read")) && !state.has("x")) byId("budget").scrollIntoView();
})();
