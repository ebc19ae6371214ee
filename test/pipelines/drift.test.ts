import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { change, type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
const drift = (...statements: string[]) =>
  change(join(project.folder, "var/store/demo.duckdb"), ...statements);

beforeAll(async () => {
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "200", "--units", "2", "--rounds", "2022");
});
afterAll(() => project.remove());

test("the demo's forms ask what their instrument reads", async () => {
  const { code, out } = await project.thuocdo("sources", "check");
  expect(out).toBe("demo: reached, no drift\npar-published: reached; it describes no form to compare");
  expect(code).toBe(0);
});

test("a store that fails is said beside those that do not, and ends the check with its exit code", async () => {
  const stores =
    "stores:\n  absent:\n    kind: store\n    path: nowhere.duckdb\n    provenance: illustrative\n";
  project.edit("thuocdo.yaml", (text) => text.replace("stores:\n", stores));
  const { code, out, err } = await project.thuocdo("sources", "check");
  project.edit("thuocdo.yaml", (text) => text.replace(stores, "stores:\n"));
  expect(code).toBe(4);
  expect(out).toMatch(
    /^absent: FAILED\n {2}There is no survey store at .*\n {2}→ .*\ndemo: reached, no drift\npar-published: reached/,
  );
  expect(err).toMatch(/There is no survey store at .*nowhere\.duckdb/);
});

test("files whose answers are words where the instrument has codes stop before anything is computed from them", async () => {
  writeFileSync(join(project.folder, "forms.csv"), "Phiếu;C1;C2\nr1;Hài lòng;4\nr2;Hài lòng;5\n");
  const store = (answers: string) => `
  words:
    kind: handin
    provenance: illustrative
    decimal: ","
    files:
      - path: forms.csv
        table: responses
        columns: { response_key: Phiếu }
        constants: { round_code: "2022", instrument_code: sipas-2022 }
      - path: forms.csv
        table: answers
        columns: { response_key: Phiếu }
        constants: { round_code: "2022" }
        questions: { C1: Q9_01, C2: Q9_02 }
        answers: ${answers}
`;
  const [without, withThem] = [store("{}"), store('{ Q9_01: { Hài lòng: "4" } }')];
  const before = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
  project.edit("thuocdo.yaml", (text) => text.trimEnd() + without);
  for (const command of [["collect"], ["sources", "check"]]) {
    const { code, err } = await project.thuocdo(...command);
    expect(err).toMatch(
      /words no longer fit .*\n {2}2022: Question Q9_01 of the form sipas-2022 is answered otherwise than by 1 2 3 4 5 in 2 of 2/,
    );
    expect(code).toBe(5);
  }
  project.edit("thuocdo.yaml", (text) => text.replace(without, withThem));
  expect((await project.thuocdo("sources", "check")).out).toMatch(/\nwords: reached, no drift$/);
  project.edit("thuocdo.yaml", () => before);
});

test("a wrong setting of a store is named by its path, with what is allowed, and no secret is repeated", async () => {
  const store =
    "\n  typo:\n    kind: postgres\n    provenance: illustrative\n    host: 10.0.0.5\n    port: many\n    database: survey\n    user: reader\n    password: geheim\n    shcema: public\n";
  project.edit("thuocdo.yaml", (text) => `${text.trimEnd()}${store}`);
  const { code, err } = await project.thuocdo("collect");
  project.edit("thuocdo.yaml", (text) => text.replace(store, "\n"));
  expect(code).toBe(3);
  expect(err).toContain('thuocdo.yaml: stores.typo.port: is "many"; a number is needed');
  expect(err).toContain("thuocdo.yaml: stores.typo.shcema: is not a known key here");
  expect(err).toMatch(/stores\.typo: the key "password" may not stand here; put it in a file/);
  expect(err).not.toContain("geheim");
});

test("a store that gives no row at all is warned of", async () => {
  project.edit("thuocdo.yaml", (text) =>
    text.replace("demo.duckdb\n", 'demo.duckdb\n    rounds: ["1999"]\n'),
  );
  const { code, err } = await project.thuocdo("collect");
  project.edit("thuocdo.yaml", (text) => text.replace('    rounds: ["1999"]\n', ""));
  expect(code).toBe(0);
  expect(err).toMatch(/Store demo: it gave no row at all/);
});

test("another wording and a new question are noted, and collecting goes on", async () => {
  await drift(
    "update instrument_questions set wording = 'Câu hỏi khác hẳn' where question_code = 'Q9_01'",
    "insert into instrument_questions values ('2022', 'sipas-2022', 'Q99', 'text', 'Câu mới', null)",
  );
  const { code, out } = await project.thuocdo("sources", "check");
  expect(code).toBe(0);
  expect(out).toMatch(/note reworded 2022: Question Q9_01 .* reads “Câu hỏi khác hẳn”/);
  expect(out).toMatch(/note new 2022: Question Q99/);
  expect((await project.thuocdo("collect")).code).toBe(0);
});

test("a form that is deleted between two snapshots is told, and so is an answer that changed", async () => {
  const collected = async () =>
    JSON.parse((await project.thuocdo("collect", "--json")).out).snapshot as string;
  const before = await collected();
  await drift(
    "delete from responses where response_key = (select min(response_key) from responses)",
    "update answers set answer_value = '99' where question_code = 'Q9_01' and response_key = (select max(response_key) from answers where question_code = 'Q9_01')",
  );
  const { out, code } = await project.thuocdo("sources", "compare", before, await collected());
  expect(code).toBe(0);
  expect(out).toBe("demo, 2022: 0 late, 0 added, 0 edited, 1 silently changed, 1 deleted");
});

test("a question that is gone stops with exit code 5 and names what it feeds, before a snapshot is made", async () => {
  const before = readdirSync(join(project.folder, "var/snapshots"));
  await drift(
    "delete from instrument_questions where question_code = 'Q9_02'",
    "update instrument_questions set answer_codes = '1 2 3 4 5 6' where question_code = 'Q9_03'",
  );
  for (const command of [["sources", "check"], ["collect"], ["build"]]) {
    const { code, err } = await project.thuocdo(...command);
    expect(code).toBe(5);
    expect(err).toMatch(/2 questions of the store demo no longer fit/);
    expect(err).toMatch(
      /Question Q9_02 of the form sipas-2022 is missing\. It feeds item \w+, factor \w+ \(.+\) and part .+\. SIPAS counts in 876\/QĐ-BNV, block SIPAS \(10 points\)\./,
    );
    expect(err).toMatch(/Q9_03 .* answers that the instrument does not know \(6\)/);
  }
  expect(readdirSync(join(project.folder, "var/snapshots"))).toEqual(before);
});
