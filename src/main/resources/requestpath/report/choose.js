// Choose: requirements, two criteria, and which libraries beat which. The hand-written reference is none of them.
(() => {
  const { data, byId, element, plain, state, follow, readAndWrite } = page;
  const form = byId("choice");
  if (form === null) return;
  const { libraries, facts, conditions } = data.choice;

  // A library is the same in every group; a method's name means nothing outside its class, so its key has both.
  const names = new Map();
  for (const group of data.groups) for (const row of group.rows) if (!row.hand) names.set(row.key, row.name);
  const withRecords = new Set();
  for (const group of data.groups) {
    if (group.parameters.binding === "RECORD") for (const row of group.rows) withRecords.add(row.key);
  }

  /** Criteria: a title, a group, a value of a row, and how two rows compare: -1 better, 0 tied, 1 worse, NaN if not judged. */
  const criteria = new Map();
  const SIGNS = { l: -1, "=": 0, m: 1 };
  const single = (value) => (value === undefined ? null : value);
  for (const group of data.groups) {
    if (group.rows.length < 2) continue;
    const index = new Map(group.rows.map((row, i) => [row.key, i]));
    const of = (key, what) => (index.has(key) ? single(group.rows[index.get(key)][what]) : null);
    const compare = (relations) => (left, right) => SIGNS[group.rows[index.get(left)][relations]?.[index.get(right)]] ?? NaN;
    const place = `${group.title} · ${group.platform}`;
    criteria.set(`t-${group.id}`, {
      title: `${group.more ? "throughput" : "time"}: ${place}`,
      unit: group.unit,
      more: group.more,
      group,
      value: (key) => of(key, "value"),
      compare: compare("relations"),
      isExact: false,
    });
    if (group.rows.some((row) => row.allocation !== undefined)) {
      criteria.set(`m-${group.id}`, {
        title: `memory: ${place}`,
        unit: "B/op",
        group,
        value: (key) => of(key, "allocation"),
        compare: compare("allocations"),
        isExact: false,
      });
    }
  }
  if (Object.keys(libraries).length > 0) {
    const size = (key) => single(libraries[key]?.size);
    criteria.set("size", {
      title: "size: the library with its dependencies",
      unit: "MB",
      value: (key) => (size(key) === null ? null : size(key) / 1e6),
      compare: (left, right) => Math.sign(size(left) - size(right)),
      isExact: true,
    });
  }
  if (criteria.size === 0) {
    byId("choose").hidden = true;
    return;
  }
  for (const id of ["choose-x", "choose-y"]) {
    for (const [key, criterion] of criteria) byId(id).append(element("option", { value: key }, criterion.title));
  }
  const chosen = () => [criteria.get(form.elements.x.value), criteria.get(form.elements.y.value)];

  /** What a variant does to data in the bindings of both criteria; in any other where it was not checked in those. */
  const factsOf = (key) => {
    const there = chosen().flatMap((criterion) => (criterion.group ? [facts[criterion.group.where]?.[key]] : []));
    const known = there.filter(Boolean);
    return known.length > 0 ? known : Object.values(facts).flatMap((byKey) => (byKey[key] ? [byKey[key]] : []));
  };
  /** Whether something holds wherever it is known; undefined where it is known nowhere. */
  const holds = (key, what) => {
    const known = factsOf(key).map((each) => each[what]).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : known.every(Boolean);
  };
  const isKnown = (what) => Object.values(facts).some((byKey) => Object.values(byKey).some((each) => each[what] !== undefined));

  const MUSTS = [
    ["exact", "doubles exact (round trip)", (key) => holds(key, "exact"), isKnown("exact")],
    ["decimals", "reads every decimal exactly", (key) => holds(key, "decimals"), isKnown("decimals")],
    ["strict", "refuses what is not JSON", (key) => holds(key, "strict"), isKnown("strict")],
    ["nulls", "nulls kept", (key) => holds(key, "nulls"), isKnown("nulls")],
    ["records", "supports records", (key) => withRecords.has(key), withRecords.size > 0],
    ["codegen", "no code generation at run time", (key) => (libraries[key] ? !libraries[key].codegen : undefined), criteria.has("size")],
  ].filter(([, , , isOffered]) => isOffered);

  // The inputs.
  const box = (name, value, text) => element("label", {}, element("input", { type: "checkbox", name, value }), text);
  const musts = byId("musts");
  for (const [name, title] of MUSTS) musts.append(box(name, "1", title));
  if (criteria.has("size")) {
    musts.append(element("label", {}, "at most", element("input", { type: "number", name: "mb", min: "0", step: "any" }), "MB with dependencies"));
  }
  if (musts.childElementCount === 0) musts.append("No other facts are known about these variants.");
  const licences = [...new Set(Object.values(libraries).flatMap((library) => library.licences.flat()))].sort();
  byId("licences").parentElement.hidden = licences.length < 2;
  for (const licence of licences) byId("licences").append(box("licence", licence, licence));

  const more = byId("conditions");
  more.hidden = conditions.length === 0;
  more.querySelector("summary").textContent = `More conditions: ${conditions.length} checks on which libraries differ`;
  const places = new Map();
  for (const condition of conditions) {
    const heading = `${condition.format}: ${condition.subject}`;
    if (!places.has(heading)) {
      const place = element("details", { "data-format": condition.format }, element("summary", {}, heading));
      places.set(heading, place);
      more.append(place);
    }
    const answers = condition.answers.map((answer) => box(condition.id, answer, answer));
    places.get(heading).append(element("fieldset", { class: "check" }, element("legend", {}, condition.question), ...answers));
  }

  const accepted = (name) => [...form.querySelectorAll(`input[name="${CSS.escape(name)}"]:checked`)].map((input) => input.value);

  /** Why a variant does not meet the requirements, each in a few words. */
  const failing = (key, asked) => {
    const reasons = [];
    for (const [name, title, isMet] of MUSTS) {
      if (!form.elements[name].checked) continue;
      const met = isMet(key);
      if (met !== true) reasons.push(met === undefined ? `not known: ${title}` : `not: ${title}`);
    }
    const library = libraries[key];
    if (asked.licences.length > 0 && !library?.licences.some((all) => all.every((licence) => asked.licences.includes(licence)))) {
      reasons.push(`licence ${library?.licence ?? "unknown"}`);
    }
    const most = form.elements.mb?.value;
    if (most && !(library?.size <= Number(most) * 1e6)) reasons.push(library ? `${plain(library.size / 1e6)} MB` : "size unknown");
    for (const { index, condition, answers } of asked.conditions) {
      const seen = factsOf(key).map((each) => each.answers[index]).filter((answer) => answer >= 0);
      const wrong = seen.map((answer) => condition.answers[answer]).filter((answer) => !answers.includes(answer));
      if (seen.length === 0) reasons.push(`not known: ${condition.question}`);
      else if (wrong.length > 0) reasons.push(`${condition.question}: ${[...new Set(wrong)].join(", ")}`);
    }
    return reasons;
  };

  /** Whether a row beats another: better in one thing, and better or exactly equal in the other. */
  const beats = (left, right, x, y) => {
    const a = x.compare(left, right);
    const b = y.compare(left, right);
    return (a < 0 && (b < 0 || (b === 0 && y.isExact))) || (b < 0 && (a < 0 || (a === 0 && x.isExact)));
  };

  const ORDER = { front: 0, beaten: 1, out: 2 };

  /** Every variant that was measured in both: whether it is out, beaten or in front, and why; those in front come first. */
  const evaluate = (x, y) => {
    const formats = chosen().flatMap((criterion) => (criterion.group ? [criterion.group.format] : []));
    const asked = {
      licences: accepted("licence"),
      conditions: conditions
        .map((condition, index) => ({ index, condition, answers: accepted(condition.id) }))
        .filter((each) => each.answers.length > 0 && (formats.length === 0 || formats.includes(each.condition.format))),
    };
    for (const place of places.values()) place.hidden = formats.length > 0 && !formats.includes(place.dataset.format);
    const measured = [...names.keys()].filter((key) => x.value(key) !== null && y.value(key) !== null);
    const reasons = new Map(measured.map((key) => [key, failing(key, asked)]));
    const left = measured.filter((key) => reasons.get(key).length === 0);
    const beaters = new Map(left.map((key) => [key, left.filter((other) => other !== key && beats(other, key, x, y))]));
    const front = left.filter((key) => beaters.get(key).length === 0);
    const rows = measured.map((key) => {
      const others = left.filter((other) => other !== key);
      const row = { key, name: names.get(key), reasons: reasons.get(key), beaters: [], ties: [], unknown: [] };
      if (row.reasons.length > 0) return { ...row, kind: "out" };
      if (beaters.get(key).length > 0) {
        const first = beaters.get(key).filter((other) => front.includes(other));
        return { ...row, kind: "beaten", beaters: first.length > 0 ? first : beaters.get(key) };
      }
      return {
        ...row,
        kind: "front",
        beats: others.filter((other) => beats(key, other, x, y)).length,
        ties: others.filter((other) => x.compare(other, key) === 0 && y.compare(other, key) === 0),
        unknown: others.filter((other) => Number.isNaN(x.compare(other, key)) || Number.isNaN(y.compare(other, key))),
      };
    });
    rows.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || (x.value(a.key) - x.value(b.key)) * (x.more ? -1 : 1));
    const absent = [...names.keys()].filter((key) => (x.value(key) === null) !== (y.value(key) === null));
    return { rows, left: left.length, front: rows.filter((row) => row.kind === "front"), absent };
  };

  const listed = (keys) => keys.map((key) => names.get(key)).join(", ");

  /** The result in one or two sentences. */
  const inWords = ({ rows, left, front, absent }, x, y) => {
    const sentences = [];
    if (rows.length === 0) sentences.push("No variant was measured in both.");
    else if (left === 0) sentences.push(`None of ${rows.length} meets your requirements.`);
    else if (left === 1) sentences.push(`1 of ${rows.length} meets your requirements: ${front[0].name}.`);
    else {
      sentences.push(`${left} of ${rows.length} meet your requirements.`);
      if (front.length === 1 && front[0].beats === left - 1) sentences.push(`${front[0].name} is best${x === y ? "" : " in both"}.`);
      else if (front.length === 1) sentences.push(`Best trade-off: ${front[0].name}.`);
      else sentences.push(`Best trade-offs, from the best in the first criterion: ${front.map((row) => row.name).join(", ")}.`);
    }
    if (rows.length > 0 && absent.length > 0) sentences.push(`Not measured in both: ${listed(absent)}.`);
    return sentences.join(" ");
  };

  const verdict = (row, { left }) => {
    if (row.kind === "out") return `does not meet your requirements: ${row.reasons.join("; ")}`;
    if (row.kind === "beaten") return `beaten by ${listed(row.beaters)}`;
    return [
      left > 1 && row.beats === left - 1 ? "better than all others" : "a best trade-off",
      row.ties.length ? `tied in both with ${listed(row.ties)}` : "",
      row.unknown.length ? `too few forks to judge against ${listed(row.unknown)}` : "",
    ]
      .filter(Boolean)
      .join(", ");
  };

  const show = () => {
    const [x, y] = chosen();
    const result = evaluate(x, y);
    const heading = (which, { unit, more: isMore }) => `${which} (${unit}${isMore ? ", more is better" : ""})`;
    byId("choose-xh").textContent = heading("first", x);
    byId("choose-yh").textContent = heading("second", y);
    byId("choose-text").textContent = inWords(result, x, y);
    byId("choose-table").tBodies[0].replaceChildren(
      ...result.rows.map((row) =>
        element(
          "tr",
          { class: row.kind, "data-name": row.name },
          element("th", { scope: "row" }, row.name),
          element("td", { class: "number" }, plain(x.value(row.key))),
          element("td", { class: "number" }, plain(y.value(row.key))),
          element("td", {}, verdict(row, result)),
        ),
      ),
    );
  };

  /** Reading and writing; where there is only one of them, its time and its memory. */
  const defaults = () => {
    const keys = [...criteria.keys()];
    const { read, write } = readAndWrite();
    const times = [read, write].filter((group) => group && criteria.has(`t-${group.id}`)).map((group) => `t-${group.id}`);
    const x = times[0] ?? keys.find((key) => key.startsWith("t-")) ?? keys[0];
    const memory = `m${x.slice(1)}`;
    return { x, y: times[1] ?? (criteria.has(memory) ? memory : (keys.find((key) => key !== x) ?? x)) };
  };

  follow(form, defaults(), show);
  const isAsked = conditions.some((condition) => state.has(condition.id));
  more.open = isAsked;
  for (const place of places.values()) place.open = place.querySelector(":checked") !== null;
  if (state.has("x") || state.has("y")) byId("choose").scrollIntoView();
})();
