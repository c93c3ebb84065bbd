// One document: its text with the facts marked, and beside it the fact that is looked at and the list of all.

function documentView([id, key]) {
  const doc = docById.get(id);
  if (!doc) return [backLink(), h("h1", { tabindex: -1 }, say("noDocument"))];
  const head = [
    backLink(),
    h("h1", { tabindex: -1 }, doc.title),
    h("p", { class: "note" }, [doc.agency, doc.get("published") ?? doc.get("signed"), doc.id].filter(Boolean).join(" · ")),
    repeatLinks(doc),
    aboutDocument(doc),
  ];
  if (doc.text === null) return [...head, h("p", { class: "empty" }, say("noText"))];
  const desk = new Desk(doc);
  desk.draw();
  if (key) desk.first = key;
  return [...head, h("div", { class: "desk" }, desk.sheet, desk.panel)];
}

// The way to the document that this one repeats, or to those that repeat this one.
function repeatLinks(doc) {
  const link = (other) => h("a", { href: linkTo(other) }, other.id);
  if (doc.repeats) {
    const original = docById.get(doc.repeats);
    return h("p", { class: "notice" }, say("repeatsOther"), " ", original ? link(original) : doc.repeats, ". ", say(counts(doc) ? "counted" : "notCounted"));
  }
  const copies = docs.filter((other) => other.repeats === doc.id);
  return copies.length > 0 && h("p", { class: "note" }, say("repeatedBy"), ": ", copies.map((copy, at) => [at > 0 && ", ", link(copy)]));
}

const backLink = () => h("p", { class: "back" }, h("a", { href: lastList, id: "back" }, `← ${say("back")}`));

function aboutDocument(doc) {
  const shown = documentColumns.filter(({ name }) => doc.get(name) !== null && !FAMILIES.includes(name));
  const value = (column) => (column.kind === "word" || column.name === "kind" ? valueName(doc.get(column.name)) : String(doc.get(column.name)));
  return h("details", { class: "about" }, h("summary", {}, say("about")),
    h("dl", {}, shown.map((column) => h("div", {}, h("dt", { title: meaning(column) }, columnName(column.name)), h("dd", {}, value(column))))));
}

// The desk at which a document is read and marked.
class Desk {
  constructor(doc) {
    this.doc = doc;
    this.key = null;
    this.sheet = h("section", { class: "sheet", "aria-label": say("text") });
    this.focus = h("div", { class: "focus", id: "focus" });
    this.list = h("ol", { id: "facts-of", class: "list" });
    this.state = h("div", { class: "state" });
    this.panel = h("aside", { class: "panel", "aria-label": say("factList"), onkeydown: (event) => this.press(event) },
      this.focus, h("h2", {}, say("factList")), this.list, this.state, h("p", { class: "note keys" }, say("keys")));
    onSelection = later(() => this.selected(), 150);
  }

  draw() {
    this.items = itemsOf(this.doc);
    this.sheet.replaceChildren(markedText(this.doc, this.items, (key) => this.open(key)));
    this.drawList();
  }

  drawList() {
    const button = (item) => h("li", {}, h("button", {
      type: "button", class: `f-${item.family}`, "data-key": item.key, "aria-current": item.key === this.key && "true",
      onclick: () => this.open(item.key, true),
    }, verdictSign(item.verdict), h("span", { class: "what" }, headline(item.family, item.get) || this.doc.slice(item.start, item.end)),
    h("small", {}, say(item.family))));
    this.list.replaceChildren(...this.items.map(button));
    const rest = this.doc.facts.filter((fact) => !marks.verdict(fact)).length;
    const finished = marks.done.has(this.doc.id);
    this.state.replaceChildren(
      this.items.length ? "" : h("p", { class: "empty" }, say("noFactsHere")),
      h("p", { class: "actions" },
        h("button", { type: "button", id: "add-missed", onclick: () => this.show(finder(this.doc, (family, span) => this.add(family, span), () => this.open(this.key))) }, `+ ${say("addMissed")}`),
        finished
          ? h("span", { class: "finished" }, `✓ ${say("finished")} `, h("button", { type: "button", onclick: () => { marks.done.delete(this.doc.id); marks.save(); this.drawList(); } }, say("reopen")))
          : h("button", { type: "button", id: "finish", onclick: () => { marks.finish(this.doc); this.draw(); this.open(this.key); } }, say("finish", { n: rest }))));
  }

  item(key) {
    return this.items.find((item) => item.key === key);
  }

  // Shows one fact; `focused` leaves the keyboard in the list.
  open(key, focused = false) {
    const item = this.item(key);
    this.key = item ? key : null;
    for (const mark of document.querySelectorAll("#text mark.on")) mark.classList.remove("on");
    for (const button of this.list.querySelectorAll("button")) {
      if (button.dataset.key === this.key) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    history.replaceState(null, "", linkTo(this.doc, this.key ?? ""));
    if (!item) return this.show();
    const own = marksOf(key);
    for (const mark of own) mark.classList.add("on");
    this.show(this.details(item));
    reveal(own[0]);
    const button = this.list.querySelector("[aria-current]");
    if (focused) button.focus({ preventScroll: true });
    this.list.scrollTop = Math.max(0, button.offsetTop - this.list.clientHeight / 2);
  }

  show(...content) {
    this.focus.replaceChildren(...content);
    const head = this.focus.querySelector("form h3, form input");
    if (head) head.focus();
  }

  details(item) {
    const { fact, family } = item;
    const columns = schema.get(family).columns.filter(({ name }) => !["fact_id", "quote", "start", "end"].includes(name));
    const changed = fact ? marks.facts.get(fact.id)?.fields ?? {} : {};
    const rows = columns.map((column) => [column, item.get(column.name)]).filter(([column, value]) => (value !== null && value !== "") || column.name in changed);
    const judge = (verdict) => h("button", {
      type: "button", class: `judge v-${verdict}`, "aria-pressed": String(item.verdict === verdict), "data-judge": verdict,
      onclick: () => this.judge(item, verdict),
    }, `${SIGNS[verdict]} ${say(verdict)}`);
    return h("section", { class: `details f-${family}`, "aria-label": say("fact") },
      h("div", { class: "top" }, badge(family), verdictSign(item.verdict),
        h("span", { class: "steps" },
          h("button", { type: "button", title: say("previous"), "aria-label": say("previous"), onclick: () => this.step(-1) }, "↑"),
          h("button", { type: "button", title: say("next"), "aria-label": say("next"), onclick: () => this.step(1) }, "↓"),
          h("button", { type: "button", title: say("close"), "aria-label": say("close"), onclick: () => this.open(null) }, "×"))),
      h("h3", {}, headline(family, item.get) || this.doc.slice(item.start, item.end)),
      h("p", { class: "actions" },
        fact && judge("right"), fact && judge("wrong"),
        h("button", { type: "button", "data-judge": "fix", onclick: () => this.edit(item) }, `✎ ${say("fix")}`),
        item.verdict && h("button", { type: "button", "data-judge": "unmark", onclick: () => this.unmark(item) }, say(fact ? "unmark" : "remove"))),
      h("dl", {}, rows.map(([column, value]) => h("div", { class: column.name in changed && "changed" },
        h("dt", { title: meaning(column) }, columnName(column.name)),
        h("dd", {}, value === null ? "–" : column.name === "rule" ? h("code", {}, value) : shownCell(column, value))))));
  }

  // After a mark: the same fact again, or the next.
  after(key, next = false) {
    const at = this.items.findIndex((item) => item.key === key);
    const inList = this.list.contains(document.activeElement);
    const judged = document.activeElement?.dataset?.judge;
    this.draw();
    const follow = next ? this.items.slice(at + 1).find((item) => !item.verdict)?.key : null;
    this.open(follow ?? key, inList);
    if (!inList && judged) this.focus.querySelector(`[data-judge="${judged}"]`)?.focus({ preventScroll: true });
  }

  judge(item, verdict) {
    if (!item.fact) return;
    marks.judge(item.fact, verdict);
    announce(`${headline(item.family, item.get)}: ${say(verdict)}`);
    this.after(item.key, true);
  }

  unmark(item) {
    if (item.fact) marks.unmark(item.fact);
    else marks.remove(item.added);
    this.after(item.key);
  }

  edit(item) {
    this.show(factForm({
      doc: this.doc, family: item.family, start: item.start, end: item.end, get: item.get, title: say("fix"),
      cancel: () => this.open(item.key, true),
      done: ([start, end], values) => {
        if (item.added) marks.change(item.added, start, end, values);
        else marks.judge(item.fact, "fixed", this.changes(item.fact, start, end, values));
        this.draw();
        this.open(item.key, true);
      },
    }));
  }

  // The fields that differ from what the program wrote.
  changes(fact, start, end, values) {
    const all = { ...values, start, end };
    const differs = ([name, value]) => String(value ?? "") !== String(fact.get(name) ?? "");
    return Object.fromEntries(Object.entries(all).filter(differs));
  }

  add(family, [start, end]) {
    const suggested = suggestion(family, this.doc.slice(start, end));
    this.show(factForm({
      doc: this.doc, family, start, end, get: (name) => suggested[name] ?? null, title: say("addMissed"),
      cancel: () => this.open(this.key),
      done: ([from, to], values) => {
        const added = marks.add(this.doc, family, from, to, values);
        this.draw();
        this.open(added.id, true);
        announce(`${say("added")}: ${this.doc.slice(from, to)}`);
      },
    }));
  }

  // Words of the text were selected: offer to add them.
  selected() {
    const span = selectedPoints(this.doc);
    if (!span || this.focus.querySelector("form")) return;
    const offer = (family) => h("button", {
      type: "button", class: `f-${family}`, "data-add": family, onmousedown: (event) => event.preventDefault(), onclick: () => this.add(family, span),
    }, say(family));
    this.show(h("section", { class: "details" }, h("h3", {}, say("addMissed")), h("p", { class: "picked" }, this.doc.slice(...span)),
      h("p", { class: "actions" }, say("addAs"), FAMILIES.map(offer), h("button", { type: "button", onclick: () => { getSelection().removeAllRanges(); this.open(this.key); } }, say("cancel")))));
  }

  step(by) {
    const at = this.items.findIndex((item) => item.key === this.key);
    const item = this.items[Math.min(this.items.length - 1, Math.max(0, at + by))];
    if (item) this.open(item.key, this.list.contains(document.activeElement));
  }

  press(event) {
    if (event.target.closest("input, select, textarea, form") || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = this.item(this.key);
    const act = {
      j: () => this.step(1), k: () => this.step(-1), ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1), Escape: () => this.open(null),
      r: () => item && this.judge(item, "right"), w: () => item && this.judge(item, "wrong"),
      e: () => item && this.edit(item), u: () => item && this.unmark(item),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
}

// Scrolls to words of the text where they are not in sight.
function reveal(element) {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const sheet = matchMedia("(max-width: 900px)").matches ? innerHeight * 0.5 : innerHeight;
  if (top < 80 || bottom > sheet - 40) scrollBy({ top: top - sheet * 0.35, behavior: "instant" });
}
