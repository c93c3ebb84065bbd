// Pictures of every view, to be looked at: node shots.mjs REPORT FOLDER
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withPage } from "./browser.mjs";

const [file, folder] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const views = { summary: "#/", facts: "#/facts", awards: "#/facts?family=awards", documents: "#/documents", review: "#/review" };

for (const width of [1280, 390]) {
  for (const scheme of ["light", "dark"]) {
    await withPage(file, { width, height: width === 390 ? 844 : 860, scheme, locale: scheme === "light" ? "vi-VN" : "en-GB" }, async (page) => {
      for (const [name, hash] of Object.entries(views)) {
        await page.evaluate((to) => { location.hash = to; }, hash);
        await page.waitForTimeout(250);
        await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: name === "summary" });
      }
      await page.evaluate(() => { location.hash = "#/facts?family=awards"; });
      await page.waitForTimeout(200);
      await page.locator(".facts tbody th a").first().click();
      await page.waitForTimeout(250);
      await page.screenshot({ path: join(folder, `document-${width}-${scheme}.png`) });
      await page.locator("[data-judge=fix]").click();
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(folder, `form-${width}-${scheme}.png`) });
    });
  }
}
