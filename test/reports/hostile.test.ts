import { expect, test } from "vitest";
import type { Reader } from "../../reports/reader.ts";
import { scanBundle } from "../../reports/scanner.ts";
import { facts, type Marts, makeMarts } from "./fixture.ts";
import { allHtml, hue, justice, national, render } from "./renderAll.ts";
import { fictionalProvince } from "./scorecardFixture.ts";

const hostile = [
  `<script>alert(1)</script>`,
  `</script><script>alert(2)</script>`,
  `<img src=x onerror=alert(3)>`,
  `"><svg onload=alert(4)>`,
  `' onmouseover='alert(5)`,
  `javascript:alert(6)`,
  `]]><!--`,
  `</title></svg></style><iframe src=//evil.example>`,
  `{"signal":"alert(7)"}`,
  `datum['x'].y + alert(8)`,
  `=HYPERLINK("http://evil.example")`,
];

/** Every text of every row, codes apart, followed by all of the hostile ones. */
function poisoned(marts: Marts): Marts {
  const isCode = (column: string) =>
    /_code$|_level$|_type$|_status$|_kind$|^provenance$|^verdict$|^component$|(^|_)points$|_max$|_percent$|^sum_of_parts$/.test(
      column,
    );
  const poison = (column: string, value: unknown) =>
    typeof value === "string" && !isCode(column) ? `${value} ${hostile.join(" ")}` : value;
  return Object.fromEntries(
    Object.entries(marts).map(([mart, rows]) => [
      mart,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([column, value]) => [column, poison(column, value)])),
      ),
    ]),
  );
}

const tagsOf = (html: string) =>
  new Set([...html.matchAll(/<([a-zA-Z][a-zA-Z0-9]*)/g)].map(([, name]) => name));

test.each([
  ["national", national],
  ["province", hue],
  ["ministry", justice],
  ["fictional", fictionalProvince],
] as [string, Reader][])(
  "hostile words in every text of every row stay words in the %s bundle",
  async (_, reader) => {
    const name = `Huế ${hostile.join(" ")}`;
    const named: Reader =
      reader.kind === "national" ? reader : { ...reader, unit_name: name, unit_name_en: name };
    const clean = allHtml(await render(reader)) + allHtml(await render(hue)); // hue: a chart with a wrapped label
    const bundle = await render(named, poisoned(makeMarts()), {
      facts: { ...facts, release: hostile[0] as string },
    });
    const html = allHtml(bundle);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect([...tagsOf(html)].filter((tag) => !tagsOf(clean).has(tag))).toEqual([]);
    const broken = scanBundle(bundle.files, reader, []);
    expect(broken).toEqual([]);
  },
);

test("a source address that is no web address is text, never a link", async () => {
  const marts = makeMarts();
  const rows = (marts["marts.par_means"] ?? []).map((row) => ({ ...row, source_url: "javascript:alert(1)" }));
  const html = allHtml(await render(national, { ...marts, "marts.par_means": rows }));
  expect(html).toContain("javascript:alert(1)");
  expect(html).not.toContain('href="javascript:');
});

test("a unit's name with slashes and dots cannot lead its folder elsewhere", async () => {
  const bundle = await render({ ...justice, unit_name: "../../etc/passwd\u0000 CON" });
  expect(bundle.folder).toBe("ministries/btp-etc-passwd-con");
});
