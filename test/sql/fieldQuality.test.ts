import { expect, test } from "vitest";
import type { Row } from "../../sql/table.ts";
import { build } from "./build.ts";

const windows = `
  round_code | instrument_code | form_name | form_name_en | as_of_date:date
  2023       | form            | Phiếu     | Form         | 2023-11-24
`;
const rules = `
  round_code | least_forms:int | robust_z:double | equal_peers_distance:double | least_peers:int
  2023       | 10              | 3.5             | 0.1                         | 5
`;

/** One line a form: who, on which day, how many minutes, and whether that is short. */
function forms(lines: readonly string[]): string {
  return `
    round_code | instrument_code | response_key | unit_level | unit_code | interviewer_key | team_key | device_key | area_key | area_name | submit_date:date | minutes:double | is_short:boolean | is_night:boolean | is_straight:boolean | n_asked:int | n_blank:int | is_device_busy:boolean | provenance
    ${lines.join("\n")}
  `;
}

function form(who: string, i: number, minutes: number): string {
  return `2023 | form | ${who}-${i} | province | 40 | ${who} | | | | | 2023-11-0${1 + (i % 5)} | ${minutes} | ${minutes < 10} | false | false | 12 | 1 | | illustrative`;
}

/** Ten forms each of six interviewers, and three of a seventh. */
async function quality(): Promise<Row[]> {
  const lines = [20, 21, 22, 23, 24, 5].flatMap((minutes, i) =>
    Array.from({ length: 10 }, (_, j) => form(`pv${i + 1}`, j, minutes)),
  );
  const few = Array.from({ length: 3 }, (_, j) => form("new", j, 2));
  return build("marts.field_quality", {
    "clean.campaign_windows": windows,
    "spec.campaign_rules": rules,
    "clean.field_forms": forms([...lines, ...few]),
  });
}

const of = (rows: readonly Row[], who: string, measure: string) =>
  rows.find((row) => row["actor_key"] === who && row["measure_code"] === measure)!;

test("an interviewer's figure stands beside median and quartiles of the peers, with the robust z by hand", async () => {
  const fast = of(await quality(), "pv6", "median_minutes");
  // medians 5 20 21 22 23 24: their median 21.5, deviations 16.5 1.5 0.5 0.5 1.5 2.5, so MAD 1.5
  expect(fast).toMatchObject({
    measure_value: 5,
    peers_n: 6,
    peers_median: 21.5,
    peers_low: 20.25,
    peers_high: 22.75,
    is_flagged: true,
    flag_status: "ok",
  });
  expect(fast["robust_z"]).toBeCloseTo(-16.5 / (1.4826 * 1.5), 12);
});

test("only the side that harms is flagged: whoever takes longer than all others is not", async () => {
  const rows = await quality();
  expect(
    rows.filter((row) => row["is_flagged"]).map((row) => [row["actor_key"], row["measure_code"]]),
  ).toEqual([
    ["pv6", "median_minutes"],
    ["pv6", "short"], // every peer is at nothing, and this one at all of ten
  ]);
});

test("whoever has few forms is neither flagged nor a peer, and a measure that cannot be told says so", async () => {
  const rows = await quality();
  expect(of(rows, "new", "median_minutes")).toMatchObject({
    flag_status: "too_few_forms",
    is_flagged: false,
    peers_n: 6,
  });
  expect(of(rows, "pv1", "device")).toMatchObject({
    flag_status: "no_data",
    measure_value: null,
    is_flagged: false,
  });
  expect(of(rows, "pv1", "pace")).toMatchObject({ measure_value: 2 }); // ten forms on five days
});

test("nothing is left out for its quality: every form is counted", async () => {
  const rows = (await quality()).filter((row) => row["measure_code"] === "pace");
  expect(rows.reduce((sum, row) => sum + Number(row["n_forms"]), 0)).toBe(63);
});

test("forms of which no day is known were not entered with others on one day, whatever day they are told from", async () => {
  const rows = await build("clean.field_forms", {
    "clean.campaign_windows": "round_code | instrument_code | mode\n 2023 | form | face_to_face",
    "spec.campaign_rules": `
      round_code | short_minutes:double | straight_items:int | device_forms_a_day:int | night_from | night_until
      2023       | 10                   | 5                  | 1                      | 22:00      | 05:00
    `,
    "clean.campaign_answers": `
      round_code | instrument_code | response_key | participant_key | unit_level | unit_code | interviewer_key | team_key | device_key | submit_date:date | opened_time:timestamp | submitted_time:timestamp | exclusion_code | provenance
      2023       | form            | dated-1      | an              | province   | 40        | i               | t        | d          | 2023-11-02       | 2023-11-02 09:00      | 2023-11-02 09:30         | null           | illustrative
      2023       | form            | dated-2      | binh            | province   | 40        | i               | t        | d          | 2023-11-02       | 2023-11-02 10:00      | null                     | null           | illustrative
      2023       | form            | undated-1    | chi             | province   | 40        | i               | t        | e          | 2023-11-01       | null                  | null                     | null           | illustrative
      2023       | form            | undated-2    | dung            | province   | 40        | i               | t        | e          | 2023-11-01       | null                  | null                     | null           | illustrative
      2023       | form            | no-device    | em              | province   | 40        | i               | t        | null       | 2023-11-01       | 2023-11-01 09:00      | 2023-11-01 09:30         | null           | illustrative
    `,
    "staging.campaign_patterns":
      "round_code | instrument_code | response_key | n_asked:int | n_answered:int | n_level_answers:int | n_levels:int",
    "staging.campaign_participants": "round_code | instrument_code | participant_key | sample_unit_key",
    "staging.campaign_draws": "round_code | sample_unit_key | area_key | area_name",
  });
  expect(rows.map(({ response_key, is_device_busy }) => [response_key, is_device_busy])).toEqual([
    ["dated-1", true],
    ["dated-2", true],
    ["no-device", null],
    ["undated-1", null],
    ["undated-2", null],
  ]);
});
