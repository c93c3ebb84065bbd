// Reports that were filed twice: node repeats.mjs ONCE ALL, the outputs of a run with copies, and of one with --keep-duplicates.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withPage } from "./browser.mjs";
import { equal, expect, sound } from "./check.mjs";

const [once, all] = process.argv.slice(2);
const documents = readFileSync(join(once, "facts.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const repeats = documents.filter((document) => document.duplicate_of);
const facts = (some) => some.reduce((sum, document) => sum + ["counts", "dates", "awards", "citations"].reduce((n, table) => n + document[table].length, 0), 0);
expect(repeats.length === 2 && facts(repeats) > 0, "the run has two copies");

const number = async (page, selector) => Number((await page.locator(selector).first().textContent()).replace(/\D/g, ""));
const go = async (page, hash) => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForTimeout(120);
};
const choose = async (page, value) => {
  await page.locator("select:has(option[value=once])").selectOption(value);
  await page.waitForTimeout(120);
  return number(page, ".found strong");
};

// The page was made with --lang vi and opens so, whatever the browser speaks.
await withPage(join(once, "report.html"), { locale: "en-GB" }, async (page) => {
  equal(await page.locator("h1").textContent(), "Tổng quan", "the language of the run");
  const distinct = documents.filter((document) => !document.duplicate_of);
  const counts = distinct.reduce((sum, document) => sum + document.counts.length, 0);
  equal(await number(page, ".tile.f-counts strong"), counts, "counts of copies are not counted again");
  expect((await page.locator(".tile").first().textContent()).includes("2 trùng văn bản khác"), "the copies are told");
  await page.locator("figure summary").first().click();
  const years = await page.locator("figure table").first().locator("td").allTextContents();
  equal(years.reduce((sum, cell) => sum + Number(cell), 0), distinct.length, "the chart of documents counts each report once");
  await sound(page, "summary with copies");

  await go(page, "#/facts");
  equal(await number(page, ".found strong"), facts(distinct), "each report is shown once");
  equal(await page.locator(".found a").count(), 0, "and nothing seems to be filtered");
  equal(await choose(page, "all"), facts(documents), "all facts");
  equal(await choose(page, "only"), facts(repeats), "facts of copies alone");
  equal(await page.locator(".facts .repeat").count(), await page.locator(".facts tbody tr").count(), "each row says so");
  await sound(page, "facts of copies");

  await go(page, "#/documents");
  equal(await number(page, ".found strong"), documents.length, "all documents are listed");
  equal(await page.locator(".documents .repeat").count(), 2, "copies are marked");
  equal(await choose(page, "once"), distinct.length, "without copies");
  equal(await choose(page, "only"), 2, "copies alone");
  await page.locator(".documents tbody th a").first().click();
  await page.waitForTimeout(120);
  const notice = page.locator("main .notice");
  expect((await notice.textContent()).includes(repeats[0].duplicate_of), "a copy names the first");
  await sound(page, "a copy");
  await notice.locator("a").click();
  await page.waitForTimeout(120);
  equal(await page.locator("main .notice").count(), 0, "the first is no copy");
  expect((await page.locator("main .note a").allTextContents()).includes(repeats[0].doc_id), "and names its copy");
  await page.locator("#lang button").nth(1).click();
  await page.reload();
  await page.waitForTimeout(150);
  equal(await page.evaluate(() => document.documentElement.lang), "en", "the reader's choice goes before that of the run");
});

await withPage(join(all, "report.html"), { locale: "en-GB" }, async (page) => {
  equal(await page.locator("h1").textContent(), "Summary", "without --lang, the language of the browser");
  const counts = documents.reduce((sum, document) => sum + document.counts.length, 0);
  equal(await number(page, ".tile.f-counts strong"), counts, "--keep-duplicates counts copies");
  await go(page, "#/facts");
  equal(await number(page, ".found strong"), facts(documents), "and lists them");
  equal(await choose(page, "only"), facts(repeats), "the filter is there, too");
});
console.log("repeats: ok");
