// The summary: the run in numbers, with charts and their tables.

const charts = [];

const shade = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function summaryView() {
  const { totals } = run;
  const tiles = [
    tile(totals.read, say("readDocuments"), "#/documents", [
      totals.partial > 0 && say("partly", { n: totals.partial }),
      totals.failed > 0 && say("notRead", { n: totals.failed }),
      totals.repeated > 0 && say("repeated", { n: totals.repeated }),
    ].filter(Boolean).join(" · ")),
    ...FAMILIES.map((family, index) => {
      const again = run.settings.keep_duplicates ? 0 : totals.repeated_facts[index];
      return tile(totals.facts[index] - again, say(family), `#/facts?family=${family}`, again > 0 && say("inRepeats", { n: again }), family);
    }),
  ];
  return [
    h("h1", { tabindex: -1 }, say("summary")),
    h("ul", { class: "tiles" }, tiles),
    h("div", { class: "charts" }, documentsChart(), awardsChart(), unitsChart()),
    problemsList(),
  ];
}

function tile(number, label, link, note, family = "") {
  return h("li", {}, h("a", { class: `tile ${family && `f-${family}`}`, href: link },
    h("strong", {}, numbers.format(number)), h("span", {}, label), note && h("small", {}, note)));
}

// All years from the first to the last, where that is not too many.
function yearsOf(years) {
  const known = [...new Set(years.filter((year) => year !== null))].sort((a, b) => a - b);
  if (!known.length || known.at(-1) - known[0] > 40) return known;
  return Array.from({ length: known.at(-1) - known[0] + 1 }, (_, index) => known[0] + index);
}

function documentsChart() {
  const rows = run.totals.documents;
  const number = new Map(rows);
  const years = yearsOf(rows.map(([year]) => year));
  if (number.has(null)) years.push(null);
  const labels = years.map((year) => year ?? say("noYear"));
  const values = years.map((year) => number.get(year) ?? 0);
  return figure(say("byYear"), say("byYearNote"), [say("year"), say("number")], labels.map((label, at) => [label, values[at]]), (canvas) => ({
    type: "bar",
    data: { labels, datasets: [{ label: say("documents"), data: values, backgroundColor: shade("--c-1"), maxBarThickness: 44 }] },
    options: chartOptions({ legend: false }),
  }));
}

const SERIES = 6;

function awardsChart() {
  const rows = run.totals.awards;
  const sums = new Map();
  for (const [, award, n] of rows) sums.set(award, (sums.get(award) ?? 0) + n);
  const kinds = [...sums].sort((a, b) => b[1] - a[1]).map(([award]) => award);
  const years = yearsOf(rows.map(([year]) => year));
  if (rows.some(([year]) => year === null)) years.push(null);
  const shown = kinds.length > SERIES + 1 ? kinds.slice(0, SERIES) : kinds;
  const count = (wanted, year) => rows.reduce((sum, [y, award, n]) => sum + (y === year && wanted(award) ? n : 0), 0);
  const series = shown.map((award) => [valueName(award), (other) => other === award]);
  if (shown.length < kinds.length) series.push([say("otherKinds"), (award) => !shown.includes(award)]);
  const labels = years.map((year) => year ?? say("noYear"));
  const table = kinds.map((award) => [valueName(award), ...years.map((year) => count((other) => other === award, year)), sums.get(award)]);
  return figure(say("awardsByYear"), say("awardsNote"), [say("kind"), ...labels, say("sum")], table, () => ({
    type: "bar",
    data: {
      labels,
      datasets: series.map(([label, wanted], index) => ({
        label, data: years.map((year) => count(wanted, year)), backgroundColor: shade(`--c-${index + 1}`),
        borderColor: shade("--sheet"), borderWidth: { top: 1 }, maxBarThickness: 44,
      })),
    },
    options: chartOptions({ legend: true, stacked: true }),
  }));
}

function unitsChart() {
  const rows = run.totals.units
    .filter(([unit, , sum]) => DOCUMENT_UNITS.has(unit) && Number(sum) > 0)
    .sort((a, b) => Number(b[2]) - Number(a[2]));
  const labels = rows.map(([unit, , sum]) => `${valueName(unit)} · ${shownNumber(sum)}`);
  const table = rows.map(([unit, n, sum]) => [valueName(unit), n, shownNumber(sum)]);
  return figure(say("units"), say("unitsNote"), [say("kind"), say("facts"), say("sum")], table, () => ({
    type: "bar",
    data: {
      labels,
      datasets: [{
        label: say("sum"), data: rows.map(([, , sum]) => Number(sum)), maxBarThickness: 22,
        backgroundColor: rows.map(([unit]) => shade(unit === "model" ? "--c-2" : "--c-1")),
      }],
    },
    options: chartOptions({ legend: false, flat: true }),
  }), rows.length);
}

function chartOptions({ legend, stacked = false, flat = false }) {
  const ink = shade("--ink-2");
  const ticks = { color: ink, font: { size: 12 } };
  const grid = { color: shade("--line") };
  const whole = { ...ticks, precision: 0, maxRotation: 0, callback: (value) => (flat && !/^[125]0*$/.test(String(value)) ? "" : numbers.format(value)) };
  const value = { type: flat ? "logarithmic" : "linear", min: flat ? 0.8 : undefined, beginAtZero: true, stacked, ticks: whole, grid, border: { display: false } };
  const category = { stacked, ticks: { ...ticks, autoSkip: !flat, maxRotation: flat ? 0 : 60 }, grid: { display: false }, border: { color: shade("--line-2") } };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: flat ? "y" : "x",
    scales: flat ? { x: value, y: category } : { x: category, y: value },
    plugins: {
      legend: { display: legend, position: "bottom", labels: { color: ink, boxWidth: 12, boxHeight: 12, font: { size: 12 } } },
      tooltip: { callbacks: { label: (item) => `${item.dataset.label}: ${numbers.format(item.raw)}` } },
    },
  };
}

// A chart with its words and its table; without numbers, the words alone.
function figure(title, note, head, rows, config, bars = 0) {
  const canvas = h("canvas", { role: "img", "aria-label": `${title}. ${say("asTable")}.` });
  const box = h("div", { class: "plot" }, canvas);
  if (bars) box.style.height = `${Math.max(160, bars * 26 + 50)}px`;
  if (rows.length) charts.push({ canvas, config });
  return h("figure", { class: `sheet ${bars ? "wide" : ""}` },
    h("figcaption", {}, h("h2", {}, title), h("p", { class: "note" }, note)),
    rows.length ? box : h("p", {}, say("noData")),
    rows.length > 0 && h("details", {}, h("summary", {}, say("asTable")),
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, numbersTable(title, head, rows))));
}

function numbersTable(title, head, rows) {
  const cell = (value, at) => (at === 0
    ? h("th", { scope: "row" }, value)
    : h("td", { class: "n" }, typeof value === "number" ? numbers.format(value) : value));
  return h("table", { class: "numbers" },
    h("caption", { class: "away" }, title),
    h("thead", {}, h("tr", {}, head.map((name, at) => h("th", { scope: "col", class: at && "n" }, name)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell)))));
}

function drawCharts() {
  for (const chart of charts) {
    chart.drawn?.destroy();
    Chart.defaults.font.family = shade("--font");
    chart.drawn = new Chart(chart.canvas, chart.config(chart.canvas));
  }
}

function dropCharts() {
  for (const chart of charts) chart.drawn?.destroy();
  charts.length = 0;
}

// Problems that stand open; the others are folded.
const PROBLEMS_FIRST = 20;

function problemsList() {
  const rows = read("problems");
  const all = run.totals.errors + run.totals.warnings;
  if (!all) return null;
  const { columns } = schema.get("problems");
  // Behind its columns a row has its sentences in Vietnamese.
  const said = (row, column, at) => {
    const spoken = ["what", "where"].indexOf(column.name);
    return language === "vi" && spoken >= 0 ? row[columns.length + spoken] : row[at];
  };
  const cell = (column, raw) => {
    const value = cellOf(column, raw) ?? "";
    if (column.name === "document" && docById.has(value)) return h("a", { href: linkTo(docById.get(value)) }, value);
    return column.kind === "word" ? valueName(value) : value;
  };
  const table = (some) => h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("problems") },
    h("table", { class: "rows" },
      h("thead", {}, h("tr", {}, columns.map((column) => h("th", { scope: "col" }, columnName(column.name))))),
      h("tbody", {}, some.map((row) => h("tr", {}, columns.map((column, at) => h("td", { "data-label": columnName(column.name) }, cell(column, said(row, column, at)))))))));
  const rest = rows.slice(PROBLEMS_FIRST);
  return h("section", { class: "sheet" },
    h("h2", {}, `${say("problems")} (${numbers.format(all)})`),
    table(rows.slice(0, PROBLEMS_FIRST)),
    rest.length > 0 && h("details", { class: "rest" }, h("summary", {}, say("problemsRest", { n: rest.length })), table(rest)),
    all > rows.length && h("p", { class: "note" }, say("problemsMore", { n: all - rows.length })));
}
