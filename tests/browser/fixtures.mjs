// The page of the fixtures: node fixtures.mjs SOLIEU FOLDER, where FOLDER is the output of a run over them.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withPage } from "./browser.mjs";
import { equal, expect, sound } from "./check.mjs";

const [solieu, folder] = process.argv.slice(2);
const file = join(folder, "report.html");
const documents = readFileSync(join(folder, "facts.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const all = (table) => documents.flatMap((document) => document[table]);

const rows = (page) => page.locator(".facts tbody tr");
const found = async (page) => Number((await page.locator(".found strong").textContent()).replace(/\D/g, ""));
const filter = (page, label) => page.locator(`.filters label:has(> span:text-is("${label}")) select`);
const go = async (page, hash) => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForTimeout(120);
};

async function looks() {
  for (const width of [1280, 390]) {
    for (const scheme of ["light", "dark"]) {
      await withPage(file, { width, scheme }, async (page) => {
        const views = ["#/", "#/facts", ...["counts", "dates", "awards", "citations"].map((family) => `#/facts?family=${family}`), "#/documents", "#/review"];
        for (const hash of views) {
          await go(page, hash);
          await sound(page, `${hash} ${width} ${scheme}`);
        }
        await go(page, "#/facts?family=awards");
        await rows(page).first().locator("th a").click();
        await sound(page, `document ${width} ${scheme}`);
        await page.locator("[data-judge=wrong]").click();
        await page.locator("[data-judge=fix]").click();
        await sound(page, `form ${width} ${scheme}`);
        await page.locator("form.edit button").last().click();
        await page.locator(".steps button").last().click();
        await page.locator("#add-missed").click();
        await sound(page, `finder ${width} ${scheme}`);
        await go(page, "#/review");
        await page.locator(".group summary").click();
        await sound(page, `marks ${width} ${scheme}`);
      });
    }
  }
}

async function tables() {
  await withPage(file, { hash: "#/facts?family=counts" }, async (page) => {
    const counts = all("counts");
    equal(await found(page), counts.length, "all counts are listed");
    await filter(page, "Loại").selectOption("plan");
    equal(await found(page), counts.filter((count) => count.unit === "plan").length, "counts of plans");
    expect(page.url().includes("kind=plan"), "a filter stands in the address");
    await page.locator("[data-sort=fact]").click();
    await page.locator("[data-sort=fact]").click();
    const top = counts.filter((count) => count.unit === "plan").sort((a, b) => b.value - a.value)[0];
    const first = (await rows(page).first().locator("th").textContent()).replace(/\D/g, "");
    equal(Number(first), top.value, "the largest number of plans comes first");
    equal(await page.locator("th[aria-sort=descending]").count(), 1, "the order is told to a screen reader");
    await page.getByText("Bỏ lọc").click();
    await page.waitForTimeout(100);
    equal(await found(page), counts.length, "filters are cleared");

    await page.locator("[data-search]").fill("ke hoach");
    await page.waitForTimeout(350);
    const bare = await found(page);
    await page.locator("[data-search]").fill("kế hoạch");
    await page.waitForTimeout(350);
    expect(bare >= (await found(page)) && (await found(page)) > 0, "words are found without and with tone marks");
    await page.locator("[data-search]").fill("không có từ nào như thế này");
    await page.waitForTimeout(350);
    equal(await rows(page).count(), 0, "nothing is found for words that no sentence has");

    await go(page, "#/facts?family=awards");
    equal(await found(page), all("awards").length, "all awards are listed");
    await filter(page, "Năm").selectOption("2020");
    const own = all("awards").filter((award) => award.year === 2020).length;
    expect((await found(page)) >= own && own > 0, "awards of a year");
    await filter(page, "Độ tin cậy").selectOption({ index: 1 });
    expect((await found(page)) > 0, "a class of confidence");
    await go(page, "#/documents");
    equal(await found(page), documents.length, "all documents are listed");
  });
}

// Every mark of the page stands over the words that the tables name.
async function words() {
  await withPage(file, {}, async (page) => {
    for (const document of documents) {
      await go(page, `#/doc/${encodeURIComponent(document.doc_id)}`);
      const text = await page.locator("#text").evaluate((element) => element.textContent);
      const points = [...text];
      equal(points.length, document.chars, `${document.doc_id}: its length in code points`);
      const shown = await page.locator("#text").evaluate((article) => {
        const words = {};
        for (const mark of article.querySelectorAll("mark")) for (const key of mark.dataset.keys.split(" ")) words[key] = (words[key] ?? "") + mark.textContent;
        return words;
      });
      for (const fact of ["counts", "dates", "awards", "citations"].flatMap((table) => document[table])) {
        const key = fact.fact_id.split("#").pop();
        equal(shown[key], points.slice(fact.start, fact.end).join(""), `${fact.fact_id}: its words`);
      }
      await go(page, `#/facts?doc=${encodeURIComponent(document.doc_id)}`);
      const sentences = await page.locator(".facts tbody tr").evaluateAll((all) => all.map((row) => [row.id.slice(4), row.querySelector("mark")?.textContent]));
      for (const [id, words] of sentences) {
        const fact = ["counts", "dates", "awards", "citations"].flatMap((table) => document[table]).find(({ fact_id }) => fact_id === id);
        equal(words, points.slice(fact.start, fact.end).join("").normalize("NFC"), `${id}: its words in the sentence`);
      }
    }
  });
}

async function review() {
  const marked = "emulation/tong-ket-thi-dua.txt";
  const gold = await withPage(file, { hash: `#/facts?family=awards&doc=${encodeURIComponent(marked)}` }, async (page) => {
    // From a row to its words, and back to the row.
    const link = rows(page).nth(1).locator("th a");
    const key = decodeURIComponent((await link.getAttribute("href")).split("/").pop());
    await link.click();
    await page.waitForTimeout(150);
    expect(await page.locator("#text mark.on").first().isVisible(), "the words are in sight");
    equal(await page.locator("#facts-of [aria-current]").getAttribute("data-key"), key, "the fact of the row is open");
    await page.locator("#back").click();
    await page.waitForTimeout(150);
    expect(await rows(page).nth(1).locator("th a").evaluate((element) => element === document.activeElement), "back on the row");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);

    // Right and wrong by keyboard, then a correction.
    const at = () => page.locator("#facts-of [aria-current]").getAttribute("data-key");
    const first = await at();
    await page.keyboard.press("w");
    await page.keyboard.press("r");
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.locator("form.edit [name]:not(select)").first().fill("badge");
    await page.locator("form.edit button[type=submit]").click();
    equal(await page.locator("#facts-of .v-wrong, #facts-of .v-right, #facts-of .v-fixed").count(), 3, "three facts are marked");
    expect(first !== (await at()), "a mark leads on to the next fact");

    // A missed fact by selecting words.
    const word = await page.evaluate(() => {
      const node = [...document.querySelector("#text").childNodes].find((one) => one.nodeType === 3 && /\p{L}{4,} \p{L}{3,}/u.test(one.data));
      const match = node.data.match(/\p{L}{4,} \p{L}{3,}/u);
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return match[0];
    });
    await page.locator("[data-add=counts]").click();
    await page.locator("[name=value]").fill("7");
    await page.locator("[name=unit]").fill("model");
    await page.locator("form.edit button[type=submit]").click();
    equal(await page.locator("#text mark.v-added").textContent(), word, "the added words are marked");

    // Marks outlive the page.
    await page.reload();
    await page.waitForTimeout(200);
    equal(await page.locator("#facts-of .v-added").count(), 1, "marks are kept");
    await page.locator("#finish").click();

    await go(page, "#/review");
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export").click()]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  });

  const evaluation = JSON.parse(execFileSync(solieu, ["evaluate", gold, folder, "--json"], { encoding: "utf8" }));
  equal(evaluation.documents, 1, "the gold set holds the marked document");
  const document = documents.find(({ doc_id }) => doc_id === marked);
  const score = (table) => evaluation[table].fact;
  equal([score("counts").gold, score("counts").predicted], [document.counts.length + 1, document.counts.length], "one count was missed");
  equal(score("counts").precision, 1, "every count that was found stands in the gold set");
  equal(score("citations").f1, 1, "citations were left as they are");
  expect(score("awards").f1 < 1, "an award was wrong and one was corrected");
}

async function without() {
  const before = () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("refused", "SecurityError"); } });
  await withPage(file, { before }, async (page) => {
    await page.locator("#lang button").nth(1).click();
    equal(await page.locator("h1").textContent(), "Summary", "English without storage");
    await go(page, "#/facts");
    await rows(page).first().locator("th a").click();
    await page.locator("[data-judge=right]").click();
    equal(await page.locator("#facts-of .v-right").count(), 1, "marks work without storage");
    expect((await page.locator(".notice").textContent()).includes("refuses storage"), "and the reader is told");
    await page.evaluate(() => { window.onbeforeunload = null; });
  });
}

async function languages() {
  await withPage(file, {}, async (page) => {
    equal(await page.locator("h1").textContent(), "Tổng quan", "Vietnamese first");
    await page.locator("#lang button").nth(1).click();
    equal(await page.evaluate(() => document.documentElement.lang), "en", "the language is told");
    await page.reload();
    equal(await page.locator("h1").textContent(), "Summary", "the language is remembered");
    equal(await page.locator("figure canvas").count(), 3, "three charts");
    for (const summary of await page.locator("figure summary").all()) await summary.click();
    equal(await page.locator("figure table").count(), 3, "each with a table");
    await page.emulateMedia({ media: "print" });
    await sound(page, "print");
  });
}

// By keyboard alone: from the top of the page to a fact that is marked.
async function keyboard() {
  await withPage(file, {}, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.closest("a, button, input, select, summary")?.textContent.trim() ?? "");
    const tabTo = async (wanted) => {
      for (let press = 0; press < 60; press += 1) {
        if ((await focused()).startsWith(wanted)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`the keyboard does not reach "${wanted}"`);
    };
    await page.locator("body").press("Tab");
    await page.evaluate(() => document.activeElement.blur());
    await tabTo("Dữ kiện");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);
    await page.keyboard.press("/");
    await page.keyboard.type("bang khen");
    await page.waitForTimeout(400);
    await tabTo("Bằng khen");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(150);
    await page.keyboard.press("r");
    equal(await page.locator("#facts-of .v-right").count(), 1, "a fact is marked by keyboard");
  });
}

for (const part of [looks, tables, words, review, without, languages, keyboard]) {
  await part();
  console.log(`fixtures: ${part.name} ok`);
}
