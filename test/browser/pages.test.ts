import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Reader } from "../../reports/reader.ts";
import { hue, justice, national, render } from "../reports/renderAll.ts";
import { fictionalProvince } from "../reports/scorecardFixture.ts";
import { hasChromium, onDisk, openBrowser, openFile } from "./chromium.ts";

/** Every kind of page, in both languages, in a real browser: opened from a disk as a reader opens it. */
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kinds: readonly (readonly [string, Reader])[] = [
  ["national", national],
  ["province", hue],
  ["ministry", justice],
  ["fictional", fictionalProvince],
];

describe.skipIf(!hasChromium)("in Chromium (Debian's package `chromium`)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(kinds)(
    "every page of a %s bundle meets WCAG 2.2 AA as far as axe-core can tell, and asks for nothing outside its folder",
    async (_, reader) => {
      const bundle = await render(reader, undefined, { languages: ["vi", "en"] });
      const { folder, remove } = onDisk(bundle.files);
      try {
        for (const { path } of bundle.files.filter((file) => file.path.endsWith(".html"))) {
          const { page, asked, complaints } = await openFile(browser, join(folder, path));
          expect(complaints, path).toEqual([]);
          expect(asked.filter((address) => !address.startsWith(`file://${folder}/`))).toEqual([]);
          await page
            .context()
            .newCDPSession(page)
            .then((session) => session.send("Page.setBypassCSP", { enabled: true }));
          await page.evaluate(axe);
          const { violations } = await page.evaluate(
            (): Promise<AxeResults> =>
              (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              }),
          );
          const found = violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes[0]?.html.slice(0, 160)}`);
          expect(found).toEqual([]);
          await page.close();
        }
      } finally {
        remove();
      }
    },
  );

  test.each([
    ["a telephone", 390],
    ["a desk", 1200],
  ])("no page of a province runs out of the side of %s", async (_, width) => {
    const bundle = await render(hue);
    const { folder, remove } = onDisk(bundle.files);
    try {
      const { page } = await openFile(browser, join(folder, "index.html"));
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(overflow).toBeLessThanOrEqual(0);
      await page.close();
    } finally {
      remove();
    }
  });

  test("the keyboard reaches the contents first, and every table that scrolls", async () => {
    const bundle = await render(hue);
    const { folder, remove } = onDisk(bundle.files);
    try {
      const { page } = await openFile(browser, join(folder, "index.html"));
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.className")).toBe("skip");
      await page.keyboard.press("Enter");
      expect(await page.evaluate("location.hash")).toBe("#noi-dung");
      const unreachable = await page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter((each) => each.tabIndex !== 0).length",
      );
      expect(unreachable).toBe(0);
      await page.close();
    } finally {
      remove();
    }
  });
});
