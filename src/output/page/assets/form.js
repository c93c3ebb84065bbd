// The form in which a fact is corrected or added: a field for each column that a reader can know.

const editable = (family) => schema.get(family).columns.filter(({ name }) => !OF_PROGRAM.has(name));

// Keys that the column is known to take, of this run and of the definition.
function knownKeys(family, name) {
  if (KIND_OF[family] !== name) return [];
  const seen = new Set(facts.filter((fact) => fact.family === family).map((fact) => fact.kind).filter(Boolean));
  if (name === "unit" || family === "citations") for (const unit of DOCUMENT_UNITS) seen.add(unit);
  if (name === "unit") for (const unit of ["person", "household", "collective", "individual", "award", "percent", "VND", "other"]) seen.add(unit);
  if (family === "awards") for (const key of Object.keys(run.words.keys)) if (/_(order|prize|title|medal|soldier|worker|flag|hero|mother|unit)$|^(medal|badge|prize|certificate_|(advanced|excellent)_)/.test(key)) seen.add(key);
  return [...seen].sort(words.compare);
}

function formField(family, column, value) {
  const label = h("span", {}, columnName(column.name));
  if (column.words.length) {
    const choices = ["", ...column.words].map((word) => h("option", { value: word, selected: word === (value ?? "") }, word ? valueName(word) : "–"));
    return h("label", { class: "field", title: meaning(column) }, label, h("select", { name: column.name }, choices));
  }
  const number = column.kind === "integer" || column.kind === "decimal";
  const keys = knownKeys(family, column.name);
  const list = keys.length ? `keys-${family}-${column.name}` : null;
  return h("label", { class: "field", title: meaning(column) }, label,
    h("input", {
      name: column.name, value: value ?? "", list, autocomplete: "off", inputmode: number && "decimal",
      pattern: column.kind === "decimal" ? "-?[0-9]+([.][0-9]+)?" : column.kind === "integer" && "-?[0-9]+",
      placeholder: column.kind === "decimal" ? "2833 · 1.5" : column.kind === "edtf" ? "2020-06-30 · ../2019" : "",
    }),
    list && h("datalist", { id: list }, keys.map((key) => h("option", { value: key }, valueName(key)))));
}

// What the form says, by column; what is empty is null.
function formValues(form, family) {
  const pairs = editable(family).map(({ name }) => [name, form.elements.namedItem(name)?.value.trim() || null]);
  return Object.fromEntries(pairs);
}

// What the words suggest for the fields of a fact that is added.
function suggestion(family, text) {
  if (family === "awards") return { name: text, status: "granted" };
  if (family === "citations") return { number: text.match(/\S*\d\S*$/)?.[0] ?? "" };
  if (family === "dates") {
    const day = text.match(/(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/);
    const two = (digits) => digits.padStart(2, "0");
    if (day) return { kind: "date", value: `${day[3]}-${two(day[2])}-${two(day[1])}`, resolved: `${day[3]}-${two(day[2])}-${two(day[1])}`, role: "event" };
    const year = text.match(/(?:19|20)\d\d/);
    return year ? { kind: "year", value: year[0], resolved: year[0], role: "event" } : { role: "event" };
  }
  const digits = text.match(/\d[\d.,]*/)?.[0].replace(/[.,]$/, "") ?? "";
  const value = digits.replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".");
  return { value, qualifier: "exact", measure: text.includes("%") ? "percent" : "count", unit: text.includes("%") ? "percent" : "" };
}

// Opens a form on a fact of the program, one of the reader's, or words that are no fact yet.
function factForm({ doc, family, start, end, get, title, done, cancel }) {
  const words = h("output", { class: "picked" }, doc.slice(start, end));
  let span = [start, end];
  const pick = () => {
    const picked = selectedPoints(doc);
    if (!picked) return;
    span = picked;
    words.textContent = doc.slice(...span);
  };
  const form = h("form", {
    class: "edit", onsubmit: (event) => {
      event.preventDefault();
      done(span, formValues(form, family));
    },
    onkeydown: (event) => event.key === "Escape" && cancel(),
  },
    h("h3", { tabindex: -1 }, badge(family), ` ${title}`),
    h("p", { class: "field" }, h("span", {}, say("words")), words,
      // A press must not take the selection away before it is read.
      h("button", { type: "button", onmousedown: (event) => event.preventDefault(), onclick: pick }, say("useSelection"))),
    h("div", { class: "grid" }, editable(family).map((column) => formField(family, column, get(column.name)))),
    h("p", { class: "actions" },
      h("button", { type: "submit", class: "main" }, say("save")),
      h("button", { type: "button", onclick: cancel }, say("cancel"))));
  return form;
}

// Finds words by typing, for those who select nothing.
function finder(doc, add, cancel) {
  const problem = h("p", { class: "problem", role: "alert" });
  const form = h("form", { class: "edit", onsubmit: (event) => event.preventDefault(), onkeydown: (event) => event.key === "Escape" && cancel() },
    h("h3", { tabindex: -1 }, say("addMissed")),
    h("p", { class: "note" }, say("addHint")),
    h("div", { class: "grid" },
      h("label", { class: "field" }, h("span", {}, say("words")), h("input", { name: "sought", autocomplete: "off" })),
      h("label", { class: "field" }, h("span", {}, say("occurrence")), h("input", { name: "nth", type: "number", min: 1, value: 1 }))),
    problem,
    h("p", { class: "actions" }, say("addAs"), FAMILIES.map((family) => h("button", {
      type: "button", class: `f-${family}`, onclick: () => {
        const place = nthPlace(doc, form.elements.sought.value.trim(), Number(form.elements.nth.value) || 1);
        if (place) add(family, place);
        else problem.textContent = say("notInText");
      },
    }, say(family))), h("button", { type: "button", onclick: cancel }, say("cancel"))));
  return form;
}
