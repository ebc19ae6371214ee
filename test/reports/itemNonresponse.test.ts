import { expect, test } from "vitest";
import type { MartRow } from "../../reports/sections.ts";
import { fileOf, hue, national, render } from "./renderAll.ts";

const rate = (of: object, share: number | null, status = "ok"): MartRow =>
  ({
    ...{ round_code: "2022", index_code: "sipas", recipe_code: "design", provenance: "derived" },
    ...{ rate_code: "blank", form_has_dont_know: true, ...of },
    ...{
      share_percent: share,
      share_percent_se: share === null ? null : 0.5,
      share_percent_df: share === null ? null : 4,
    },
    ...{
      share_percent_low: share === null ? null : share - 1,
      share_percent_high: share === null ? null : share + 1,
    },
    ...{
      share_percent_n: 520,
      share_percent_n_eff: 400,
      share_percent_deff: 1.3,
      share_percent_status: status,
    },
  }) as MartRow;

const nation = {
  ...{ domain_level: "nation", domain_code: "vn", unit_code: null },
  ...{ domain_name: "Cả nước", domain_name_en: "Nation" },
};
const ownProvince = {
  ...{ domain_level: "province", domain_code: "46", unit_code: "46" },
  ...{ domain_name: "Thừa Thiên Huế", domain_name_en: "Thua Thien Hue" },
};
const overall = { item_code: "overall", item_order: 0, item_name: "Chung", item_name_en: "Overall" };
const bribe = {
  item_code: "bribe",
  item_order: 30,
  item_name: "Tiền ngoài quy định",
  item_name_en: "Payments",
};
const access = { item_code: "sat_1", item_order: 50, item_name: "Trụ sở rộng rãi", item_name_en: "Premises" };

const marts = {
  "marts.item_nonresponse": [
    rate({ ...nation, ...overall }, 3.25),
    rate({ ...nation, ...access }, 4.25),
    rate({ ...nation, ...bribe }, 5.25),
    rate({ ...nation, ...bribe, rate_code: "dont_know" }, 11.25),
    rate({ ...ownProvince, ...overall }, 6.75),
    rate({ ...ownProvince, ...access }, null, "suppressed"),
    rate({ ...ownProvince, ...bribe }, 7.75),
    rate({ ...ownProvince, ...bribe, rate_code: "dont_know" }, 13.75),
  ],
};

/** The cells of the table under a caption, row by row. */
function tableOf(html: string, caption: string): string[][] {
  const table =
    html.split("<caption>").find((part) => part.startsWith(`<span class="caption">${caption}`)) ?? "";
  const body = table.slice(table.indexOf("<tbody"), table.indexOf("</tbody"));
  return [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? "").matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, text]) =>
      (text ?? "").replace(/<[^>]*>/g, "").trim(),
    ),
  );
}

test("a province reads its own blanks item by item beside the nation's, a withheld one as [c]", async () => {
  const html = fileOf(await render(hue, marts), "index.html");
  const rows = tableOf(html, "Từng câu bị bỏ trống, Thừa Thiên Huế");
  expect(rows.map(([item, beside, own]) => [item, beside, own])).toEqual([
    ["Tiền ngoài quy định", "5,25", "7,75"],
    ["Trụ sở rộng rãi", "4,25", "[c]"],
  ]);
  expect(html).not.toContain("Câu hài lòng bị bỏ trống, các tỉnh");
});

test("who says that he cannot tell stands apart from who left the question blank", async () => {
  const own = fileOf(await render(hue, marts), "index.html");
  expect(tableOf(own, "Trả lời “không biết”, Thừa Thiên Huế").map((row) => row.slice(0, 3))).toEqual([
    ["Tiền ngoài quy định", "11,25", "13,75"],
  ]);
  const whole = fileOf(await render(national, marts), "sipas-2022.html");
  expect(tableOf(whole, "Trả lời “không biết”, các tỉnh").map((row) => row.slice(0, 3))).toEqual([
    ["Thừa Thiên Huế", "Tiền ngoài quy định", "13,75"],
  ]);
  expect(whole).not.toContain("không có phương án “không biết”");
});
