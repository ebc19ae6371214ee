import { describe, expect, test } from "vitest";
import { SpecError } from "../../../models/errors.ts";
import { readSpec } from "../../../models/spec/readSpec.ts";
import { edited, spec, specFiles, specFilesWith2025 } from "../specFiles.ts";

/** What readSpec says of these files, a line a problem. */
function problemsOf(files: ReadonlyMap<string, string>): string[] {
  try {
    readSpec(files);
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

const provinces = "models/units/provinces.csv";
const form = "models/instruments/sipas-2022.yaml";
const round2022 = "models/rounds/2022/round.yaml";
const round2023 = "models/rounds/2023/round.yaml";

test("the specification of the repository has no problem", () => {
  expect(problemsOf(specFiles())).toEqual([]);
  expect(spec.rounds.map(({ round }) => round.round)).toEqual(["2022", "2023"]);
});

test("a round of 34 provinces and no districts loads by adding its folder", () => {
  const rounds = readSpec(specFilesWith2025()).rounds;
  expect(rounds.map(({ round }) => round.round)).toEqual(["2022", "2023", "2025"]);
  expect(rounds[2]?.round.indices.sipas?.stages.value).toEqual(["commune", "village", "person"]);
});

test("one broken folder: every problem of every file at once, with file, line, path and rule", () => {
  const files = edited({
    [provinces]: (text) =>
      text
        .replace("02,province,02,Hà Giang", "01,province,02,Hà Giang") // line 3: a code twice
        .replace(",08-2025,", ",09-2025,"), // the same line: a successor that is none
    "models/units/aliases.csv": (text) => text.replace("province,BRVT,77", "province,Hà Nội,77"),
    [form]: (text) => text.replace("factor: access\n", "factor: acess\n"),
    [round2022]: (text) =>
      text
        .replace("instrument: sipas-2022", "instrument: sipas-2021")
        .replace("shown_recipe: design", "shown_recipe: plain\n    colour: red")
        .replace("closes: 2022-12-31", "closes: 2022-13-31"),
    [round2023]: (text) =>
      text
        .replace('"31.50"', '"31.00"')
        .replace("unit: ubdt", "unit: ubdtt")
        .replace("876/QĐ-BNV\n", "1149/QĐ-BNV\n"),
    "models/rounds/2022/margins.csv": (text) =>
      text.replace("01,gender,male,2728468", "01,gender,man,2728468"),
  });
  files.set("models/rounds/2022/weights.yaml", "calibration: {}\n");
  expect(problemsOf(files)).toEqual([
    "models/instruments/sipas-2022.yaml:410: items[48].factor: factor acess is not in factors",
    'models/rounds/2022/round.yaml:20: indices.sipas.fieldwork.closes: is "2022-13-31"; a real date as YYYY-MM-DD is needed',
    "models/rounds/2022/round.yaml:36: indices.sipas.colour: is not a known key here",
    "models/rounds/2022/weights.yaml: is not a file that is read; its name or place is wrong",
    "models/rounds/2023/round.yaml:130: indices.par_ministry.framework: is 1149/QĐ-BNV, but models/published/frameworks.csv has 876/QĐ-BNV for ministry in 2023",
    "models/rounds/2023/round.yaml:137: indices.par_ministry.blocks: blocks add to 99.5 points; a framework has 100",
    "models/rounds/2023/round.yaml:166: indices.par_ministry.unpublished[1].unit: ubdtt is not a ministry on 2023-12-31",
    'models/units/aliases.csv:7: alias: "Hà Nội" names both 01 and 77 on the same day',
    "models/units/provinces.csv:3: unit_code: code 01 stands twice, first in models/units/provinces.csv",
    "models/units/provinces.csv:3: successor_code: successor 09-2025 is not a unit",
  ]);
});

describe("margins of the nation instead of margins by unit", () => {
  const margins = "models/rounds/2022/margins.csv";
  const national = (text: string) => {
    const rows = text
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const sum = (own: string[][]) => own.reduce((total, row) => total + Number(row[3]), 0);
    const units = [...new Set(rows.slice(1).map((row) => row[0]!))];
    const categories = [...new Set(rows.slice(1).map((row) => `${row[1]},${row[2]}`))];
    const rest = "illustrative,invented,,";
    return [
      rows[0]!.join(","),
      ...units.map(
        (unit) =>
          `${unit},unit,${unit},${sum(rows.filter((row) => row[0] === unit && row[1] === "gender"))},${rest}`,
      ),
      ...categories.map(
        (one) => `vn,${one},${sum(rows.filter((row) => `${row[1]},${row[2]}` === one))},${rest}`,
      ),
      "",
    ].join("\n");
  };

  test("are taken where every unit has its total beside them, all of one population", () => {
    expect(problemsOf(edited({ [margins]: national }))).toEqual([]);
  });

  test.each([
    [
      "a unit without its total",
      (text: string) => text.replace(/\n96,unit,.*/, ""),
      ["models/rounds/2022/margins.csv:1: no row of unit in 96"],
    ],
    [
      "a unit with margins of its own",
      (text: string) => text.replace("96,unit,96", "96,gender,male"),
      [
        "models/rounds/2022/margins.csv:1: no row of unit in 96",
        "models/rounds/2022/margins.csv:64: margin_code: gender is given for the nation (vn) here; a unit has its total alone, as the margin unit",
      ],
    ],
    [
      "a total under another unit's code",
      (text: string) => text.replace("96,unit,96", "96,unit,95"),
      [
        "models/rounds/2022/margins.csv:1: no row of unit in 96",
        "models/rounds/2022/margins.csv:64: category_code: 95 is not 96: the total of a unit stands under its own code",
      ],
    ],
    [
      "a category that the nation lacks",
      (text: string) => text.replace(/\nvn,gender,male,.*/, ""),
      ["models/rounds/2022/margins.csv:1: no row of gender for male in vn"],
    ],
  ])("are refused with %s", (_, edit, problems) => {
    expect(problemsOf(edited({ [margins]: (text) => edit(national(text)) }))).toEqual(problems);
  });

  test("are refused where they add to another population than the units", () => {
    const [problem] = problemsOf(
      edited({ [margins]: (text) => national(text).replace(/(01,unit,01,)\d+/, "$11000") }),
    );
    expect(problem).toMatch(
      /^models\/rounds\/2022\/margins\.csv:1: the margins of the nation add to different totals: unit \d+, gender \d+/,
    );
  });
});

describe("one rule at a time", () => {
  const cases: [title: string, file: string, edit: (text: string) => string, problems: string[]][] = [
    [
      "a unit code twice",
      provinces,
      (text) => `${text}${text.split("\n")[3]}\n`,
      ["models/units/provinces.csv:88: unit_code: code 04 stands twice, first in models/units/provinces.csv"],
    ],
    [
      "a successor that is no unit",
      provinces,
      (text) => text.replace(/(\n02,.*),08-2025,/, "$1,07-2025,"),
      ["models/units/provinces.csv:3: successor_code: successor 07-2025 is not a unit"],
    ],
    [
      "a unit that ends after its successor begins to be asked for",
      provinces,
      (text) => text.replace(/(\n02,.*),2025-06-30,08-2025,/, "$1,2025-05-31,08-2025,"),
      [
        "models/units/provinces.csv:3: successor_code: successor 08-2025 does not exist on the day after 2025-05-31",
      ],
    ],
    [
      "a unit that ends before it begins",
      "models/units/ministries.csv",
      (text) => text.replace(/(\nbdttg,.*),2025-03-01,,/, "$1,2025-03-01,2025-02-01,"),
      [
        "models/units/ministries.csv:20: successor_code: successor bdttg does not exist on the day after 2025-02-28",
        "models/units/ministries.csv:22: valid_to: is 2025-02-01, before valid_from 2025-03-01",
      ],
    ],
    [
      "a region that is not held",
      provinces,
      (text) =>
        text.replace(
          "\n04,province,04,Cao Bằng,Cao Bang,Cao Bằng,province,trung-du-va-mien-nui-phia-bac",
          "\n04,province,04,Cao Bằng,Cao Bang,Cao Bằng,province,dong-bac",
        ),
      ["models/units/provinces.csv:4: region_code: region dong-bac is not in models/units/regions.csv"],
    ],
    [
      "a province without people",
      provinces,
      (text) => text.replace(",530341,", ",,"),
      [
        "models/units/provinces.csv:4: population_2019: is missing; a province that is no merger of others needs its population",
      ],
    ],
    [
      "an alias that another unit has as its name",
      "models/units/aliases.csv",
      (text) => `${text}province,Hà Giang,04\n`,
      ['models/units/aliases.csv:50: alias: "Hà Giang" names both 02 and 04 on the same day'],
    ],
    [
      "an alias of a unit that does not exist",
      "models/units/aliases.csv",
      (text) => text.replace("province,BRVT,77", "province,BRVT,78"),
      ["models/units/aliases.csv:7: unit_code: 78 is not a unit"],
    ],
    [
      "an option code twice",
      form,
      (text) => text.replace("code: female", "code: male"),
      ["models/instruments/sipas-2022.yaml:38: items[0].options[1].code: male stands twice"],
    ],
    [
      "a level item whose options are not its levels",
      form,
      (text) => text.replace(/(code: need_10[\s\S]*?)levels: 3/, "$1levels: 4"),
      [
        "models/instruments/sipas-2022.yaml:630: items[76].options: has the values 1, 2, 3; 4 levels have 1, 2, 3, 4",
      ],
    ],
    [
      "a satisfaction item without a factor",
      form,
      (text) => text.replace("    factor: feedback\n", ""),
      ["models/instruments/sipas-2022.yaml:533: items[64]: satisfaction item sat_31 has no factor"],
    ],
    [
      "a factor of an unknown part",
      form,
      (text) => text.replace("code: access, part: service", "code: access, part: services"),
      ["models/instruments/sipas-2022.yaml:23: factors[4].part: part services is not in parts"],
    ],
    [
      "a question code twice",
      form,
      (text) => text.replace("question: Q9_02", "question: Q9_01"),
      ["models/instruments/sipas-2022.yaml:302: items[35].question: Q9_01 stands twice"],
    ],
    [
      "an unknown instrument",
      round2022,
      (text) => text.replace("instrument: sipas-2022", "instrument: sipas-2021"),
      [
        "models/rounds/2022/round.yaml:10: indices.sipas.instrument: instrument sipas-2021 is not in models/instruments; there are sipas-2022",
      ],
    ],
    [
      "a shown recipe that is not computed",
      round2022,
      (text) => text.replace("[plain, design]", "[plain]"),
      [
        "models/rounds/2022/round.yaml:35: indices.sipas.shown_recipe: design is not one of the recipes plain",
      ],
    ],
    [
      "change told between rounds whose rules differ",
      "models/rounds/2023/round.yaml",
      (text) => text.replace("value: 0.5", "value: 0.4"),
      [
        "models/rounds/2023/round.yaml:27: indices.sipas.comparable_with[0].round: 2022 is called comparable, but its service_weight is 0.5, not 0.4",
      ],
    ],
    [
      "change told since a round that is not held",
      "models/rounds/2023/round.yaml",
      (text) => text.replace('round: "2022"', 'round: "2020"'),
      [
        "models/rounds/2023/round.yaml:27: indices.sipas.comparable_with[0].round: 2020 is called comparable, but models/rounds holds no SIPAS of 2020",
      ],
    ],
    [
      "fieldwork that closes before it opens",
      round2022,
      (text) => text.replace("closes: 2022-12-31", "closes: 2022-11-30"),
      [
        "models/rounds/2022/round.yaml:20: indices.sipas.fieldwork.closes: is 2022-11-30, before it opens on 2022-12-01",
      ],
    ],
    [
      "a round in the folder of another year",
      round2022,
      (text) => text.replace('round: "2022"', 'round: "2021"'),
      ["models/rounds/2022/round.yaml:3: round: is 2021, but the folder is called 2022"],
    ],
    [
      "a margin that is no question with options",
      "models/rounds/2022/weighting.yaml",
      (text) => text.replace("[gender, age, residence]", "[gender, age, residence, sat_01]"),
      [
        "models/rounds/2022/weighting.yaml:23: calibration.margins[3]: sat_01 is of the kind level; a margin is a choice with options",
      ],
    ],
    [
      "margins of a unit that add to different totals",
      "models/rounds/2022/margins.csv",
      (text) => text.replace("01,gender,male,2728468", "01,gender,male,2728469"),
      [
        "models/rounds/2022/margins.csv:1: the margins of unit 01 add to different totals: gender 5637565, age 5637564, residence 5637564",
      ],
    ],
    [
      "a unit without a row of a margin",
      "models/rounds/2022/margins.csv",
      (text) => text.replace(/\n96,gender,male,.*/, ""),
      ["models/rounds/2022/margins.csv:1: no row of gender for male in 96"],
    ],
    [
      "a category twice",
      "models/rounds/2022/margins.csv",
      (text) => text.replace("01,gender,female", "01,gender,male"),
      [
        "models/rounds/2022/margins.csv:1: no row of gender for female in 01",
        "models/rounds/2022/margins.csv:3: category_code: 01 × gender × male stands twice",
      ],
    ],
    [
      "a published figure of an unknown unit",
      "models/published/par_province.csv",
      (text) => text.replace("2024,province,Sơn La", "2024,province,Sơn Lạ"),
      [
        'models/published/par_province.csv:5: unit: no province of the registry is called "Sơn Lạ" on 2024-12-31',
      ],
    ],
    [
      "a published figure with a decimal comma",
      "models/published/par_province.csv",
      (text) => text.replace("96.17", '"96,17"'),
      ['models/published/par_province.csv:2: value: is "96,17"; it must be plain digits with a point'],
    ],
  ];

  test.each(cases)("%s", (_, file, edit, problems) => {
    expect(problemsOf(edited({ [file]: edit }))).toEqual(problems);
  });
});

test("a file that is missing, and one in a place where nothing is read, are told", () => {
  const files = specFiles();
  files.delete("models/units/regions.csv");
  files.set("models/rounds/notes.yaml", "a: 1\n");
  expect(problemsOf(files)).toContain("models/units/regions.csv: is missing");
  expect(problemsOf(files)).toContain(
    "models/rounds/notes.yaml: is not a file that is read; its name or place is wrong",
  );
});

describe("what finds forms leaves none out by itself", () => {
  const cleaning = "models/rounds/2022/cleaning.yaml";
  const excluding = edited({
    [cleaning]: (text) =>
      text.replace(
        "duplicate_keeps:",
        `  - reason: straight_line
    name: { vi: "Một mức", en: "One level" }
    status: assumed
    why: { vi: "Vì", en: "Because" }
duplicate_keeps:`,
      ),
  });

  test("a rule excludes only by a decision with the hash of its effect; a trial may do without", () => {
    expect(problemsOf(excluding).join()).toContain(
      "straight_line only finds forms; that it leaves them out needs a decision with the hash of its effect",
    );
    expect(() => readSpec(excluding, { isTrial: true })).not.toThrow();
  });

  test("a decision of a recheck that nobody signed off is a draft: it counts in a trial only", () => {
    const files = new Map(specFiles()).set(
      "models/rounds/2022/recheck_decisions.csv",
      "level,batch,decision,role,decided_on,reason,signed_off_by,effect\ninterviewer,i1,void,Head,2022-12-20,wrong,,\n",
    );
    expect(readSpec(files).rounds[0]?.recheckDecisions).toEqual([]);
    expect(readSpec(files, { isTrial: true }).rounds[0]?.recheckDecisions).toHaveLength(1);
  });

  test("a correction of an item that the form does not have is named by its line", () => {
    const files = new Map(specFiles()).set(
      "models/rounds/2022/corrections.csv",
      "response_key,item_code,old_value,new_value,role,decided_on,reason\nR1,sex,1,2,Clerk,2022-12-20,typing\n",
    );
    expect(problemsOf(files).join()).toContain(
      "corrections.csv:2: item_code: sex is not an item of sipas-2022",
    );
  });
});

describe("importance", () => {
  const asking = (value: string) =>
    problemsOf(edited({ [round2022]: (text) => text.replace("value: { needs: need }", `value: ${value}`) }));

  test("by regressing an index on its own parts is refused, with the reason", () => {
    const said = asking("{ regress: overall, on: [access, procedures] }");
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /round\.yaml:\d+: indices\.sipas\.importance\.value\.regress: overall would be regressed on access, procedures, and all of these are the index or what it is made of/,
    );
    expect(asking("{ regress: sat_01, on: [sat_02] }")[0]).toContain(
      "the fit would give back the formula of the index",
    );
  });

  test("comes from the needs that a block of the form asks for; a form without an overall question has none to regress", () => {
    expect(spec.rounds[0]?.round.indices.sipas?.importance?.value).toEqual({ needs: "need" });
    expect(asking("{ needs: wishes }")[0]).toContain("wishes is not a block of sipas-2022");
    expect(asking("{ regress: participate, on: [access] }")[0]).toContain(
      "participate is no overall question of sipas-2022, which has none to regress",
    );
  });
});

test("an answer that says one cannot tell is no level of a satisfaction item", () => {
  const marked = (text: string) =>
    text.replace(
      'name: { vi: "Bình thường", en: "Neutral" } }',
      'name: { vi: "Bình thường", en: "Neutral" }, is_dont_know: true }',
    );
  expect(problemsOf(edited({ [form]: marked }))[0]).toContain("a satisfaction item has levels only");
});
