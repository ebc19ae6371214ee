import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { whatIf } from "../../models/whatIf/whatIf.ts";
import type { Language } from "../../reports/locale.ts";
import { makeMarts } from "../reports/fixture.ts";
import { render, withRows } from "../reports/renderAll.ts";
import { fictionalProvince, liftableLeaves } from "../reports/scorecardFixture.ts";
import { hasChromium, onDisk, openBrowser, openFile } from "./chromium.ts";

const table = "table[data-try]";

/** What the page says now, a line each. */
const said = (page: Page) => page.locator(".try p").allTextContents();

describe.skipIf(!hasChromium)("trying other points in Chromium (Debian's package `chromium`)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function onPage(
    use: (page: Page, complaints: readonly string[], asked: readonly string[]) => Promise<void>,
    {
      marts = makeMarts(),
      language = "vi",
    }: { marts?: ReturnType<typeof makeMarts>; language?: Language } = {},
  ): Promise<void> {
    const bundle = await render(fictionalProvince, marts, { languages: [language] });
    const { folder, remove } = onDisk(bundle.files);
    try {
      const { page, asked, complaints } = await openFile(browser, join(folder, "index.html"));
      await use(
        page,
        complaints,
        asked.filter((address) => !address.startsWith(`file://${folder}/`)),
      );
      await page.close();
    } finally {
      remove();
    }
  }

  test("the numbers are those of the model: lifting the leaves of its plan gives its total and reaches its goal", async () => {
    const goal = { kind: "points", points: "2.5" } as const;
    const own = { points: "74.875", max: "100" };
    const answer = whatIf({ own, others: [], ties: "competition", leaves: liftableLeaves, goal });
    expect(answer.plan.map(({ code }) => code)).toEqual(["1.2"]);
    await onPage(async (page, complaints, asked) => {
      expect(await said(page)).toEqual([
        "Tổng điểm khi đó: 74,875 trên 100 (0). Chỉ số: 74,88%.",
        "Khoảng tin cậy 95% của tổng điểm: 73,10 – 76,65.",
        "Mục tiêu lên 1 hạng: còn thiếu 2,5 điểm.",
        "Mục tiêu thêm 5 điểm: còn thiếu 5 điểm.",
      ]);
      for (const leaf of answer.plan)
        await page.getByLabel(`Thử điểm của Tiêu chí minh họa ${leaf.code}`).fill(leaf.max);
      expect(answer.points).toBe("85");
      expect(await said(page)).toEqual([
        "Tổng điểm khi đó: 85 trên 100 (+10,125). Chỉ số: 85,00%.",
        "Khoảng tin cậy 95% của tổng điểm: 83,23 – 86,78.",
        "Mục tiêu lên 1 hạng: đạt.",
        "Mục tiêu thêm 5 điểm: đạt.",
      ]);
      expect([complaints, asked]).toEqual([[], []]);
    });
  });

  test("by keyboard alone: every field in turn, exact to the last decimal, and back again", async () => {
    await onPage(async (page) => {
      await page.locator(`${table} input`).first().focus();
      await page.keyboard.type("37,000000001");
      expect((await said(page))[0]).toContain("74,875000001 trên 100 (+0,000000001)");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toContain("1.2");
      await page.keyboard.type("19.775");
      expect((await said(page))[0]).toContain("74,775000001 trên 100 (−0,099999999)");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      expect(await page.evaluate("document.activeElement.tagName")).toBe("BUTTON");
      await page.keyboard.press("Enter");
      expect((await said(page))[0]).toContain("74,875 trên 100 (0)");
    });
  });

  test("on a desk the result stays in sight and never covers the field that is being filled in", async () => {
    const marts = makeMarts();
    const [leaf] = (marts["marts.par_what_if_parts"] ?? []) as [Readonly<Record<string, unknown>>];
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...leaf,
      part_order: i + 10,
      node_code: `9.${i}`,
      node_name: `Tiêu chí 9.${i}`,
    }));
    const parts = [...(marts["marts.par_what_if_parts"] ?? []), ...many];
    await onPage(
      async (page) => {
        await page.locator(`${table} input`).first().focus();
        for (let i = 0; i < 43; i++) {
          const [field, result] = (await page.evaluate(
            "[document.activeElement, document.querySelector('.try')].map((each) => { const { top, bottom } = each.getBoundingClientRect(); return { top, bottom }; })",
          )) as [{ top: number; bottom: number }, { top: number; bottom: number }];
          expect([i, field.bottom <= result.top, result.top < 900]).toEqual([i, true, true]);
          await page.keyboard.press("Tab");
        }
      },
      { marts: { ...marts, "marts.par_what_if_parts": parts } },
    );
  });

  test("what is no number of points is marked, said, and counts for nothing", async () => {
    await onPage(async (page) => {
      const [first, second] = [page.locator(`${table} input`).nth(0), page.locator(`${table} input`).nth(1)];
      await first.fill("41");
      await second.fill("1e9");
      expect(await first.getAttribute("aria-invalid")).toBe("true");
      expect((await said(page))[0]).toContain("74,875 trên 100 (0)");
      expect((await said(page)).at(-1)).toBe(
        "2 ô không phải là điểm từ 0 đến điểm tối đa; những mục đó được giữ nguyên.",
      );
      await first.fill("40");
      expect(await first.getAttribute("aria-invalid")).toBe("false");
    });
  });

  test("what changes is announced: the result is a polite live region, named in the page's own language", async () => {
    await onPage(
      async (page) => {
        const result = page.locator(".try");
        expect([await result.getAttribute("role"), await result.getAttribute("aria-live")]).toEqual([
          "status",
          "polite",
        ]);
        expect((await said(page))[0]).toBe("Resulting total: 74.875 of 100 (0). Index: 74.88%.");
        expect(await page.getByLabel("Points to try: Illustrative criterion 1.1").count()).toBe(1);
      },
      { language: "en" },
    );
  });

  test("without a script the page is whole: the leaves, their points and the fewest leaves, and no dead field", async () => {
    const bundle = await render(fictionalProvince);
    const { folder, remove } = onDisk(bundle.files);
    const context = await browser.newContext({ javaScriptEnabled: false });
    try {
      const page = await context.newPage();
      await page.goto(`file://${join(folder, "index.html")}`);
      expect(await page.locator(`${table} tbody tr`).allTextContents()).toEqual([
        "Tiêu chí minh họa 1.137,0040,003,00",
        "Tiêu chí minh họa 1.219,8830,0010,13",
        "Tiêu chí minh họa 2.110,0010,000,00",
      ]);
      expect(await page.locator("input, button, .try").count()).toBe(0);
      expect(await page.getByText("Ít mục nhất để đạt từng mục tiêu").count()).toBeGreaterThan(0);
    } finally {
      await context.close();
      remove();
    }
  });

  test("only that script runs: another on the same page is refused by the page's policy, and hostile names are text", async () => {
    const hostile = `</script><script>document.title="x"</script><img src=x onerror="document.title='y'"> {total}`;
    const marts = withRows(makeMarts(), "marts.par_what_if_parts", (row) =>
      row["part_kind"] === "leaf" ? { ...row, node_name: `${row["node_code"]} ${hostile}` } : row,
    );
    await onPage(
      async (page, complaints) => {
        await page.evaluate(
          "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = \"z\"' }))",
        );
        expect(await page.title()).not.toMatch(/^[xyz]$/);
        expect(complaints.filter((complaint) => !complaint.includes("Content Security Policy"))).toEqual([]);
        expect(await page.locator(`${table} input`).first().getAttribute("aria-label")).toBe(
          `Thử điểm của 1.1 ${hostile}`,
        );
      },
      { marts },
    );
  });
});
