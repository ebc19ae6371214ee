import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { BundleFile } from "../../reports/document.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);

/** Debian's Chromium; without it the tests of a real browser say that they were skipped. */
export const hasChromium = executablePath !== undefined;

/** Starts the browser without anything that calls home: whatever a page asks of a network is then the page's own. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath as string,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
}

/** A bundle's files on a disk, as a reader has them. */
export function onDisk(files: readonly BundleFile[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-pages-"));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Opens a file in a page of its own and tells what it asked for, said and ran meanwhile. */
export async function openFile(
  browser: Browser,
  path: string,
): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`file://${path}`, { waitUntil: "load" });
  return { page, asked, complaints };
}
