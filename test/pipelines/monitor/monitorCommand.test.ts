import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Row } from "../../../sql/table.ts";
import { query, type ScratchProject, scratchProject } from "../scratchProject.ts";

/** A project with the demo's survey of people at home and the invented season of officials online. */
let project: ScratchProject;
let seen: { units: Row[]; signals: Row[]; balance: Row[] };
let monitor: string;
beforeAll(async () => {
  project = await scratchProject();
  await project.thuocdo("demo", "--respondents", "600", "--units", "3");
  await project.thuocdo("demo", "--season", "--units", "4");
  const { out, err, code } = await project.thuocdo("monitor", "--as-of", "2023-11-24", "--json");
  expect([code, err]).toEqual([0, ""]);
  seen = JSON.parse(out);
  monitor = join(project.folder, "var/monitor/monitor.duckdb");
}, 240_000);
afterAll(() => project.remove());

test("the figures of Nghệ An are those that 9547/UBND-KSTT prints, and persons stay unknown", () => {
  const own = seen.units.filter((row) => row["round_code"] === "2021");
  expect(
    own.map((row) => [row["domain_name"], row["form_name"], row["n_registered"], row["n_answers"]]).sort(),
  ).toEqual([
    ["Nghệ An", "Phiếu cải cách hành chính đánh giá bộ chủ quản", 43, 7],
    ["Nghệ An", "Phiếu cải cách hành chính đánh giá địa phương", 43, 9],
    ["Nghệ An", "Phiếu phản hồi ý kiến về hệ thống", 43, 15],
  ]);
  for (const row of own) {
    expect(row).toMatchObject({
      provenance: "published",
      document: "9547/UBND-KSTT",
      document_date: "2021-12-07",
      answers_status: "persons_unknown",
      n_valid: null,
      response_percent: null,
    });
  }
});

test("what is told of invented persons says that it is illustrative", () => {
  const watched = seen.units.filter((row) => row["document"] === null);
  expect(new Set(watched.map((row) => row["provenance"]))).toEqual(new Set(["illustrative"]));
});

test("units and the persons that no unit owns add up to the nation, form by form", () => {
  for (const form of ["pchc-dia-phuong", "pchc-bo-chu-quan", "phan-hoi-he-thong"]) {
    const all = seen.units.filter(
      (row) =>
        row["instrument_code"] === form && row["respondent_group"] === "all" && row["document"] === null,
    );
    const sum = (isNation: boolean) =>
      all
        .filter((row) => (row["domain_level"] === "nation") === isNation)
        .reduce((n, row) => n + Number(row["n_registered"]), 0);
    const withoutUnit = form === "pchc-dia-phuong" ? 3 : 0;
    expect([form, sum(false) + withoutUnit]).toEqual([form, sum(true)]);
  }
});

test("the balance of each form adds up to what its store holds until the day", async () => {
  const held = await query(
    join(project.folder, "var/store/season.duckdb"),
    `select instrument_code, count(*) as n from responses
     where coalesce(opened_at, submitted_at) + interval 7 hour < timestamp '2023-11-25' group by all order by all`,
  );
  const told = seen.balance.filter((row) => row["line_code"] === "in_store" && row["round_code"] === "2023");
  expect(told.map((row) => ({ instrument_code: row["instrument_code"], n: row["n"] }))).toEqual(held);
});

test("a letter to a unit of which nothing is told is wrong usage, and names those there are", async () => {
  const asked = ["--as-of", "2023-11-24", "--threshold", "50", "--unit", "999"];
  const { code, err } = await project.thuocdo("monitor", "letters", ...asked);
  expect(code).toBe(2);
  expect(err).toMatch(/Of the unit "999" nothing is told in round 2023\.\n.*There are: .*01/);
});

test("RR1 of people at home is completed over drawn and not ineligible, as counted in the store without a substitute", async () => {
  const [own] = await query(
    join(project.folder, "var/store/demo.duckdb"),
    `select count(*) filter (final_disposition = 'complete') / count(*) filter (final_disposition <> 'ineligible') as rate
     from sample_units where index_code = 'sipas' and round_code = '2022' and stage_code = 'person' and not is_substitute`,
  );
  const [rate] = await query(
    monitor,
    "select rate_percent from marts.outcome_rates where instrument_code = 'sipas-2022' and rate_code = 'RR1' and domain_level = 'nation'",
  );
  expect(rate!["rate_percent"]).toBeCloseTo(100 * Number(own!["rate"]), 9);
});

test("whom to remind are tokens of the store's own list, each of the unit that listed it, and nobody who submitted", async () => {
  const rows = await query(monitor, "from marts.reminders where round_code = '2023'");
  expect(rows.length).toBeGreaterThan(100);
  expect(new Set(rows.map((row) => row["reminder_code"]))).toEqual(
    new Set(["not_invited", "mend_address", "not_started", "not_submitted"]),
  );
  const wrong = rows.filter(
    (row) =>
      row["unit_code"] !== "none" &&
      !String(row["participant_key"]).startsWith("sai-") &&
      !String(row["participant_key"]).startsWith(`${row["unit_level"]}-${row["unit_code"]}-`),
  );
  expect(wrong).toEqual([]);
  const submitted = await query(
    join(project.folder, "var/store/season.duckdb"),
    "select distinct participant_key from responses where submitted_at + interval 7 hour < timestamp '2023-11-25' and participant_key is not null",
  );
  const keys = new Set(submitted.map((row) => row["participant_key"]));
  expect(rows.filter((row) => keys.has(row["participant_key"]!))).toEqual([]);
});

test("as text, each form has a table with the nation first and then whoever is furthest below target", async () => {
  const { out } = await project.thuocdo("monitor", "--as-of", "2023-11-24", "--round", "2023");
  const lines = out.split("\n");
  const start = lines.findIndex((line) => line.includes("(pchc-bo-chu-quan)"));
  expect(lines[start]).toContain("36 days left; as of 2023-11-24 · illustrative");
  expect(lines[start + 2]).toMatch(/^ {2}Cả nước /);
  expect(lines[start + 3]).toMatch(/^ {2}Hà Giang .* 0 \(0–0\)$/);
  expect(out).toContain("What asks for something to be done:");
  expect(out).toContain("broken_domain");
});

test("the same stores and the same day give the same figures on one thread as on two", async () => {
  project.edit("thuocdo.yaml", (text) => `threads: 1\n${text}`);
  const { out } = await project.thuocdo("monitor", "--as-of", "2023-11-24", "--json");
  expect(JSON.parse(out).units).toEqual(seen.units);
  expect(JSON.parse(out).signals).toEqual(seen.signals);
});

test("a day that is no date is wrong usage, and says how to write one", async () => {
  const { code, err } = await project.thuocdo("monitor", "--as-of", "20/11/2023");
  expect(code).toBe(2);
  expect(err).toContain("It must be a date such as 2023-11-24.");
});

test("a form that closes before it opens stops the command and names the line", async () => {
  project.addModel("rounds/2023/campaign.yaml", (text) =>
    text.replace("closes: 2023-12-30", "closes: 2023-10-30"),
  );
  const { code, err } = await project.thuocdo("monitor", "--as-of", "2023-11-24");
  expect(code).toBe(3);
  expect(err).toMatch(/campaign\.yaml:\d+: forms\[0\]\.closes: is 2023-10-30, before it opens on 2023-11-01/);
  expect(existsSync(monitor)).toBe(true); // the last monitor stays
});
