// The table of documents, and what it and others say of those that repeat another.

// Chooses whether documents that repeat another are seen; null where none does.
const repeatsFilter = (initial, docOf) => anyRepeats && {
  name: "repeats", label: say("repeats"), initial,
  options: [["once", say("once")], ["all", say("all")], ["only", say("onlyRepeats")]],
  test: (item, value) => value === "all" || (value === "only") === Boolean(docOf(item).repeats),
};

// Says of a document that it repeats another.
const repeatNote = (doc) => doc.repeats && h("small", { class: "repeat" }, `≈ ${columnName("duplicate_of")} ${doc.repeats}`);

function documentsView(params) {
  lastList = location.hash;
  const results = h("div", { class: "results" });
  const filters = [
    { name: "kind", label: say("kind"), options: options(tallied(docs, (doc) => doc.get("kind")), valueName), test: (doc, value) => doc.get("kind") === value },
    { name: "year", label: say("year"), options: options(tallied(docs, (doc) => doc.year).reverse()), test: (doc, value) => doc.year === value },
    { name: "agency", label: say("agency"), options: options(tallied(docs, (doc) => doc.agency)), test: (doc, value) => doc.agency === value },
    { name: "status", label: say("status"), options: options(tallied(docs, (doc) => doc.get("status")), valueName), test: (doc, value) => doc.get("status") === value },
    repeatsFilter("all", (doc) => doc),
  ].filter(Boolean);
  const refresh = () => results.replaceChildren(...documentResults(params, filters, refresh));
  const change = (name) => (value) => {
    setParameter(params, name, value);
    refresh();
  };
  refresh();
  return [
    h("h1", { tabindex: -1 }, say("documents")),
    h("form", { class: "sieve", role: "search", onsubmit: (event) => event.preventDefault() },
      entryField(say("search"), params.get("q") ?? "", say("searchDocuments"), change("q"), { type: "search", "data-search": true }),
      filterBox(filters.some(({ name }) => params.has(name)),
        filters.map((filter) => choice(filter.label, setting(params, filter), filter.options, change(filter.name))))),
    results,
  ];
}

function documentResults(params, filters, refresh) {
  const match = params.get("q") ? matcher(params.get("q")) : null;
  let rows = docs.filter((doc) => (!match || match(doc.haystack)) &&
    filters.every((filter) => !setting(params, filter) || filter.test(doc, setting(params, filter))));
  const [name, direction] = (params.get("sort") ?? "").split(".");
  const valueOf = { __proto__: null, document: (doc) => doc.title, year: (doc) => Number(doc.year) || null, agency: (doc) => doc.agency, status: (doc) => doc.get("status") }[name]
    ?? (FAMILIES.includes(name) && ((doc) => doc.get(name)));
  if (valueOf) rows = sorted(rows, valueOf, direction === "down");
  const head = (key, label, more) => sortHead(params, refresh, key, label, more);
  const table = h("table", { class: "rows documents" },
    h("caption", { class: "away" }, say("documents")),
    h("thead", {}, h("tr", {}, head("document", say("document")), head("year", say("year")), head("agency", say("agency")),
      FAMILIES.map((family) => head(family, say(family), { numeric: true })), head("status", say("status")))),
    h("tbody", {}, pageOf(params, rows).map(documentRow)));
  return paged(params, rows, docs.length, say("foundDocuments", { n: rows.length }), table, refresh);
}

function documentRow(doc) {
  const number = doc.get("number");
  return h("tr", {},
    h("th", { scope: "row", "data-label": say("document") },
      h("a", { href: linkTo(doc) }, doc.title),
      h("small", {}, [number && `${valueName(doc.get("kind"))} ${number}`, doc.id].filter(Boolean).join(" · ")), repeatNote(doc)),
    h("td", { "data-label": say("year"), class: "tight" }, doc.year),
    h("td", { "data-label": say("agency") }, doc.agency),
    FAMILIES.map((family) => h("td", { "data-label": say(family), class: "n" }, doc.get(family) === null ? "" : numbers.format(doc.get(family)))),
    h("td", { "data-label": say("status"), class: "tight" }, valueName(doc.get("status")), marks.done.has(doc.id) && h("small", {}, say("finished"))));
}
