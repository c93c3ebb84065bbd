// The data of the page: tables as the schema describes them, documents, facts.

const read = (name) => JSON.parse(byId(`data-${name}`).textContent);

const run = read("run");
const FAMILIES = ["counts", "dates", "awards", "citations"];
const LETTERS = { counts: "c", dates: "d", awards: "a", citations: "n" };

// What a reader asks of each family first.
const KIND_OF = { counts: "unit", dates: "kind", awards: "award", citations: "kind" };

// Columns that the program knows about a fact, and no reader corrects.
const OF_PROGRAM = {
  names: new Set(["fact_id", "part_of", "rule", "line", "column", "quote", "confidence", "start", "end", "page", "paragraph", "first_day", "last_day"]),
  // What it finds out about a body by its name.
  has(name) {
    return this.names.has(name) || /_(body|level|province)$/.test(name);
  },
};

const schema = new Map(run.tables.map((table) => [table.name, table]));
for (const table of schema.values()) {
  table.place = new Map(table.columns.map((column, index) => [column.name, index]));
}

const documentColumns = schema.get("documents").columns;
const apart = new Set(schema.get("documents").apart);
const indexColumns = documentColumns.filter((column) => !apart.has(column.name));
const apartColumns = documentColumns.filter((column) => apart.has(column.name));

// A cell as text; words of a list are stored by their number.
const cellOf = (column, raw) => (typeof raw === "number" && column.words.length ? column.words[raw] : raw);

class Doc {
  constructor({ at, row }) {
    this.at = at;
    this.cells = new Map();
    this.add(indexColumns, row);
    this.id = this.cells.get("doc_id");
    this.facts = [];
    this.text = null;
  }

  add(columns, row) {
    columns.forEach((column, index) => this.cells.set(column.name, cellOf(column, row[index]) ?? null));
  }

  get(name) {
    return this.cells.get(name) ?? null;
  }

  get title() {
    return this.get("title") || this.id;
  }

  get agency() {
    return this.get("agency") || this.get("issuer") || "";
  }

  // The identity of the document that it repeats.
  get repeats() {
    return this.get("duplicate_of");
  }

  get year() {
    return yearOf(this.get("published")) || yearOf(this.get("signed")) || "";
  }

  get haystack() {
    const names = ["doc_id", "title", "agency", "issuer", "number", "author"];
    return (this.found ??= entry(names.map((name) => this.get(name) ?? "").join("\n")));
  }

  // Astral characters take two places in a string of the browser, and one in the tables.
  get astral() {
    if (!this.wide) {
      const found = [...this.text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)];
      this.wide = { unit: found.map((match) => match.index), point: found.map((match, nth) => match.index - nth) };
    }
    return this.wide;
  }

  // From code points to places in the string.
  unit(point) {
    return point + below(this.astral.point, point);
  }

  // From places in the string to code points.
  point(unit) {
    return unit - below(this.astral.unit, unit);
  }

  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

// How many of the sorted numbers are less than the limit.
function below(sorted, limit) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const yearOf = (edtf) => {
  const last = String(edtf ?? "").split("/").filter((part) => part && part !== "..").pop() ?? "";
  return /^\d{4}/.test(last) ? last.slice(0, 4) : "";
};

class Fact {
  constructor(doc, family, row) {
    this.doc = doc;
    this.family = family;
    this.row = row;
    this.short = String(this.raw("fact_id")).replace(/^.*#/s, "");
  }

  get id() {
    return `${this.doc.id}#${this.short}`;
  }

  get columns() {
    return schema.get(this.family).columns;
  }

  raw(name) {
    const place = schema.get(this.family).place.get(name);
    return place === undefined ? null : this.row[place];
  }

  // The cell as the program wrote it.
  get(name) {
    const place = schema.get(this.family).place.get(name);
    if (place === undefined) return null;
    const value = cellOf(this.columns[place], this.row[place]);
    return name === "quote" ? this.quote.text : value ?? null;
  }

  get start() {
    return this.raw("start");
  }

  get end() {
    return this.raw("end");
  }

  // The sentence, and where the words stand in it (places in the string).
  get quote() {
    const { doc, start, end } = this;
    const raw = this.raw("quote") ?? [0, 0];
    if (typeof raw[0] === "number") {
      const from = doc.unit(raw[0]);
      return { text: doc.text.slice(from, doc.unit(raw[1])), from: doc.unit(start) - from, to: doc.unit(end) - from };
    }
    const [text, at] = raw;
    const from = [...text].slice(0, at).join("").length;
    return { text, from, to: from + this.words.normalize("NFC").length };
  }

  get words() {
    return this.doc.slice(this.start, this.end);
  }

  get kind() {
    return this.get(KIND_OF[this.family]) ?? "";
  }

  get year() {
    const own = this.get("year") ?? yearOf(this.get("resolved") ?? this.get("period") ?? this.get("date"));
    return String(own || this.doc.year);
  }

  get rule() {
    return this.get("rule") ?? "";
  }

  get haystack() {
    if (!this.found) {
      const cells = this.columns.filter((column) => column.kind === "text" && column.name !== "quote");
      this.found = entry([this.quote.text, ...cells.map((column) => this.get(column.name) ?? "")].join("\n"));
    }
    return this.found;
  }
}

// What a fact says, in a few words, from its fields by name.
function headline(family, get) {
  const number = (name) => (get(name) === null || get(name) === "" ? "" : shownNumber(get(name)));
  if (family === "counts") {
    const qualifier = get("qualifier") && get("qualifier") !== "exact" ? `${valueName(get("qualifier"))} ` : "";
    const range = number("value_max") && `–${number("value_max")}`;
    const total = number("total") && `/${number("total")}`;
    const unit = get("unit") === "percent" ? "%" : "";
    const noun = get("noun") || (get("unit") && !unit && get("unit") !== "other" ? valueName(get("unit")) : "");
    return `${qualifier}${number("value")}${range}${total}${unit} ${noun}`.trim();
  }
  if (family === "dates") return String(get("resolved") || get("value") || "");
  if (family === "awards") {
    const unit = get("recipient_unit");
    const shown = { award: (n) => ` × ${n}`, percent: (n) => ` · ${n}%`, other: (n) => ` · ${n}` }[unit] ?? ((n) => ` · ${n} ${valueName(unit)}`);
    return `${get("name") || valueName(get("award"))}${number("quantity") && shown(number("quantity"))}`;
  }
  return `${valueName(get("kind"))} ${get("number") ?? ""}`.trim();
}

const docs = read("index").map((row) => new Doc(row));
const docAt = new Map(docs.map((doc) => [doc.at, doc]));
const docById = new Map(docs.map((doc) => [doc.id, doc]));
const anyRepeats = run.totals.repeated > 0;
// Unless sums were to count them, facts of a document that repeats another are not counted again.
const counts = (doc) => run.settings.keep_duplicates || !doc.repeats;
const facts = [];
const factById = new Map();

// Texts and facts are the bulk of the page: they are read when a view first needs them.
let opened = false;

function openTexts() {
  if (opened) return;
  opened = true;
  for (const { at, own, text, facts: tables } of read("texts")) {
    const doc = docAt.get(at);
    if (!doc) continue;
    doc.add(apartColumns, own);
    doc.text = text;
    tables.forEach((rows, family) => {
      for (const row of rows) doc.facts.push(new Fact(doc, FAMILIES[family], row));
    });
    doc.facts.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const fact of doc.facts) {
      facts.push(fact);
      factById.set(fact.id, fact);
    }
  }
}
