// Starts Debian's Chromium with a profile of its own, and watches what the page says.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

// Runs `work` with a fresh browser; `look` holds width, colour scheme and language. Whatever the page complains of fails,
// but for messages that `allowed` matches.
export async function withPage(file, look, work, { allowed = null } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "solieu-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ARGUMENTS,
    viewport: { width: look.width ?? 1280, height: look.height ?? 860 },
    colorScheme: look.scheme ?? "light",
    locale: look.locale ?? "vi-VN",
    acceptDownloads: true,
    offline: true,
  });
  const complaints = [];
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(8000);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
    });
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    if (look.before) await page.addInitScript(look.before);
    await page.goto(`${pathToFileURL(file)}${look.hash ?? ""}`);
    const result = await work(page);
    const real = complaints.filter((complaint) => !allowed?.test(complaint));
    if (real.length) throw new Error(`the page complained:\n${real.join("\n")}`);
    return result;
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
