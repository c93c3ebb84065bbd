// The tables of facts and of documents: search, filters, order, pages. Every choice stands in the address.

const LENGTH = 50;

const VERDICTS = ["right", "wrong", "fixed"];

const linkTo = (doc, fact = "") => `#/doc/${encodeURIComponent(doc.id)}${fact && `/${encodeURIComponent(fact)}`}`;

// Where the reader came from, so that a document leads back to its row.
let lastList = "#/facts";
let lastRow = "";

// Changes the address without a new entry in the history.
function setParameter(params, name, value) {
  if (value) params.set(name, value);
  else params.delete(name);
  if (name !== "page") params.delete("page");
  const query = params.toString();
  history.replaceState(null, "", `${location.hash.split("?")[0]}${query && `?${query}`}`);
  lastList = location.hash;
}

// So many choices a filter offers; of more values, the most frequent.
const MOST = 500;

// How often each value occurs, in the order of the words.
function tallied(items, valueOf) {
  const tally = new Map();
  for (const item of items) {
    const value = valueOf(item);
    if (value !== "" && value !== null) tally.set(value, (tally.get(value) ?? 0) + 1);
  }
  const often = tally.size > MOST ? [...tally].sort((a, b) => b[1] - a[1]).slice(0, MOST) : [...tally];
  return often.sort((a, b) => words.compare(a[0], b[0]));
}

const options = (pairs, name = (value) => value) => [["", say("all")],
  ...pairs.map(([value, n]) => [String(value), `${name(value)} (${numbers.format(n)})`])];

// What a filter is set to; empty lets everything through.
const setting = (params, { name, initial = "" }) => params.get(name) ?? initial;

// The filters that the facts know; each has a label, its choices, and a test.
function factFilters(family, all) {
  const among = all.filter((fact) => counts(fact.doc));
  const column = schema.get(family || "counts").columns.find(({ name }) => name === "confidence");
  const select = (name, label, pairs, test, shown) => ({ name, label, options: options(pairs, shown), test });
  const filters = [
    select("kind", say("kind"), tallied(among, (fact) => fact.kind), (fact, value) => fact.kind === value, valueName),
    select("year", say("year"), tallied(among, (fact) => fact.year).reverse(), (fact, value) => fact.year === value),
    select("agency", say("agency"), tallied(among, (fact) => fact.doc.agency), (fact, value) => fact.doc.agency === value),
    select("rule", say("rule"), tallied(among, (fact) => fact.rule), (fact, value) => fact.rule === value),
  ];
  if (column?.words.length || column?.kind === "text") {
    filters.push(select("confidence", say("confidence"), tallied(among, (fact) => fact.get("confidence")),
      (fact, value) => fact.get("confidence") === value, valueName));
  } else if (column) {
    const steps = ["0.5", "0.7", "0.8", "0.9", "0.95"].map((step) => [step, `≥ ${shownNumber(step)}`]);
    filters.push({ name: "confidence", label: say("confidence"), options: [["", say("all")], ...steps],
      test: (fact, value) => Number(fact.get("confidence")) >= Number(value) });
  }
  filters.push({
    name: "mark", label: say("mark"),
    options: [["", say("all")], ["none", say("unmarked")], ...VERDICTS.map((verdict) => [verdict, say(verdict)])],
    test: (fact, value) => (marks.verdict(fact) || "none") === value,
  });
  return [...filters, repeatsFilter(run.settings.keep_duplicates ? "all" : "once", (fact) => fact.doc)].filter(Boolean);
}

const PREFERRED = "solieu.columns";

// Columns that the table shows in its own way, or not at all.
const HIDDEN = new Set(["fact_id", "quote", "rule", "start", "end", "line", "column"]);

// The columns of one family that are shown: those the reader chose, else the first of its own.
function ownColumns(family) {
  if (!family) return [];
  const all = schema.get(family).columns.filter(({ name }) => !HIDDEN.has(name));
  let chosen = null;
  try {
    chosen = JSON.parse(store.get(PREFERRED) ?? "{}")[family];
  } catch { /* what was stored is no choice of columns */ }
  return all.map((column, at) => ({ ...column, at, shown: chosen ? chosen.includes(column.name) : defaultColumn(family, column.name) }));
}

const DEFAULT_COLUMNS = {
  counts: ["measure", "unit", "period", "confidence"],
  dates: ["kind", "value", "role", "confidence"],
  awards: ["award", "grantor", "recipient", "year", "confidence"],
  citations: ["kind", "number", "date", "issuer", "confidence"],
};

const defaultColumn = (family, name) => DEFAULT_COLUMNS[family].includes(name);

function columnChooser(family, columns, change) {
  const toggle = (name, shown) => {
    columns.find((column) => column.name === name).shown = shown;
    let chosen = {};
    try {
      chosen = JSON.parse(store.get(PREFERRED) ?? "{}");
    } catch { /* begin anew */ }
    chosen[family] = columns.filter((column) => column.shown).map((column) => column.name);
    store.set(PREFERRED, JSON.stringify(chosen));
    change();
  };
  return h("details", { class: "chooser" }, h("summary", {}, say("columns")), h("div", { class: "choices" },
    columns.map((column) => h("label", { title: meaning(column) }, h("input", {
      type: "checkbox", checked: column.shown, onchange: (event) => toggle(column.name, event.target.checked),
    }), columnName(column.name)))));
}

function factsView(params) {
  lastList = location.hash;
  const family = FAMILIES.includes(params.get("family")) ? params.get("family") : "";
  const among = family ? facts.filter((fact) => fact.family === family) : facts;
  const filters = factFilters(family, among);
  const results = h("div", { class: "results" });
  const own = ownColumns(family);
  const refresh = () => results.replaceChildren(...factResults(params, family, among, filters, own, refresh));
  const change = (name) => (value) => {
    setParameter(params, name, value);
    refresh();
  };
  const tab = (name) => h("a", {
    class: `tab ${name && `f-${name}`}`, href: `#/facts${name && `?family=${name}`}`, "aria-current": name === family && "page",
  }, say(name || "all"));
  refresh();
  return [
    h("h1", { tabindex: -1 }, say("facts")),
    h("nav", { class: "tabs", "aria-label": say("family") }, ["", ...FAMILIES].map(tab)),
    h("form", { class: "sieve", role: "search", onsubmit: (event) => event.preventDefault() },
      entryField(say("search"), params.get("q") ?? "", say("searchHint"), change("q"), { type: "search", "data-search": true }),
      filterBox(filters.some(({ name }) => params.has(name)),
        filters.map((filter) => choice(filter.label, setting(params, filter), filter.options, change(filter.name))),
        entryField(say("document"), params.get("doc") ?? "", say("documentHint"), change("doc"), { type: "search" }))),
    family && columnChooser(family, own, refresh),
    results,
  ];
}

// The facts that pass every filter.
function passing(params, among, filters) {
  const tests = filters.filter((filter) => setting(params, filter)).map((filter) => (fact) => filter.test(fact, setting(params, filter)));
  if (params.get("doc")) {
    const match = matcher(params.get("doc"));
    tests.push((fact) => match(fact.doc.haystack));
  }
  if (params.get("q")) {
    const match = matcher(params.get("q"));
    tests.push((fact) => match(fact.haystack));
  }
  return among.filter((fact) => tests.every((test) => test(fact)));
}

const SORTS = {
  __proto__: null,
  family: (fact) => FAMILIES.indexOf(fact.family),
  fact: (fact) => Number(fact.get("value") ?? NaN) || headline(fact.family, (name) => fact.get(name)),
  year: (fact) => Number(fact.year) || null,
  mark: (fact) => marks.verdict(fact),
  document: (fact) => fact.doc.title,
  rule: (fact) => fact.rule,
};

// Sorted by a column; what is empty stands last either way.
function sorted(rows, valueOf, down) {
  const keyed = rows.map((row) => [valueOf(row), row]);
  const empty = (value) => value === null || value === undefined || value === "";
  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : words.compare(String(a), String(b)));
  keyed.sort(([a], [b]) => {
    if (empty(a) || empty(b)) return empty(a) - empty(b);
    return down ? compare(b, a) : compare(a, b);
  });
  return keyed.map(([, row]) => row);
}

// A head that sorts: once up, once down, then as in the documents.
function sortHead(params, refresh, name, label, { numeric = false, doc = "" } = {}) {
  const [current, direction] = (params.get("sort") ?? "").split(".");
  const state = current === name ? direction : "";
  const next = state === "" ? `${name}.up` : state === "up" ? `${name}.down` : "";
  return h("th", { scope: "col", class: numeric && "n", "aria-sort": state === "up" ? "ascending" : state === "down" ? "descending" : "none" },
    h("button", {
      type: "button", title: doc, "data-sort": name,
      onclick: () => {
        setParameter(params, "sort", next);
        refresh();
        document.querySelector(`[data-sort="${name}"]`)?.focus();
      },
    }, label, h("span", { class: "arrow", "aria-hidden": "true" }, state === "up" ? "▲" : state === "down" ? "▼" : "↕")));
}

function factResults(params, family, among, filters, own, refresh) {
  if (!facts.length) return [h("p", { class: "empty" }, say("noFacts"))];
  let rows = passing(params, among, filters);
  const [name, direction] = (params.get("sort") ?? "").split(".");
  const column = own.find((one) => name === `own-${one.name}`);
  const numeric = column && ["integer", "decimal"].includes(column.kind);
  const valueOf = column ? (fact) => (numeric && fact.get(column.name) !== null ? Number(fact.get(column.name)) : fact.get(column.name)) : SORTS[name];
  if (valueOf) rows = sorted(rows, valueOf, direction === "down");
  const shown = own.filter((one) => one.shown);
  const head = (key, label, more) => sortHead(params, refresh, key, label, more);
  const table = h("table", { class: "rows facts" },
    h("caption", { class: "away" }, say(family || "facts")),
    h("thead", {}, h("tr", {},
      head("mark", say("mark")),
      !family && head("family", say("family")),
      head("fact", say("fact")),
      shown.map((one) => head(`own-${one.name}`, columnName(one.name), { numeric: ["integer", "decimal"].includes(one.kind), doc: meaning(one) })),
      !family && head("year", say("year")),
      h("th", { scope: "col", class: "long" }, say("sentence")),
      head("document", say("document")),
      head("rule", say("rule")))),
    h("tbody", {}, pageOf(params, rows).map((fact) => factRow(fact, family, shown))));
  const whole = passing(new URLSearchParams(), among, filters).length;
  return paged(params, rows, whole, say("found", { n: rows.length }), table, refresh);
}

const pageOf = (params, rows) => {
  const page = pageNumber(params, rows);
  return rows.slice((page - 1) * LENGTH, page * LENGTH);
};

const lastPage = (rows) => Math.max(1, Math.ceil(rows.length / LENGTH));
const pageNumber = (params, rows) => Math.min(Math.max(1, Number(params.get("page")) || 1), lastPage(rows));

const clearLink = (params) => `${location.hash.split("?")[0]}${params.has("family") ? `?family=${params.get("family")}` : ""}`;

function paged(params, rows, all, found, table, refresh) {
  const [page, last] = [pageNumber(params, rows), lastPage(rows)];
  const go = (to) => () => {
    setParameter(params, "page", to > 1 ? String(to) : "");
    refresh();
    const table = document.querySelector(".results");
    table.querySelector(to > page ? "[data-page=next]:enabled, [data-page=previous]" : "[data-page=previous]:enabled, [data-page=next]")?.focus();
    table.scrollIntoView();
  };
  announce(found);
  const pager = last > 1 && h("nav", { class: "pager", "aria-label": say("pages") },
    h("button", { type: "button", "data-page": "previous", disabled: page === 1, onclick: go(page - 1) }, `← ${say("previous")}`),
    h("span", {}, say("page", { a: page, b: last })),
    h("button", { type: "button", "data-page": "next", disabled: page === last, onclick: go(page + 1) }, `${say("next")} →`));
  return [
    h("p", { class: "found" }, h("strong", {}, found), rows.length < all && ` ${say("of", { n: all })}`,
      rows.length < all && h("a", { href: clearLink(params) }, say("clear"))),
    rows.length ? h("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": found }, table) : h("p", { class: "empty" }, say("none")),
    pager,
  ].filter(Boolean);
}

const badge = (family) => h("span", { class: `badge f-${family}` }, say(family));

const SIGNS = { right: "✓", wrong: "✗", fixed: "✎", added: "+" };

const verdictSign = (verdict) => (verdict
  ? h("span", { class: `verdict v-${verdict}`, title: say(verdict) }, h("span", { "aria-hidden": "true" }, SIGNS[verdict]), h("span", { class: "away" }, say(verdict)))
  : h("span", { class: "verdict", "aria-hidden": "true" }, "·"));

// So much of a sentence is shown on either side of the words; the rest stands in the document.
const BESIDE = 130;

// The sentence of a fact with its words marked.
function sentence(fact) {
  const { text, from, to } = fact.quote;
  if (to <= from) return h("span", { class: "quote" }, text);
  const before = text.slice(0, from);
  const after = text.slice(to);
  return h("span", { class: "quote" }, before.length > BESIDE ? `…${before.slice(-BESIDE).replace(/^\S*\s/, "")}` : before,
    h("mark", { class: `f-${fact.family}` }, text.slice(from, to)),
    after.length > BESIDE ? `${after.slice(0, BESIDE).replace(/\s\S*$/, "")}…` : after);
}

function shownCell(column, value) {
  if (value === null) return "";
  if (column.kind === "integer" || column.kind === "decimal") return column.name === "year" ? String(value) : shownNumber(value);
  return column.kind === "word" || Object.values(KIND_OF).includes(column.name) ? valueName(value) : value;
}

function factRow(fact, family, shown) {
  const get = (name) => fact.get(name);
  const cell = (label, attributes, ...content) => h("td", { "data-label": label, ...attributes }, content);
  return h("tr", { id: `row-${fact.id}` },
    cell(say("mark"), { class: "tight" }, verdictSign(marks.verdict(fact))),
    !family && cell(say("family"), { class: "tight" }, badge(fact.family)),
    h("th", { scope: "row", "data-label": say("fact") },
      h("a", { href: linkTo(fact.doc, fact.short), title: say("openFact"), onclick: () => { lastRow = fact.id; } }, headline(fact.family, get) || fact.words)),
    shown.map((column) => cell(columnName(column.name), { class: ["integer", "decimal"].includes(column.kind) && "n" }, shownCell(column, fact.get(column.name)))),
    !family && cell(say("year"), { class: "tight" }, fact.year),
    cell(say("sentence"), { class: "long" }, sentence(fact)),
    cell(say("document"), { class: "doc" }, h("a", { href: linkTo(fact.doc), title: fact.doc.title }, fact.doc.title), fact.doc.agency && h("small", {}, fact.doc.agency), repeatNote(fact.doc)),
    cell(say("rule"), { class: "rule" }, h("code", {}, fact.rule)));
}
