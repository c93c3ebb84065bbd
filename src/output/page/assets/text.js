// The text of a document with its facts marked, and the way from a selection back to the tables' offsets.

// What the document view shows as a fact: one of the program, as corrected, or one that the reader added.
function itemsOf(doc) {
  const own = doc.facts.map((fact) => {
    const get = corrected(fact);
    return { key: fact.short, family: fact.family, start: get("start"), end: get("end"), get, fact, verdict: marks.verdict(fact) };
  });
  const more = marks.addedIn(doc).map((added) => ({
    key: added.id, family: added.family, start: added.start, end: added.end, get: (name) => added.fields[name] ?? null, added, verdict: "added",
  }));
  return [...own, ...more].sort((a, b) => a.start - b.start || b.end - a.end);
}

// The text cut at every edge of a fact; each piece knows the facts over it, the innermost last.
function pieces(doc, items) {
  const spans = items.map((item) => ({ item, from: doc.unit(item.start), to: doc.unit(item.end) }));
  const edges = [...new Set([0, doc.text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const out = [];
  let next = 0;
  let open = [];
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [from, to] = [edges[at], edges[at + 1]];
    open = open.filter((span) => span.to > from);
    while (next < spans.length && spans[next].from <= from) {
      if (spans[next].to > from) open.push(spans[next]);
      next += 1;
    }
    const over = [...open].sort((a, b) => (b.to - b.from) - (a.to - a.from)).map((span) => span.item);
    out.push({ text: doc.text.slice(from, to), over });
  }
  return out;
}

function markedText(doc, items, open) {
  const article = h("article", { class: "text", lang: "vi", id: "text" });
  for (const { text, over } of pieces(doc, items)) {
    if (!over.length) {
      article.append(text);
      continue;
    }
    const inner = over.at(-1);
    const depth = over.length > 1 ? "deep" : "";
    const element = h("mark", {
      class: `f-${inner.family} v-${inner.verdict || "none"} ${depth}`, tabindex: -1, "data-keys": over.map((item) => item.key).join(" "),
      title: over.map((item) => `${say(item.family)}: ${headline(item.family, item.get)}`).join("\n"),
      onclick: () => getSelection().isCollapsed && open(nextOver(over)),
    }, text);
    article.append(element);
  }
  return article;
}

// Where facts lie over one another, each click goes one further out.
function nextOver(over) {
  const current = document.querySelector("#facts-of [aria-current]")?.dataset.key;
  const at = over.findIndex((item) => item.key === current);
  return over[at > 0 ? at - 1 : over.length - 1].key;
}

const marksOf = (key) => [...document.querySelectorAll("#text mark")].filter((element) => element.dataset.keys.split(" ").includes(key));

// The selected code points of the text, without blanks around them; null where nothing of it is selected.
function selectedPoints(doc) {
  const article = byId("text");
  const selection = getSelection();
  if (!article || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(article);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return trimmed(doc, from, from + range.toString().length);
}

function trimmed(doc, from, to) {
  const words = doc.text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  return end > start ? [doc.point(start), doc.point(end)] : null;
}

// The code points of the nth place where the words stand in the text.
function nthPlace(doc, sought, nth) {
  if (!sought) return null;
  let from = -1;
  for (let count = 0; count < nth; count += 1) {
    from = doc.text.indexOf(sought, from + 1);
    if (from < 0) return null;
  }
  return [doc.point(from), doc.point(from + sought.length)];
}
