// Begins: languages, the parts of the page, the address.

let onSelection = () => {};

const VIEWS = {
  __proto__: null,
  "": () => summaryView(),
  facts: (rest, params) => factsView(params),
  documents: (rest, params) => documentsView(params),
  review: () => reviewView(),
  doc: (rest) => documentView(rest),
};

function address() {
  const [path, query = ""] = location.hash.replace(/^#\/?/, "").split("?");
  const decode = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  const [name = "", ...rest] = path.split("/").map(decode);
  return { name: name in VIEWS ? name : "", rest, params: new URLSearchParams(query) };
}

function render({ quiet = false } = {}) {
  const { name, rest, params } = address();
  dropCharts();
  onSelection = () => {};
  if (name) openTexts();
  const main = byId("main");
  main.className = `view-${name || "summary"}`;
  main.replaceChildren(...VIEWS[name](rest, params).filter(Boolean));
  frame(name);
  drawCharts();
  const heading = main.querySelector("h1");
  document.title = `${heading.textContent} · solieu`;
  if (name === "doc" && rest[1] && quiet) openFromAddress(rest[1]);
  if (quiet) return;
  scrollTo(0, 0);
  const row = lastRow && name === "facts" ? byId(`row-${lastRow}`) : null;
  if (row) {
    row.querySelector("a").focus();
    row.scrollIntoView({ block: "center" });
    lastRow = "";
  } else heading.focus({ preventScroll: true });
  if (name === "doc" && rest[1]) openFromAddress(rest[1]);
}

function openFromAddress(key) {
  const button = [...document.querySelectorAll("#facts-of button")].find((one) => one.dataset.key === key);
  button?.click();
}

// The bar above and the line below, in the reader's language.
function frame(name) {
  byId("skip").textContent = say("skip");
  const nav = byId("nav");
  nav.setAttribute("aria-label", say("nav"));
  const link = (key, view) => h("a", { href: `#/${view}`, "aria-current": view === name && "page" }, say(key));
  nav.replaceChildren(link("summary", ""), link("facts", "facts"), link("documents", "documents"), link("review", "review"));
  const choices = byId("lang");
  choices.setAttribute("aria-label", say("language"));
  choices.replaceChildren(...Object.entries(LANGUAGES).map(([code, title]) => h("button", {
    type: "button", lang: code, title, "aria-label": title, "aria-pressed": String(code === language), onclick: () => switchTo(code),
  }, code.toUpperCase())));
  const { version, lexicon, hash } = run;
  byId("foot").replaceChildren(say("madeBy", { version, lexicon: lexicon.slice(0, 8), hash }));
  showNotices();
}

// The language that the run asked for is that of its page alone; else the choice holds for all pages.
const LANGUAGE_KEPT = run.settings.lang ? `solieu.language.${run.hash}` : "solieu.language";

function firstLanguage() {
  const wanted = [store.get(LANGUAGE_KEPT), run.settings.lang, /^en/i.test(navigator.language || "") ? "en" : "vi"];
  return wanted.find((code) => code && Object.hasOwn(LANGUAGES, code));
}

function switchTo(code) {
  setLanguage(code);
  store.set(LANGUAGE_KEPT, code);
  render({ quiet: true });
  byId("lang").querySelector("[aria-pressed=true]").focus();
}

// What a reader must know: that the page holds a sample, that marks are not kept.
function showNotices() {
  const all = run.totals.read + run.totals.failed;
  const notices = [];
  if (run.held.texts < run.totals.read || run.held.index < all) {
    notices.push(say("heldSome", { texts: run.held.texts, all, index: run.held.index, room: run.room.texts / 2 ** 20 }));
  }
  if (!store.works) notices.push(say("noStorage"));
  if (marks.stray) notices.push(say("strayMarks", { n: marks.stray }));
  byId("notices").replaceChildren(...notices.map((text) => h("p", { class: "notice" }, text)));
}

function announceLoud(text) {
  announce(text);
  byId("notices").prepend(h("p", { class: "notice" }, text));
}

setLanguage(firstLanguage());
marks.load();
addEventListener("hashchange", () => render());
document.addEventListener("selectionchange", () => onSelection());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawCharts());
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("figure details")) details.open = true;
  document.documentElement.classList.add("paper");
  drawCharts();
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("paper");
  drawCharts();
});
addEventListener("beforeunload", (event) => {
  if (!store.works && marks.size) event.preventDefault();
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.closest("input, select, textarea")) {
    const field = document.querySelector("[data-search]");
    if (field) event.preventDefault();
    field?.focus();
  }
});
render();
