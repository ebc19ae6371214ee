import { expect, test } from "vitest";
import { build } from "./build.ts";

const answers = `
  round_code | response_key | question_code | answer_value
  2022       | an           | A_gender      | 1
  2022       | an           | Q_other       | Ở trọ
  2022       | an           | Q_home        | 9
  2022       | binh         | A_gender      | 2
`;
const responses = `
  round_code | index_code | response_key
  2022       | sipas      | an
  2022       | sipas      | binh
`;
const nothing = {
  "spec.recodes":
    "round_code | index_code | recode_row:integer | text_question_code | answer_text | question_code | old_value | new_value",
  "spec.corrections":
    "round_code | index_code | correction_row:integer | response_key | question_code | old_value | new_value",
  "spec.recheck_decisions": "round_code | index_code | batch_level | batch_code | decision",
  "staging.recheck_comparisons":
    "round_code | index_code | response_key | question_code | variable_kind:integer | original_value | recheck_value | is_different:boolean | interviewer_key | team_code | commune_key | unit_code",
};
const store = { ...nothing, "raw.answers": answers, "staging.responses": responses };

test("a correction replaces the value that it names, a recode the answer beside its text, wherever that text stands", async () => {
  const rows = await build("staging.corrections", {
    ...store,
    "spec.corrections": `${nothing["spec.corrections"]}
      2022 | sipas | 2 | binh | A_gender | 2 | 1`,
    "spec.recodes": `${nothing["spec.recodes"]}
      2022 | sipas | 2 | Q_other | ở trọ | Q_home | 9 | 3`,
  });
  expect(rows).toMatchObject([
    { source_file: "corrections.csv", source_row: 2, response_key: "binh", found_value: "2", new_value: "1" },
    { source_file: "recodes.csv", source_row: 2, response_key: "an", found_value: "9", new_value: "3" },
  ]);
});

test("a recode reads the forms of its own survey, not another form's answer to a question of the same code", async () => {
  const rows = await build("staging.corrections", {
    ...store,
    "staging.responses": "round_code | index_code | response_key\n 2022 | sipas | binh",
    "spec.recodes": `${nothing["spec.recodes"]}
      2022 | sipas | 2 | Q_other | ở trọ | Q_home | 9 | 3`,
  });
  expect(rows).toEqual([]);
});

test("a correction whose old value no longer stands stops the run, with the line of its file", async () => {
  const stale = build("staging.corrections", {
    ...store,
    "spec.corrections": `${nothing["spec.corrections"]}
      2022 | sipas | 7 | binh | A_gender | 1 | 2`,
  });
  await expect(stale).rejects.toThrow(
    /a correction finds the value that it corrects(.|\n)*source_file = corrections.csv, source_row = 7(.|\n)*value_expected = 1, value_found = 2/,
  );
});

test("a correction of a response that the store does not hold stops the run", async () => {
  const unknown = build("staging.corrections", {
    ...store,
    "spec.corrections": `${nothing["spec.corrections"]}
      2022 | sipas | 3 | chi | A_gender | null | 2`,
  });
  await expect(unknown).rejects.toThrow(/a correction speaks of a response that the store holds/);
});

test("a decision to correct takes the rechecked answers of its batch, but not of variables that only tell stability", async () => {
  const rows = await build("staging.corrections", {
    ...store,
    "spec.recheck_decisions": `${nothing["spec.recheck_decisions"]}
      2022 | sipas | interviewer | i1 | correct`,
    "staging.recheck_comparisons": `${nothing["staging.recheck_comparisons"]}
      2022 | sipas | an   | A_gender | 1 | 1 | 2 | true  | i1 | null | c | 01
      2022 | sipas | an   | Q_home   | 3 | 9 | 8 | true  | i1 | null | c | 01
      2022 | sipas | binh | A_gender | 1 | 2 | 1 | true  | i2 | null | c | 01`,
  });
  expect(rows).toMatchObject([
    { response_key: "an", question_code: "A_gender", old_value: "1", new_value: "2" },
  ]);
});

const batches = `
  round_code | index_code | response_key | interviewer_key | team_code | commune_key | unit_code | is_test:boolean | provenance
  2022       | sipas      | an           | i1              | null      | c1          | 01        | false           | derived
  2022       | sipas      | binh         | i2              | null      | c1          | 01        | false           | derived
`;

test("a second answer differs where it is another one, by more than the tolerance where there is one; blank against an answer differs", async () => {
  const rows = await build("staging.recheck_comparisons", {
    "raw.rechecks": `
      round_code | response_key | question_code | recheck_value | interviewer_key
      2022       | an           | A_gender      | 2             | r
      2022       | an           | Q_sat         | 4             | r
      2022       | binh         | A_gender      | 2             | r
      2022       | binh         | Q_sat         | 3             | r
      2022       | binh         | Q_home        | null          | r
    `,
    "raw.answers": `
      round_code | response_key | question_code | answer_value
      2022       | an           | A_gender      | 1
      2022       | an           | Q_sat         | 5
      2022       | binh         | A_gender      | 2
      2022       | binh         | Q_sat         | 5
      2022       | binh         | Q_home        | 1
    `,
    "spec.recheck_variables": `
      round_code | index_code | item_code | question_code | variable_kind:integer | tolerance:integer
      2022       | sipas      | gender    | A_gender      | 1                     | 0
      2022       | sipas      | sat       | Q_sat         | 3                     | 1
      2022       | sipas      | home      | Q_home        | 2                     | 0
    `,
    "staging.response_batches": batches,
  });
  expect(
    rows.map(({ response_key, item_code, is_different }) => [response_key, item_code, is_different]),
  ).toEqual([
    ["an", "gender", true],
    ["an", "sat", false],
    ["binh", "gender", false],
    ["binh", "home", true],
    ["binh", "sat", true],
  ]);
});

const found = {
  "spec.sipas_rules":
    "round_code | index_code | opens_at:timestamp | closes_at:timestamp | duplicate_keeps\n 2022 | sipas | 2022-12-01 | 2023-01-01 | first_submitted",
  "staging.responses": `
    round_code | index_code | instrument_code | response_key | participant_key | sample_unit_key | opened_at:timestamp | submitted_at:timestamp | edited_at:timestamp | is_date_unknown:boolean | is_test:boolean
    2022       | sipas      | f               | an           | p1              | s1              | 2022-12-02          | 2022-12-03             | null                | false                   | false
    2022       | sipas      | f               | binh         | p2              | s2              | 2022-12-02          | 2022-12-03             | null                | false                   | false
  `,
  "clean.sample_paths": "round_code | index_code | sample_unit_key\n 2022 | sipas | s1\n 2022 | sipas | s2",
  "clean.satisfaction_counts":
    "round_code | index_code | response_key | n_satisfaction_answers:integer\n 2022 | sipas | an | 5\n 2022 | sipas | binh | 5",
  "clean.rule_failures":
    "round_code | index_code | response_key | rule_code\n 2022 | sipas | an | straight_line",
  "staging.response_batches": batches,
  "spec.recheck_decisions": `${nothing["spec.recheck_decisions"]}
    2022 | sipas | interviewer | i2 | void
    2022 | sipas | interviewer | i1 | keep`,
};
const reasons = (codes: string) =>
  build("clean.exclusion_reasons", {
    ...found,
    "spec.exclusions": `round_code | index_code | reason_code | reason_order:integer${codes}`,
  });

test("a broken rule and a voided batch leave nobody out where the round does not name them", async () => {
  expect(await reasons("\n 2022 | sipas | not_submitted | 1")).toEqual([]);
});

test("a rule that the round names leaves out who breaks it; a void decision leaves out its batch, a keep nobody", async () => {
  const rows = await reasons("\n 2022 | sipas | straight_line | 1\n 2022 | sipas | voided_by_recheck | 2");
  expect(rows.map(({ response_key, reason_code }) => [response_key, reason_code])).toEqual([
    ["an", "straight_line"],
    ["binh", "voided_by_recheck"],
  ]);
});

test("two forms of one person of the sample are a duplicate, also where the person was given two keys", async () => {
  const rows = await build("clean.exclusion_reasons", {
    ...found,
    "staging.responses": found["staging.responses"].replace("| s2 ", "| s1 "),
    "spec.exclusions":
      "round_code | index_code | reason_code | reason_order:integer\n 2022 | sipas | duplicate_submission | 1",
  });
  expect(rows.map(({ response_key, reason_code }) => [response_key, reason_code])).toEqual([
    ["binh", "duplicate_submission"],
  ]);
});

test("a rule broken by more forms of a province than the round lets pass stops the run, and names the province", async () => {
  const outcome = build("clean.rule_outcomes", {
    "clean.exclusion_reasons":
      "round_code | index_code | response_key | reason_code\n 2022 | sipas | dung | test_response",
    "clean.response_status": `
      round_code | index_code | response_key | unit_code | first_reason_code | is_valid:boolean | provenance
      2022       | sipas      | an           | 01        | null              | true             | derived
      2022       | sipas      | binh         | 01        | null              | true             | derived
      2022       | sipas      | chi          | 02        | null              | true             | derived
      2022       | sipas      | dung         | 01        | test_response     | false            | derived
    `,
    "clean.rule_failures":
      "round_code | index_code | response_key | rule_code\n 2022 | sipas | an | fast\n 2022 | sipas | dung | fast",
    "spec.validation_rules": `
      round_code | index_code | rule_code | warn_above_percent:double | stop_above_percent:double
      2022       | sipas      | fast      | 10                        | 40
    `,
  });
  await expect(outcome).rejects.toThrow(
    /domain_code = 01, n_failing = 1, n_checked = 2, failing_percent = 50/,
  );
});

test("a form that something else than a rule leaves out too is not judged, whichever reason comes first", async () => {
  const rows = await build("clean.rule_outcomes", {
    "clean.response_status": `
      round_code | index_code | response_key | unit_code | first_reason_code | is_valid:boolean | provenance
      2022       | sipas      | an           | 01        | null              | true             | derived
      2022       | sipas      | binh         | 01        | fast              | false            | derived
      2022       | sipas      | chi          | 01        | fast              | false            | derived
    `,
    "clean.exclusion_reasons": `
      round_code | index_code | response_key | reason_code
      2022       | sipas      | binh         | fast
      2022       | sipas      | chi          | fast
      2022       | sipas      | chi          | after_closing
    `,
    "clean.rule_failures":
      "round_code | index_code | response_key | rule_code\n 2022 | sipas | binh | fast\n 2022 | sipas | chi | fast",
    "spec.validation_rules": `
      round_code | index_code | rule_code | warn_above_percent:double | stop_above_percent:double
      2022       | sipas      | fast      | null                      | null
    `,
  });
  expect(rows).toMatchObject([
    { domain_level: "nation", n_checked: 2, n_failing: 1 },
    { domain_level: "province", n_checked: 2, n_failing: 1 },
  ]);
});

/** Which of the forms break `n_by_… > 1`. */
async function manyBy(fact: string, forms: string): Promise<unknown[]> {
  const rows = await build("clean.rule_failures", {
    "spec.validation_rules": `
      round_code | index_code | rule_code | predicate
      2022       | sipas      | many      | ${fact} > 1
    `,
    "spec.sipas_rules": "round_code | index_code | instrument_code\n 2022 | sipas | f",
    "spec.items": "item_code | instrument_code | kind | factor_code\n sat | f | level | access",
    "staging.answers": "round_code | response_key | item_sat:tinyint",
    "clean.satisfaction_counts": "round_code | index_code | response_key | n_satisfaction_answers:int",
    "staging.deliveries": "round_code | instrument_code | participant_key | sent_at:timestamp",
    "staging.responses": `
      round_code | index_code | instrument_code | response_key | participant_key | sample_unit_key | interviewer_key | device_key | opened_at:timestamp | submitted_at:timestamp | is_date_unknown:boolean | is_test:boolean
      ${forms}
    `,
  });
  return rows.map(({ response_key }) => response_key);
}

test("forms of one day are those of one day in Vietnam, which begins at 17:00 UTC", async () => {
  const forms = `
    2022 | sipas | f | evening | a | null | i | t | 2022-12-01 16:00:00 | 2022-12-01 16:59:59 | false | false
    2022 | sipas | f | night   | b | null | i | t | 2022-12-01 16:50:00 | 2022-12-01 17:00:00 | false | false
    2022 | sipas | f | noon    | c | null | i | t | 2022-12-02 05:00:00 | 2022-12-02 05:00:00 | false | false`;
  expect(await manyBy("n_by_device_day", forms)).toEqual(["night", "noon"]);
  expect(await manyBy("n_by_interviewer_day", forms)).toEqual(["night", "noon"]);
});

test("forms without a day, an interviewer or a person are no forms of one day, interviewer or person", async () => {
  const forms = `
    2022 | sipas | f | r1 | null | null | i    | t | 2022-12-01 | 1980-01-01 | true  | false
    2022 | sipas | f | r2 | null | null | i    | t | 2022-12-01 | 1980-01-01 | true  | false
    2022 | sipas | f | r3 | a | null | i    | t | 2022-12-01 | null       | false | false
    2022 | sipas | f | r4 | b | null | i    | t | 2022-12-01 | null       | false | false
    2022 | sipas | f | r5 | c | null | null | d | 2022-12-02 | 2022-12-02 | false | false
    2022 | sipas | f | r6 | d | null | null | e | 2022-12-02 | 2022-12-02 | false | false`;
  for (const fact of ["n_by_device_day", "n_by_interviewer_day", "n_by_person"])
    expect(await manyBy(fact, forms)).toEqual([]);
});

test("a form that was begun and never submitted is no second form of its person", async () => {
  const forms = (second: string) => `
    2022 | sipas | f | r1 | a | null | i | null | 2022-12-01 | 2022-12-01 | false | false
    2022 | sipas | f | r2 | a | null | i | null | 2022-12-02 | ${second}  | false | false`;
  expect(await manyBy("n_by_person", forms("null"))).toEqual([]);
  expect(await manyBy("n_by_person", forms("2022-12-02"))).toEqual(["r1", "r2"]);
  const twoKeys = forms("2022-12-02")
    .replace("r2 | a | null", "r2 | b | u")
    .replace("r1 | a | null", "r1 | a | u");
  expect(await manyBy("n_by_person", twoKeys)).toEqual(["r1", "r2"]);
});

test("a form without a single answer has answered nothing, which a rule on blanks finds", async () => {
  const blank = "2022 | sipas | f | r1 | a | null | i | null | 2022-12-01 | 2022-12-01 | false | false";
  expect(await manyBy("n_asked > n_answered and 2", blank)).toEqual(["r1"]);
});

test("a key of answers that two forms share stops the build: nobody could tell whose answers they are", async () => {
  const answered = (form: string) =>
    build("staging.answers", {
      "spec.items":
        "item_code | instrument_code | question_code | kind | levels:int\n sat | f | Q1 | level | 5\n led | g | Q1 | level | 5",
      "spec.item_options": "instrument_code | item_code | option_value | option_order:int",
      "staging.corrections": "round_code | response_key | question_code | new_value",
      "raw.answers": "round_code | response_key | question_code | answer_value\n 2022 | 1 | Q1 | 4",
      "raw.responses": `round_code | instrument_code | response_key\n 2022 | f | 1\n 2022 | ${form}`,
    });
  expect(await answered("g | 2")).toMatchObject([{ response_key: "1", item_sat: 4, item_led: null }]);
  await expect(answered("g | 1")).rejects.toThrow(
    /a key of answers means one response(.|\n)*response_key = 1, instrument_code = f, other_form = g/,
  );
});
