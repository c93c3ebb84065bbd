// Documents that try to run as script: node hostile.mjs FOLDER, where FOLDER is the output of a run over them.
import { join } from "node:path";
import { withPage } from "./browser.mjs";
import { equal, sound } from "./check.mjs";

const file = join(process.argv[2], "report.html");

await withPage(file, { hash: "#/documents" }, async (page) => {
  const links = await page.locator(".documents tbody th a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const hash of ["#/", "#/facts", "#/review", ...links]) {
    await page.evaluate((to) => { location.hash = to; }, hash);
    await page.waitForTimeout(100);
    await sound(page, hash);
    equal(await page.evaluate(() => window.broken ?? null), null, `${hash}: a document ran`);
    equal(await page.locator("main :is(img, iframe, svg, script, object, b, base)").count(), 0, `${hash}: a document became markup`);
  }
  // An address made to deceive is no markup either.
  await page.evaluate(() => { location.hash = "#/doc/<img src=x onerror=broken=1>/%3Cscript%3E"; });
  await page.waitForTimeout(100);
  equal(await page.evaluate(() => window.broken ?? null), null, "an address ran");
  await page.evaluate(() => { location.hash = "#/constructor?sort=own-constructor.up&family=__proto__"; });
  await page.waitForTimeout(100);
  equal(await page.locator("h1").count(), 1, "an unknown part is the summary");

  // What would happen if text did reach the markup: the policy refuses it, and says so on the console of a page of its own.
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.broken = 2";
    return new Promise((done) => {
      document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective), { once: true });
      document.body.append(script);
      setTimeout(() => done("nothing was refused"), 500);
    });
  });
  equal([ran, await page.evaluate(() => window.broken ?? null)], ["script-src-elem", null], "the policy refuses other scripts");
}, { allowed: /Content Security Policy/ });
console.log("hostile: ok");
