import { readFileSync } from "node:fs";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { SourceError } from "../../../models/errors.ts";
import { decodeText } from "../../../sources/handin/decodeText.ts";
import handin from "../../../sources/handin/index.ts";
import { extractAll, failureOf } from "../extractAll.ts";
import { scratchFolder } from "../scratchStore.ts";

let folder: string;
beforeAll(async () => {
  folder = await scratchFolder();
});

const participants = {
  table: "participants",
  columns: { participant_key: "Mã", unit_name: "Tỉnh", registered_at: "Ngày" },
  constants: { round_code: "2022", instrument_code: "sipas-2022" },
};

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const settings = (file: object, changes: object = {}) => ({ decimal: ",", files: [file], ...changes });

async function rowsOf(
  content: string | Uint8Array,
  file: object = {},
  changes: object = {},
  name = "tệp.csv",
) {
  const path = await put(name, content);
  const read = await extractAll(handin, settings({ ...participants, ...file, path }, changes));
  return read.batches.participants ?? read.batches.scorecards ?? read.batches.answers;
}

async function complaintOf(content: string | Uint8Array, file: object = {}, name = "tệp.csv") {
  const path = await put(name, content);
  const error = await failureOf(handin, settings({ ...participants, ...file, path }));
  expect(error).toBeInstanceOf(SourceError);
  return error.message;
}

const text = "Mã;Tỉnh;Ngày\r\na1;Hà Nội;05/12/2022\r\na2;Đắk Lắk;5/12/2022 07:30\r\n";
const expected = [
  {
    round_code: "2022",
    instrument_code: "sipas-2022",
    participant_key: "a1",
    sample_unit_key: null,
    unit_name: "Hà Nội",
    respondent_group: null,
    registered_at: new Date("2022-12-04T17:00:00Z"),
  },
  {
    round_code: "2022",
    instrument_code: "sipas-2022",
    participant_key: "a2",
    sample_unit_key: null,
    unit_name: "Đắk Lắk",
    respondent_group: null,
    registered_at: new Date("2022-12-05T00:30:00Z"),
  },
];

describe("the same rows come from every encoding and separator", () => {
  test.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark and decomposed letters", Buffer.from(`\uFEFF${text.normalize("NFD")}`)],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["commas and quotes", Buffer.from(text.replaceAll(";", ",").replace("Hà Nội", '"Hà Nội"'))],
    ["tabs", Buffer.from(text.replaceAll(";", "\t"))],
  ])("%s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  test("windows-1258, when it is declared", () => {
    const bytes = Buffer.from("H\xe0 N\xf4\xf2i; \xd0\xe3\xeck", "latin1");
    expect(decodeText(bytes, "windows-1258")?.text).toBe("Hà Nội; Đắk");
  });
});

describe("an old encoding is found out by what reads as Vietnamese", () => {
  const name = "Cộng hòa xã hội chủ nghĩa Việt Nam, thành phố Đà Nẵng, sự hài lòng của người dân";
  test("windows-1258", () => {
    const latin =
      "C\xf4\xf2ng ho\xcca x\xe3\xde h\xf4\xf2i, s\xfd\xf2 h\xe0i lo\xccng cu\xd2a ng\xfd\xf5\xcci d\xe2n";
    expect(decodeText(Buffer.from(latin.replace("x\xe3\xde", "xa\xde"), "latin1"))).toEqual({
      text: "Cộng hòa xã hội, sự hài lòng của người dân",
      encoding: "windows-1258",
    });
  });

  test("TCVN3", () => {
    const bytes = Buffer.from(
      "Céng hßa x· héi chñ nghÜa ViÖt Nam, thµnh phè §µ N½ng, sù hµi lßng cña ng­êi d©n",
      "latin1",
    );
    expect(decodeText(bytes)).toEqual({ text: name, encoding: "tcvn3" });
  });

  test("VNI", () => {
    const bytes = Buffer.from(
      "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, thaønh phoá Ñaø Naüng, söï haøi loøng cuûa ngöôøi daân",
      "latin1",
    );
    expect(decodeText(bytes)).toEqual({ text: name, encoding: "vni" });
  });

  test("bytes that read as no Vietnamese are refused in Vietnamese", async () => {
    expect(await complaintOf(Buffer.from("M\xff;T\xff\xfe\xf7nh\n\xd7\xff;\xa4\xff\n", "latin1"))).toMatch(
      /không nhận ra bảng mã/,
    );
  });
});

describe("numbers", () => {
  const scores = {
    table: "scorecards",
    columns: { unit_name: "Tỉnh", points: "Điểm" },
    constants: { round_code: "2022", index_code: "par_province", node_code: "total", stage_code: "self" },
  };
  const csv = "Tỉnh;Điểm\nHà Nội;1.234,5\nHuế;89,95\n";

  test("keep their digits, with the decimal sign that was declared", async () => {
    const rows = await rowsOf(csv, scores);
    expect(rows?.map((row) => row["points"])).toEqual(["1234.5", "89.95"]);
  });

  test("with the other sign declared they are refused by line and column, and nothing is taken", async () => {
    const path = await put("other.csv", csv);
    const error = await failureOf(handin, settings({ ...scores, path }, { decimal: "." }));
    expect(error.message).toMatch(/2 lỗi, chưa nhận hàng nào/);
    expect(error.message).toMatch(
      /dòng 3, cột 2 \(Điểm\): "89,95" không phải số viết với dấu thập phân "\."/,
    );
  });

  test("the decimal sign has to be declared", () => {
    expect(handin.config.safeParse({ files: [{ path: "a.csv", table: "answers" }] }).success).toBe(false);
  });
});

const wideAnswers = {
  table: "answers",
  columns: { response_key: "Mã phiếu" },
  constants: { round_code: "2022" },
  questions: { C1: "Q9_01", C2: "Q9_02" },
};

test("words that stand for codes are read by what the settings say they mean; what they do not name stays", async () => {
  const levels = { "Hài lòng": "4", "N/A": "" };
  const rows = await rowsOf("Mã phiếu,C1,C2\nr1,Hài lòng,N/A\nr2,3,Hài lòng\n", {
    ...wideAnswers,
    answers: { Q9_01: levels, Q9_02: { "N/A": "" } },
  });
  expect(rows?.map((row) => row["answer_value"])).toEqual(["4", "", "3", "Hài lòng"]);
});

test("answers that stand in a column a question become a row each; a blank is none", async () => {
  const csv = "Mã phiếu,C1,C2\nr1,5,\nr2,3,4\n";
  expect(await rowsOf(csv, wideAnswers)).toEqual([
    { round_code: "2022", response_key: "r1", question_code: "Q9_01", answer_value: "5" },
    { round_code: "2022", response_key: "r2", question_code: "Q9_01", answer_value: "3" },
    { round_code: "2022", response_key: "r2", question_code: "Q9_02", answer_value: "4" },
  ]);
});

describe("a file as offices make it", () => {
  test("empty columns at the end of lines, which spreadsheets write, are none", async () => {
    expect(await rowsOf(text.replaceAll("\r\n", ";;;\r\n"))).toEqual(expected);
    expect(await rowsOf(text.replace("Hà Nội;05/12/2022", "Hà Nội;05/12/2022;;"))).toEqual(expected);
  });

  const titled = `UBND TỈNH;;\r\nDANH SÁCH, ĐỢT 1;;\r\n;;\r\n${text}`;

  test("titles above the header are passed over where the settings say its row", async () => {
    expect(await rowsOf(titled, { header_row: 4 })).toEqual(expected);
    expect(await rowsOf(titled.replaceAll(";;", ""), { header_row: 4 })).toEqual(expected);
  });

  test("where they do not, the row is named, and nothing else is complained of", async () => {
    expect(await complaintOf(titled)).toMatch(
      /có 1 lỗi.*\n.*dòng 1: không phải hàng tiêu đề; tiêu đề ở dòng 4: hãy khai `header_row: 4`$/,
    );
  });

  test("a row of totals is nobody, and neither is a row that numbers the columns", async () => {
    expect(await complaintOf(`${text}Tổng cộng;;2\r\n`)).toMatch(/1 lỗi.*\n.*dòng 4: là hàng tổng; hãy xóa/);
    expect(await complaintOf(text.replace("a1;", "(1);(2);(3)\r\na1;"))).toMatch(
      /dòng 2: là hàng đánh số cột/,
    );
    expect(await rowsOf(text.replace("Hà Nội", "Tổng cục Thuế"))).toHaveLength(2);
  });

  test("a row without its key, and a second one with it, are named with the first", async () => {
    expect(await complaintOf(`${text};Huế;\r\na1;Huế;\r\n`)).toMatch(
      /dòng 4, cột 1 \(Mã\): ô trống; hàng nào cũng phải ghi cột này\n.*dòng 5: lặp lại dòng 2: cùng Mã$/,
    );
    expect(await complaintOf("Mã phiếu,C1,C2\nr1,5,4\nr1,3,4\n", wideAnswers)).toMatch(
      /dòng 3: lặp lại dòng 2: cùng Mã phiếu$/,
    );
  });

  test("two parts of a form in two files are one form; the same question in both is not", async () => {
    const parts = (second: string) => [
      { ...wideAnswers, path: join(folder, "one.csv"), questions: { C1: "Q9_01" } },
      {
        ...wideAnswers,
        path: join(folder, "two.csv"),
        questions: { [second]: second === "C1" ? "Q9_01" : "Q9_02" },
      },
    ];
    await put("one.csv", "Mã phiếu,C1\nr1,5\n");
    await put("two.csv", "Mã phiếu,C1,C2\nr1,5,4\n");
    const { batches } = await extractAll(handin, { decimal: ",", files: parts("C2") });
    expect(batches.answers).toHaveLength(2);
    expect((await failureOf(handin, { decimal: ",", files: parts("C1") })).message).toMatch(
      /two\.csv, dòng 2: lặp lại .*one\.csv, dòng 2: cùng Mã phiếu/,
    );
  });

  test("a probability keeps all its digits; points with more than nine decimals are refused", async () => {
    const sample = {
      table: "sample_units",
      columns: { sample_unit_key: "Mã", selection_probability: "Xác suất" },
      constants: { round_code: "2022", index_code: "sipas" },
    };
    const path = await put("sample.csv", "Mã;Xác suất\nv1;0,0123456789012345\n");
    const { batches } = await extractAll(handin, settings({ ...sample, path }));
    expect(batches.sample_units?.[0]?.["selection_probability"]).toBe(0.0123456789012345);
  });

  test("settings that leave out what tells rows apart are refused", () => {
    const parsed = handin.config.safeParse(
      settings({ path: "a.csv", table: "participants", columns: { participant_key: "Mã" } }),
    );
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      "round_code is missing: name its header in columns, or its value in constants",
      "instrument_code is missing: name its header in columns, or its value in constants",
    ]);
  });
});

describe("what is wrong is said in Vietnamese, with its line and column", () => {
  test.each([
    [
      "a date that does not exist",
      "Mã;Tỉnh;Ngày\na;b;30/02/2022\n",
      /dòng 2, cột 3 \(Ngày\): không có ngày "30\/02\/2022"/,
    ],
    [
      "a date written otherwise than declared",
      "Mã;Tỉnh;Ngày\na;b;2022-12-05\n",
      /"2022-12-05" không phải ngày viết dd\/mm\/yyyy/,
    ],
    ["a column that is missing", "Mã;Tỉnh\na;b\n", /không có cột "Ngày"; tệp có: Mã, Tỉnh/],
    ["a header that stands twice", "Mã;Tỉnh;Ngày;Mã\na;b;;c\n", /tiêu đề "Mã" có hai lần/],
    ["a line with too few cells", "Mã;Tỉnh;Ngày\na;b;05/12/2022\nc;d\n", /dòng 3: có 2 ô, tiêu đề có 3 cột/],
    ["a quote that never closes", 'Mã;Tỉnh;Ngày\na;"b;\n', /dòng 2: dấu ngoặc kép mở mà không đóng$/],
    ["a quote within a cell", 'Mã;Tỉnh;Ngày\na;b"c;\n', /dấu ngoặc kép nằm giữa ô/],
    ["text behind a quote", 'Mã;Tỉnh;Ngày\na;"b"c;\n', /sau dấu ngoặc kép đóng/],
    ["an empty file", "", /tệp không có hàng nào/],
    [
      "a separator that is not the declared one",
      "Mã,Tỉnh,Ngày\na,b,05/12/2022\n",
      /đã khai `separator` là ";", nhưng các cột cách nhau bằng ","/,
    ],
    [
      "words where a date should be, without the words: they may name somebody",
      "Mã;Tỉnh;Ngày\na;b;Nguyễn Văn Kín\n",
      /dòng 2, cột 3 \(Ngày\): chữ trong ô không phải ngày viết dd\/mm\/yyyy như đã khai$/,
    ],
  ])("%s", async (_, csv, sentence) => {
    expect(await complaintOf(csv, { separator: ";" })).toMatch(sentence);
  });

  test("a text that is not in the declared encoding", async () => {
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    expect(await complaintOf(bytes, { encoding: "utf-8" })).toMatch(/theo `encoding: utf-8` đã khai/);
  });

  test("a line with too many cells, where nobody declared the separator", async () => {
    expect(await complaintOf("Mã;Tỉnh;Ngày\na;b;05/12/2022;c\n")).toMatch(/dòng 2: có 4 ô, tiêu đề có 3 cột/);
  });

  test("a separator that no setting can name is answered with those that can be", async () => {
    expect(await complaintOf("Mã|Tỉnh|Ngày\na|b|c\n")).toMatch(/dấu phân cách cột \(",", ";" hoặc tab\)/);
  });

  test("a folder in place of the file is said to be unreadable", async () => {
    const path = join(folder, "thư mục.csv");
    await mkdir(path);
    const error = await failureOf(handin, settings({ ...participants, path }));
    expect(error.message).toMatch(/thư mục\.csv cannot be read \(EISDIR\)/);
  });

  test("an unknown column of ours is refused in the settings", () => {
    const parsed = handin.config.safeParse(
      settings({ path: "a.csv", table: "participants", columns: { full_name: "Họ tên" } }),
    );
    expect(parsed.error?.issues[0]?.message).toBe("full_name is no column of participants");
  });
});

describe("a workbook", () => {
  async function workbook(
    change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
  ): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Danh sách");
    sheet.addRow(["Mã", "Tỉnh", "Ngày"]);
    sheet.addRow(["a1", "Hà Nội", "05/12/2022"]);
    sheet.addRow(["a2", "Đắk Lắk", "5/12/2022 07:30"]);
    change(sheet, book);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  test("gives the rows that the CSV gives", async () => {
    expect(await rowsOf(await workbook(() => {}), {}, {}, "tệp.xlsx")).toEqual(expected);
  });

  test.each<[string, (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void, RegExp]>([
    [
      "merged cells",
      (sheet) => sheet.mergeCells("B2:B3"),
      /trang "Danh sách", hàng 2, cột B: các ô B2:B3 bị gộp/,
    ],
    [
      "a hidden row",
      (sheet) => {
        sheet.getRow(3).hidden = true;
      },
      /hàng 3: hàng bị ẩn/,
    ],
    [
      "a hidden column",
      (sheet) => {
        sheet.getColumn(2).hidden = true;
      },
      /cột B: cột bị ẩn/,
    ],
    [
      "a formula without a result",
      (sheet) => {
        sheet.getCell("B3").value = { formula: "A1" } as ExcelJS.CellFormulaValue;
      },
      /hàng 3, cột B: công thức chưa có kết quả/,
    ],
    [
      "two sheets and none named",
      (_, book) => {
        book.addWorksheet("Khác").addRow(["x"]);
      },
      /tệp có nhiều trang: "Danh sách", "Khác"; hãy khai `sheet`/,
    ],
    [
      "a number where a date should be",
      (sheet) => {
        sheet.getCell("C2").value = 44900;
      },
      /hàng 2, cột C: "44900" không phải ngày viết dd\/mm\/yyyy/,
    ],
    [
      "a number of more digits than spreadsheets keep",
      (sheet) => {
        sheet.getCell("A2").value = 1234567890123456;
      },
      /hàng 2, cột A: số dài hơn 15 chữ số bị làm tròn/,
    ],
  ])("with %s is refused by row and column", async (_, change, sentence) => {
    expect(await complaintOf(await workbook(change), {}, "tệp.xlsx")).toMatch(sentence);
  });

  test("has its dates in cells of dates, whatever their format shows, also when it counts from 1904", async () => {
    for (const [date1904, zero] of [
      [false, 0],
      [true, 1462],
    ] as const) {
      const book = await workbook((sheet, own) => {
        own.properties.date1904 = date1904;
        for (const [cell, serial, numFmt] of [
          ["C2", 44900, "mm-dd-yy"],
          ["C3", 44900.3125, '[$-42A]dd" tháng "mm yyyy\\ hh:mm;@'],
        ] as const) {
          sheet.getCell(cell).value = serial - zero;
          sheet.getCell(cell).numFmt = numFmt;
        }
      });
      expect(await rowsOf(book, {}, {}, "tệp.xlsx")).toEqual(expected);
    }
  });

  test("has numbers with the digits that were typed, and money is no date", async () => {
    const book = await workbook((sheet) => {
      sheet.getCell("A2").value = 14.100000000000001;
      sheet.getCell("A3").value = 7;
      sheet.getCell("A3").numFmt = '#,##0\\ "đồng";[Red]-#,##0';
    });
    const rows = await rowsOf(book, {}, {}, "tệp.xlsx");
    expect(rows?.map((row) => row["participant_key"])).toEqual(["14,1", "7"]);
  });

  test("may have a merged title above its header, and empty sheets beside it", async () => {
    const book = await workbook((sheet, own) => {
      sheet.insertRow(1, ["DANH SÁCH NGƯỜI TRẢ LỜI"]);
      sheet.mergeCells("A1:C1");
      own.addWorksheet("Sheet2");
    });
    expect(await rowsOf(book, { header_row: 2 }, {}, "tệp.xlsx")).toEqual(expected);
    expect(await complaintOf(book, {}, "tệp.xlsx")).toMatch(
      /có 1 lỗi.*\n.*hàng 1: không phải hàng tiêu đề; tiêu đề ở trang "Danh sách", hàng 2: hãy khai `header_row: 2`$/,
    );
  });

  test("may have a header of two rows: what is merged downwards belongs to the lower one", async () => {
    const book = await workbook((sheet) => {
      sheet.getRow(1).values = ["Mã phiếu", "Mức độ hài lòng", ""];
      sheet.getRow(2).values = ["", "C1", "C2"];
      sheet.getRow(3).values = ["r1", 5, 4];
      sheet.mergeCells("A1:A2");
      sheet.mergeCells("B1:C1");
    });
    const rows = await rowsOf(book, { ...wideAnswers, header_row: 2 }, {}, "tệp.xlsx");
    expect(rows?.map((row) => [row["response_key"], row["question_code"], row["answer_value"]])).toEqual([
      ["r1", "Q9_01", "5"],
      ["r1", "Q9_02", "4"],
    ]);
    expect(await complaintOf(book, wideAnswers, "tệp.xlsx")).toMatch(
      /có 1 lỗi.*\n.*hàng 1: không phải hàng tiêu đề; .*`header_row: 2`$/,
    );
  });

  test("with rows that a filter hides, or that are wider than the header, says so once", async () => {
    const book = await workbook((sheet) => {
      for (const number of [2, 3]) {
        sheet.getRow(number).hidden = true;
        sheet.getCell(`E${number}`).value = "x";
      }
    });
    expect(await complaintOf(book, {}, "tệp.xlsx")).toMatch(
      /có 2 lỗi.*\n.*hàng 2: hàng bị ẩn \(và 1 hàng nữa; có thể do bộ lọc\).*\n.*hàng 2, cột E: ô nằm ngoài các cột có tiêu đề \(và 1 hàng nữa\)$/,
    );
  });

  test("that is a zip bomb is not unzipped", async () => {
    const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(30_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await complaintOf(bomb, {}, "tệp.xlsx")).toMatch(/nghi là bom nén/);
  });
});

test("codes of persons become keyed hashes where a key is named, the same in every table", async () => {
  const token_key_file = await put("key", "a key that is long enough");
  await chmod(token_key_file, 0o600);
  const constants = participants.constants;
  const files = [
    { ...participants, path: await put("people.csv", text) },
    {
      table: "responses",
      path: await put("forms.csv", "Phiếu;Mã;Người hỏi\nr1;a1;a1\nr2;;\n"),
      columns: { response_key: "Phiếu", participant_key: "Mã", interviewer_key: "Người hỏi" },
      constants,
    },
  ];
  const { batches } = await extractAll(handin, { decimal: ",", files, token_key_file });
  const [first, second] = batches.responses!;
  expect(first?.["participant_key"]).toMatch(/^[0-9a-f]{32}$/);
  expect(first?.["participant_key"]).toBe(batches.participants?.[0]?.["participant_key"]);
  expect(first?.["interviewer_key"]).not.toBe(first?.["participant_key"]);
  expect(second).toMatchObject({ response_key: "r2", participant_key: null, interviewer_key: null });
});

test("one wrong cell in the second of two files takes nothing from the first", async () => {
  const good = await put("good.csv", text);
  const bad = await put("bad.csv", "Mã;Tỉnh;Ngày\na;b;x\n");
  const given: string[] = [];
  const config = handin.config.parse({
    decimal: ",",
    files: [
      { ...participants, path: good },
      { ...participants, path: bad },
    ],
  });
  const reading = async () => {
    for await (const { table } of handin.extract(config, { resolvePath: (path) => path })) given.push(table);
  };
  await expect(reading()).rejects.toThrow(/bad\.csv, dòng 2/);
  expect(given).toEqual([]);
  expect(readFileSync(good, "utf8")).toBe(text);
});
