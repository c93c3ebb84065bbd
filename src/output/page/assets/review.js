// The review: how far it is, every mark, and the ways in and out.

let restCountsAsRight = true;

function reviewView() {
  const touched = marks.documents();
  const next = docs.find((doc) => doc.text !== null && counts(doc) && !marks.done.has(doc.id) && doc.facts.length);
  return [
    h("h1", { tabindex: -1 }, say("review")),
    h("p", { class: "lead" }, say("reviewLead")),
    h("p", { class: "actions" }, next && h("a", { class: "button main", href: linkTo(next, next.facts.find((fact) => !marks.verdict(fact))?.short) }, say("nextDocument"))),
    progress(),
    exporting(touched),
    allMarks(touched),
  ];
}

function progress() {
  const rows = FAMILIES.map((family) => {
    const own = [...marks.facts].filter(([id]) => factById.get(id).family === family);
    const count = (verdict) => own.filter(([, mark]) => mark.verdict === verdict).length;
    const [right, wrong, fixed] = VERDICTS.map(count);
    const all = right + wrong + fixed;
    const share = all ? `${numbers.format(Math.round((100 * right) / all))} %` : "–";
    return [say(family), right, wrong, fixed, marks.added.filter((fact) => fact.family === family).length, share];
  });
  const head = [say("family"), ...VERDICTS.map((verdict) => say(verdict)), say("added"), say("precision")];
  return h("section", { class: "sheet" }, h("h2", {}, say("progress")),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("progress") }, numbersTable(say("progress"), head, rows)));
}

function exporting(touched) {
  const name = `gold-${run.hash.slice(0, 8)}.zip`;
  const unfinished = touched.filter((doc) => !marks.done.has(doc.id)).length;
  const rest = (value, label) => h("label", {}, h("input", {
    type: "radio", name: "rest", checked: restCountsAsRight === value, onchange: () => { restCountsAsRight = value; },
  }), label);
  const save = () => {
    download(name, "application/zip", goldZip(restCountsAsRight));
    announce(say("exported", { n: touched.length }));
  };
  return h("section", { class: "sheet" }, h("h2", {}, say("export")),
    h("p", {}, say("exportLead")),
    h("pre", { class: "command", tabindex: 0 }, `solieu evaluate ${name} output`),
    unfinished > 0 && h("p", { class: "warning" }, say("unfinished", { n: unfinished })),
    h("fieldset", {}, h("legend", {}, say("rest")), rest(true, say("restRight")), rest(false, say("restOut"))),
    h("p", { class: "actions" },
      h("button", { type: "button", class: "main", id: "export", disabled: !touched.length, onclick: save }, say("exportGold")),
      h("button", { type: "button", disabled: !touched.length, onclick: () => download(`marks-${run.hash.slice(0, 8)}.json`, "application/json", marks.pack()) }, say("backup")),
      restoring(), erasing()));
}

function restoring() {
  const input = h("input", { type: "file", accept: ".json,application/json", class: "away", tabindex: -1, "aria-label": say("restore"), onchange: async (event) => {
    const [file] = event.target.files;
    if (!file) return;
    let stored = null;
    try {
      stored = JSON.parse(await file.text());
    } catch { /* no JSON: told below */ }
    if (stored?.solieu !== "marks" || stored.run !== run.hash) return announceLoud(say("wrongFile"));
    const taken = marks.take(stored);
    marks.save();
    render();
    announceLoud(say("restored", { n: taken }));
  } });
  return [h("button", { type: "button", onclick: () => input.click() }, say("restore")), input];
}

function erasing() {
  const button = h("button", { type: "button", disabled: !marks.size && !marks.done.size, onclick: () => {
    if (button.dataset.sure) {
      marks.erase();
      render();
    } else {
      button.dataset.sure = "yes";
      button.classList.add("danger");
      button.textContent = say("eraseSure", { n: marks.size });
    }
  } }, say("erase"));
  return button;
}

function allMarks(touched) {
  if (!touched.length) return h("p", { class: "empty" }, say("noMarks"));
  const row = (doc, item) => h("tr", {},
    h("td", { class: "tight", "data-label": say("mark") }, verdictSign(item.verdict)),
    h("td", { class: "tight", "data-label": say("family") }, badge(item.family)),
    h("th", { scope: "row", "data-label": say("fact") }, h("a", { href: linkTo(doc, item.key) }, headline(item.family, item.get) || doc.slice(item.start, item.end))));
  const group = (doc) => {
    const marked = itemsOf(doc).filter((item) => item.verdict);
    return h("details", { class: "group" },
      h("summary", {}, h("strong", {}, doc.title), ` · ${numbers.format(marked.length)} · ${say(marks.done.has(doc.id) ? "finished" : "unmarked")}${marks.done.has(doc.id) ? "" : `: ${numbers.format(doc.facts.filter((fact) => !marks.verdict(fact)).length)}`}`),
      h("div", { class: "scroll" }, h("table", { class: "rows" },
        h("thead", {}, h("tr", {}, [say("mark"), say("family"), say("fact")].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, marked.map((item) => row(doc, item))))));
  };
  return h("section", { class: "sheet" }, h("h2", {}, say("markedDocuments")), touched.map(group));
}
