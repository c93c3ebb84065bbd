// Small tools: elements, languages, numbers, storage.

// Makes an element. Text only ever becomes a text node.
function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const byId = (id) => document.getElementById(id);

// Storage that may be refused: then it lasts as long as the page.
const store = {
  works: true,
  memory: new Map(),
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      this.works = false;
      return this.memory.get(key) ?? null;
    }
  },
  set(key, value) {
    this.memory.set(key, value);
    try {
      localStorage.setItem(key, value);
    } catch {
      this.works = false;
    }
  },
};

const LANGUAGES = { vi: "Tiếng Việt", en: "English" };

let language = "vi";
let numbers;
let words;

function setLanguage(code) {
  language = code;
  document.documentElement.lang = code;
  numbers = new Intl.NumberFormat(code === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 6 });
  words = new Intl.Collator(code, { numeric: true, sensitivity: "base" });
}

// The words of the page in the language of its reader.
function say(key, values = {}) {
  const pair = SAID[key];
  const text = pair ? pair[language === "vi" ? 0 : 1] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

const plain = (key) => key.replace(/_/g, " ");
const capital = (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
const own = (names, name) => (Object.hasOwn(names, name) ? names[name] : null);
const columnName = (name) => capital((language === "vi" && own(run.words.columns, name)) || plain(name));

// What a column means: [Vietnamese, English], as the words of the page.
const meaning = (column) => column.doc[language === "vi" ? 0 : 1];

// A key of the data as a reader says it.
function valueName(value) {
  if (value === null || value === undefined) return "";
  return (language === "vi" && (own(run.words.keys, value) ?? own(run.words.lists, value))) || plain(String(value));
}

// A number of the data, which may have more digits than a float.
function shownNumber(value) {
  const text = String(value);
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? numbers.format(number) : text;
}

const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
const lower = (text) => text.toLowerCase().normalize("NFC");

// A test for all words of a query; words with tone marks must stand as typed, bare ones match any tone.
function matcher(query) {
  const parts = lower(query).split(/\s+/).filter(Boolean);
  const tests = parts.map((part) => {
    const bare = fold(part);
    return bare === part ? (folded) => folded.includes(part) : (folded, exact) => exact.includes(part);
  });
  return (entry) => tests.every((test) => test(entry.folded, entry.exact));
}

const entry = (text) => ({ folded: fold(text), exact: lower(text) });

function announce(text) {
  byId("said").textContent = text;
}

function later(work, wait) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
}

// Hands a file to the reader.
function download(name, type, content) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// Filters that stand open where there is room.
const filterBox = (active, ...fields) => h("details", { class: "more", open: active || matchMedia("(min-width: 641px)").matches },
  h("summary", {}, say("filters")), h("div", { class: "filters" }, fields));

// A labelled choice; options are [value, words].
function choice(label, value, options, change) {
  const select = h("select", { onchange: (event) => change(event.target.value) });
  for (const [key, text] of options) select.append(h("option", { value: key, selected: key === value }, text));
  return h("label", { class: "field" }, h("span", {}, label), select);
}

function entryField(label, value, hint, change, attributes = {}) {
  const input = h("input", { value, placeholder: hint, oninput: later((event) => change(event.target.value), 200), ...attributes });
  return h("label", { class: "field" }, h("span", {}, label), input);
}
