// A page of many documents opens in time: node large.mjs FOLDER
import { statSync } from "node:fs";
import { join } from "node:path";
import { withPage } from "./browser.mjs";
import { expect } from "./check.mjs";

const LIMIT = 3000;
const file = join(process.argv[2], "report.html");

await withPage(file, {}, async (page) => {
  const opened = await page.evaluate(() => performance.now());
  const drawn = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  const ready = await page.evaluate(() => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd);
  expect(ready > 0 && ready < LIMIT && drawn < LIMIT, `opened after ${ready} ms, drawn after ${drawn} ms`);
  const timed = async (work) => {
    const begin = Date.now();
    await work();
    return Date.now() - begin;
  };
  const table = await timed(async () => {
    await page.evaluate(() => { location.hash = "#/facts"; });
    await page.locator(".facts tbody tr").first().waitFor();
  });
  const found = () => page.locator(".found strong").textContent();
  const all = await found();
  const search = await timed(async () => {
    await page.locator("[data-search]").fill("bang khen");
    await page.waitForFunction((before) => document.querySelector(".found strong").textContent !== before, all);
  });
  expect(table < LIMIT && search < LIMIT, `the table took ${table} ms, a search ${search} ms`);
  const notice = await page.locator(".notice").allTextContents();
  const size = (statSync(file).size / 2 ** 20).toFixed(1);
  console.log(`large: ok; ${size} MB, ready after ${Math.round(ready)} ms (${Math.round(opened)} ms seen from outside), table ${table} ms, search ${search} ms, ${all}`);
  console.log(`large: ${notice.join(" ") || "nothing is left out"}`);
});
