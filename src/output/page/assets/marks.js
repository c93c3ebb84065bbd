// Marks of a reader: kept in the browser by run, exported as a gold set.

const STORED = `solieu.marks.${run.hash}`;

const marks = {
  // By identity of the fact: { verdict: "right" | "wrong" | "fixed", at: [start, end], fields }
  facts: new Map(),
  // Facts that the program missed: { id, doc, family, start, end, fields }
  added: [],
  // Documents that were looked at whole.
  done: new Set(),
  stray: 0,

  load() {
    const text = store.get(STORED);
    if (!text) return;
    openTexts();
    try {
      this.take(JSON.parse(text));
    } catch {
      this.stray += 1;
    }
  },

  // Adds marks that were stored; those that fit no fact are counted and left.
  take(stored) {
    let taken = 0;
    for (const [id, mark] of stored.facts ?? []) {
      const fact = factById.get(id);
      const fits = fact && mark && ["right", "wrong", "fixed"].includes(mark.verdict) &&
        fact.start === mark.at?.[0] && fact.end === mark.at?.[1];
      if (fits) this.facts.set(id, mark);
      taken += fits ? 1 : 0;
      this.stray += fits ? 0 : 1;
    }
    for (const fact of stored.added ?? []) {
      const doc = docById.get(fact?.doc);
      const fits = doc?.text != null && FAMILIES.includes(fact.family) && Number.isInteger(fact.start) &&
        fact.start < fact.end && fact.end <= doc.point(doc.text.length) && typeof fact.fields === "object";
      if (fits && !this.added.some((known) => known.id === fact.id)) this.added.push(fact);
      taken += fits ? 1 : 0;
      this.stray += fits ? 0 : 1;
    }
    for (const id of stored.done ?? []) if (docById.has(id)) this.done.add(id);
    return taken;
  },

  pack() {
    return JSON.stringify({
      solieu: "marks", run: run.hash, facts: [...this.facts], added: this.added, done: [...this.done],
    });
  },

  save() {
    store.set(STORED, this.pack());
    showNotices();
  },

  get size() {
    return this.facts.size + this.added.length;
  },

  verdict(fact) {
    return this.facts.get(fact.id)?.verdict ?? "";
  },

  judge(fact, verdict, fields) {
    this.facts.set(fact.id, { verdict, at: [fact.start, fact.end], ...(fields ? { fields } : {}) });
    this.save();
  },

  unmark(fact) {
    this.facts.delete(fact.id);
    this.done.delete(fact.doc.id);
    this.save();
  },

  add(doc, family, start, end, fields) {
    const numbers = this.added.map((fact) => Number(fact.id.slice(1)) || 0);
    const fact = { id: `+${Math.max(0, ...numbers) + 1}`, doc: doc.id, family, start, end, fields };
    this.added.push(fact);
    this.save();
    return fact;
  },

  change(fact, start, end, fields) {
    Object.assign(fact, { start, end, fields });
    this.save();
  },

  remove(fact) {
    this.added = this.added.filter((other) => other !== fact);
    this.save();
  },

  finish(doc) {
    for (const fact of doc.facts) if (!this.verdict(fact)) this.judge(fact, "right");
    this.done.add(doc.id);
    this.save();
  },

  addedIn: (doc) => marks.added.filter((fact) => fact.doc === doc.id),

  // Documents with marks, in the order of the run.
  documents() {
    const touched = new Set([...this.facts.keys()].map((id) => factById.get(id).doc.id));
    for (const fact of this.added) touched.add(fact.doc);
    for (const id of this.done) touched.add(id);
    return docs.filter((doc) => doc.text !== null && touched.has(doc.id));
  },

  erase() {
    this.facts.clear();
    this.added = [];
    this.done.clear();
    this.save();
  },
};

// The fields of a fact as corrected.
function corrected(fact) {
  const fields = marks.facts.get(fact.id)?.fields ?? {};
  return (name) => (name in fields ? fields[name] : fact.get(name));
}

// A value for the gold set: a number where the column holds numbers and a float can bear it.
function goldValue(column, value) {
  if (value === null || value === undefined || value === "") return null;
  if (column.kind !== "decimal" && column.kind !== "integer") return value;
  const number = Number(value);
  return String(number) === String(value) ? number : value;
}

function goldFields(family, get) {
  const columns = schema.get(family).columns.filter((column) => !OF_PROGRAM.has(column.name));
  const pairs = columns.map((column) => [column.name, goldValue(column, get(column.name))]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

const DESCRIBED = ["title", "section", "published", "author", "agency", "kind", "number", "issuer", "place", "signed"];

// The annotation of one document; `rest` says whether facts without a mark count as right.
function annotation(doc, rest) {
  const described = DESCRIBED.map((name) => [name, doc.get(name)]).filter(([, value]) => value !== null);
  const gold = { doc_id: doc.id, doc: Object.fromEntries(described) };
  const wanted = doc.facts.filter((fact) => {
    const verdict = marks.verdict(fact);
    return verdict === "right" || verdict === "fixed" || (rest && !verdict);
  });
  for (const family of FAMILIES) {
    const own = wanted.filter((fact) => fact.family === family).map((fact) => {
      const get = corrected(fact);
      const whole = wanted.find((other) => other.id === fact.get("part_of"));
      return {
        start: get("start"), end: get("end"), id: fact.short, ...(whole ? { part_of: whole.short } : {}),
        ...goldFields(family, get),
      };
    });
    const more = marks.addedIn(doc).filter((fact) => fact.family === family).map((fact) => ({
      start: fact.start, end: fact.end, id: fact.id, ...goldFields(family, (name) => fact.fields[name]),
    }));
    gold[family] = [...own, ...more].sort((a, b) => a.start - b.start || a.end - b.end);
  }
  const unmarked = doc.facts.filter((fact) => !marks.verdict(fact)).length;
  gold.review = { finished: marks.done.has(doc.id), unmarked, unmarked_count_as_right: rest };
  return gold;
}

// A name for the files of a document: what stands after the last folder, without its ending.
function goldName(doc, taken) {
  const last = doc.id.split(/[/\\!]/).pop() || doc.id;
  const stem = last.replace(/\.[^.]*$/, "") || last;
  const base = stem.replace(/[\u0000-\u001f<>:"/\\|?*]/g, "_").replace(/^\.+/, "_") || "document";
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}~${number}`;
  taken.add(name.toLowerCase());
  return name;
}

// The gold folder as a zip file.
function goldZip(rest) {
  const files = {};
  const taken = new Set();
  for (const doc of marks.documents()) {
    const name = goldName(doc, taken);
    files[`${name}.txt`] = fflate.strToU8(doc.text);
    files[`${name}.json`] = fflate.strToU8(`${JSON.stringify(annotation(doc, rest), null, 1)}\n`);
  }
  // A fixed day, so that equal marks give equal files.
  return fflate.zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}
