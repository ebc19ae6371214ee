import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Excel from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../pipelines/commandLine.ts";
import { packageRoot } from "../../../pipelines/packageRoot.ts";
import { query } from "../../sources/scratchStore.ts";
import { makeWorkbook } from "../../sources/workbook/makeWorkbook.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "thuocdo-cards-"));
  await writeFile(
    join(root, "thuocdo.yaml"),
    "stores:\n  cards: { kind: workbook, path: scorecards/minh-hoa, provenance: illustrative }\n",
  );
});

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const code = await runCommandLine(["--project", root, "--quiet", ...args], {
    out: (text) => {
      said.out += `${text}\n`;
    },
    err: (text) => {
      said.err += `${text}\n`;
    },
  });
  return { code, ...said };
}

async function fill(file: string, type: (sheet: (area: number) => Excel.Worksheet) => void): Promise<void> {
  const book = new Excel.Workbook();
  await book.xlsx.readFile(file);
  type((area) => book.getWorksheet(`Lĩnh vực ${area}`)!);
  await book.xlsx.writeFile(file);
}

describe("a scorecard from the template to the warehouse", () => {
  const card = () => join(root, "card.xlsx");

  test("template, import with a lock, check; the locked stage does not change", async () => {
    expect(
      await run("scorecard", "template", "--unit", "Tỉnh 01", "--round", "2023", "--out", card()),
    ).toMatchObject({ code: 0, err: "" });
    await fill(card(), (sheet) => {
      sheet(1).getCell("F6").value = 1;
      sheet(1).getCell("O6").value = "QĐ 12";
    });
    const imported = await run("--json", "scorecard", "import", card(), "--lock");
    expect([imported.code, imported.err]).toEqual([0, ""]);
    expect(JSON.parse(imported.out)).toEqual({
      path: join(root, "scorecards/minh-hoa/2023/par_province/minh-hoa-tinh-01.csv"),
      stage: "self",
      scored: 1,
      missing: 90,
      is_locked: true,
    });
    expect((await run("scorecard", "check")).out).toContain("minh-hoa-tinh-01.csv: Tỉnh 01, 91 rows, self");

    await fill(card(), (sheet) => {
      sheet(1).getCell("F6").value = 0;
    });
    const again = await run("scorecard", "import", card());
    expect(again.code).toBe(3);
    expect(again.err).toContain(
      'trang "Lĩnh vực 1", hàng 6, cột M: bước "Tự chấm" đã chốt với "0.76"; không được sửa thành "0.95"',
    );
    expect(again.err).toContain("chưa nhập gì");
    expect(
      await readFile(join(root, "scorecards/minh-hoa/2023/par_province/minh-hoa-tinh-01.csv"), "utf8"),
    ).toContain(",1.1.1,self,scored,0.76,");
  });

  test("the appraiser's template shows the claim; the card is built into the warehouse as illustrative and incomplete", async () => {
    await run(
      "scorecard",
      "template",
      "--unit",
      "Tỉnh 01",
      "--round",
      "2023",
      "--stage",
      "appraised_1",
      "--out",
      card(),
    );
    const book = new Excel.Workbook();
    await book.xlsx.readFile(card());
    expect(book.getWorksheet("Lĩnh vực 1")!.getCell("K6").text).toBe("0,76");
    const built = await run("--json", "build");
    expect([built.code, built.err]).toEqual([0, ""]);
    const rows = await query(
      (JSON.parse(built.out) as { path: string }).path,
      `select stage_code, points::varchar as points, known_points::varchar as known, max_points::varchar as max, points_status, n_missing, provenance
       from marts.par_nodes where node_code = 'total'`,
    );
    expect(rows).toEqual([
      {
        stage_code: "self",
        points: null,
        known: "0.760000000",
        max: "68.000000000",
        points_status: "incomplete",
        n_missing: 90,
        provenance: "illustrative",
      },
    ]);
  });

  test("a real unit is never scored by illustrative criteria, and an unknown one by none", async () => {
    const real = await run("scorecard", "template", "--unit", "Bộ Tư pháp", "--round", "2023");
    expect(real.code).toBe(1);
    expect(real.err).toContain(
      "The criteria of 876/QĐ-BNV (ministry) are not held, so Bộ Tư pháp cannot be scored by them.",
    );
    expect((await run("scorecard", "template", "--unit", "Bộ Z", "--round", "2023")).err).toContain(
      'No unit is called "Bộ Z"',
    );
    expect((await run("scorecard", "template", "--unit", "Bộ A", "--round", "1999")).err).toContain(
      "There is no round 1999",
    );
  });
});

describe("criteria sets", () => {
  test("check names every set: whole or totals only, and the recorded contradiction", async () => {
    const { code, out } = await run("framework", "check");
    expect(code).toBe(0);
    expect(out.split("\n").filter((line) => line.includes("QĐ-BNV")).length).toBe(4);
    expect(out).toContain("recorded contradiction: The page says 38 criteria");
    expect(out).toMatch(
      /minh-hoa-province province \([0-9a-f]{12}, illustrative\): 8 areas, 37 criteria, 88 sub-criteria held; whole/,
    );
  });

  test("an annex of a decision that was not held before becomes its folder, and is there from then on", async () => {
    const annex = join(root, "annex.xlsx");
    await writeFile(
      annex,
      await makeWorkbook((sheet) => {
        sheet.getRow(1).values = ["Mã", "Tiêu chí", "Điểm tối đa", "Loại"];
        sheet.getRow(2).values = ["1", "Chỉ đạo điều hành", 40, ""];
        sheet.getRow(3).values = ["1.1", "Kế hoạch", 30.5, "Thẩm định"];
        sheet.getRow(4).values = ["1.2", "Ý kiến", 9.5, "Điều tra XHH"];
        sheet.getRow(5).values = ["2", "Thể chế", 60, ""];
        sheet.getRow(6).values = ["2.1", "Văn bản", 60, "Thẩm định"];
      }),
    );
    const args = ["framework", "import", annex, "--decision", "99/QĐ-BNV", "--level", "ministry"];
    expect(await run(...args)).toMatchObject({ code: 0, err: "" });
    expect(
      await readFile(join(root, "models/frameworks/99-qd-bnv-ministry/framework.yaml"), "utf8"),
    ).toContain('max: "30.5"');
    expect((await run("framework", "check")).out).toContain("99/QĐ-BNV ministry");
    const again = await run(...args);
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringContaining("holds 99/QĐ-BNV of the level ministry already"),
    ]);
    expect((await run(...args, "--replace")).code).toBe(0);
  });

  test("an annex that contradicts the decision's published structure is refused in Vietnamese, and nothing is written", async () => {
    const annex = join(root, "wrong.xlsx");
    await writeFile(
      annex,
      await makeWorkbook((sheet) => {
        sheet.getRow(1).values = ["Mã", "Tiêu chí", "Điểm tối đa"];
        sheet.getRow(2).values = ["1", "Chỉ đạo điều hành", 100];
        sheet.getRow(3).values = ["1.1", "Kế hoạch", 100];
      }),
    );
    const refused = await run(
      "framework",
      "import",
      annex,
      "--decision",
      "2948/QĐ-BNV",
      "--level",
      "province",
    );
    expect(refused.code).toBe(3);
    expect(refused.err).toContain(
      'trang "Phụ lục", hàng 2, cột C: lĩnh vực 1 có 100 điểm; 2948/QĐ-BNV công bố 10,00',
    );
    expect(refused.err).toContain('thiếu lĩnh vực 2 "Xây dựng và tổ chức thực hiện VBQPPL tại tỉnh"');
    const packaged = await readFile(
      join(packageRoot, "models/frameworks/2948-qd-bnv-province/framework.yaml"),
      "utf8",
    );
    expect(packaged).toContain('max: "10.00"');
    await expect(
      readFile(join(root, "models/frameworks/2948-qd-bnv-province/framework.yaml")),
    ).rejects.toThrow("ENOENT");
  });
});
