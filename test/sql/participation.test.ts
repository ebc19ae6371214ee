import { expect, test } from "vitest";
import { build } from "./build.ts";

const windows = `
  round_code | instrument_code | form_order:int | form_name | form_name_en | mode   | opens:date | closes:date | known_until:date | as_of_date:date | until_date:date | first_date:date
  2023       | form            | 1              | Phiếu     | Form         | online | 2023-11-01 | 2023-11-30  | 2023-11-10       | 2023-11-10      | 2023-11-10      | 2023-11-01
`;

test("each submission has one fate: of a person's two the first counts, and one without a token is nobody's", async () => {
  const rows = await build("clean.campaign_answers", {
    "clean.campaign_windows": windows,
    "staging.campaign_participants": `
      round_code | instrument_code | participant_key | unit_level | unit_code | respondent_group
      2023       | form            | an              | province   | 40        | department
      2023       | form            | binh            | province   | 40        | department
    `,
    "staging.campaign_answers": `
      round_code | instrument_code | response_key | participant_key | opened_time:timestamp | submitted_time:timestamp | is_submitted:boolean | is_test:boolean | interviewer_key | team_key | device_key | provenance
      2023       | form            | an-1         | an              | 2023-11-02 09:00:00   | 2023-11-02 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | an-2         | an              | 2023-11-03 09:00:00   | 2023-11-03 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | binh-1       | binh            | 2023-10-31 09:00:00   | 2023-10-31 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | binh-2       | binh            | 2023-11-10 09:00:00   | 2023-11-11 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | nobody       |                 | 2023-11-04 09:00:00   | 2023-11-04 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | stranger     | chi             | 2023-11-04 09:00:00   | 2023-11-04 09:10:00      | true                 | false           |                 |          |            | illustrative
      2023       | form            | trial        | an              | 2023-11-01 09:00:00   | 2023-11-01 09:10:00      | true                 | true            |                 |          |            | illustrative
      2023       | form            | tomorrow     | binh            | 2023-11-11 09:00:00   | 2023-11-11 09:10:00      | true                 | false           |                 |          |            | illustrative
    `,
  });
  expect(rows.map((row) => `${row["response_key"]} ${row["exclusion_code"] ?? "valid"}`)).toEqual([
    "an-1 valid",
    "an-2 second_answer",
    "binh-1 before_opening",
    "binh-2 not_submitted", // on the tenth it is begun; that it was submitted is known on the eleventh
    "nobody no_token",
    "stranger unknown_token",
    "trial test_response",
  ]);
});

test("a mail that came back and a later one that arrived: the person fails on the days between and no longer", async () => {
  const rows = await build("clean.campaign_steps", {
    "clean.campaign_windows": windows,
    "clean.campaign_answers": `
      round_code | instrument_code | unit_level | unit_code | respondent_group | exclusion_code | submit_date:date | provenance
    `,
    "clean.campaign_persons": `
      round_code | instrument_code | participant_key | unit_level | unit_code | respondent_group | register_date:date | invite_date:date | delivery_date:date | begin_date:date | submit_date:date | valid_date:date | provenance
      2023       | form            | an              | province   | 40        | department       | 2023-10-20         | 2023-11-01       | 2023-11-08         |                 |                  |                 | illustrative
    `,
    "staging.campaign_deliveries": `
      round_code | instrument_code | participant_key | delivery_number:int | sent_date:date | status_date:date | state
      2023       | form            | an              | 1                   | 2023-11-01     | 2023-11-03       | bounced
      2023       | form            | an              | 2                   | 2023-11-08     | 2023-11-08       | delivered
    `,
  });
  const bounced = rows.filter((row) => row["step_code"] === "bounced");
  expect(bounced.map(({ step_date, n }) => [step_date, n])).toEqual([
    ["2023-11-03", 1],
    ["2023-11-08", -1],
  ]);
  const registered = rows.find((row) => row["step_code"] === "registered");
  expect(registered).toMatchObject({ step_date: "2023-11-01", n: 1 }); // who was there before counts from the first day
});

/** One person of a form and the mails that went to that person, as of the tenth. */
const personWithMails = (mails: string) =>
  build("clean.campaign_persons", {
    "clean.campaign_windows": windows,
    "staging.campaign_participants": `
      round_code | instrument_code | participant_key | sample_unit_key | unit_level | unit_code | respondent_group | registered_date:date | provenance
      2023       | form            | an              |                 | province   | 40        | department       |                      | illustrative
    `,
    "clean.campaign_answers":
      "round_code | instrument_code | participant_key | is_registered:boolean | start_date:date | submit_date:date | exclusion_code",
    "staging.campaign_deliveries": `
      round_code | instrument_code | participant_key | delivery_number:int | sent_date:date | status_date:date | state | failure_kind | mail_domain
      ${mails}
    `,
  });

test("the kind of failure is the last mail's: a mail that arrived has none, whatever came back before it", async () => {
  const full = "2023 | form | an | 1 | 2023-11-01 | 2023-11-02 | bounced | mailbox_full | a.vn";
  expect(await personWithMails(full)).toMatchObject([
    { mail_state: "bounced", failure_kind: "mailbox_full" },
  ]);
  const arrived = "2023 | form | an | 2 | 2023-11-05 | 2023-11-05 | delivered | null | a.vn";
  expect(await personWithMails(`${full}\n${arrived}`)).toMatchObject([
    { mail_state: "delivered", failure_kind: null, mail_state_date: "2023-11-05" },
  ]);
});

test("a mail that was sent by the day was sent, also where what became of it was learnt after the day", async () => {
  const sent = (status: string) =>
    `2023 | form | an | 1 | 2023-11-08 | ${status} | bounced | unspecified | a.vn`;
  expect(await personWithMails(sent("2023-11-11"))).toMatchObject([
    { invite_date: "2023-11-08", n_mails: 1, mail_state: "none", failure_kind: null, mail_domain: "a.vn" },
  ]);
  expect(await personWithMails(sent("2023-11-10"))).toMatchObject([
    { invite_date: "2023-11-08", n_mails: 1, mail_state: "bounced", failure_kind: "unspecified" },
  ]);
});

test("a mail without a day comes before those with one, so that a person fails from then on and never less than once", async () => {
  const rows = await build("staging.campaign_deliveries", {
    "spec.campaign_forms": "round_code | instrument_code\n 2023 | form",
    "spec.delivery_statuses":
      "delivery_status | state | failure_kind\n bounced | bounced | unspecified\n delivered | delivered | null",
    "raw.deliveries": `
      round_code | instrument_code | participant_key | channel | sent_at:timestamp   | status_at:timestamp | delivery_status | mail_domain | provenance
      2023       | form            | an              | mail    | 2023-11-03 02:00:00 |                     | bounced         | a.vn        | illustrative
      2023       | form            | an              | mail    |                     |                     | delivered       | a.vn        | illustrative
    `,
  });
  expect(rows.map(({ delivery_number, state }) => [delivery_number, state])).toEqual([
    [1, "delivered"],
    [2, "bounced"],
  ]);
});

test("of two listings of a person that are alike but for the place of the sample, the same one stays in any order of rows", async () => {
  const listed = (...places: string[]) =>
    build("staging.campaign_participants", {
      "spec.campaign_forms": "round_code | instrument_code\n 2023 | form",
      "staging.campaign_unit_names":
        "round_code | unit_name | unit_level | unit_code\n 2023 | Nghệ An | province | 40",
      "raw.participants": `
        round_code | instrument_code | participant_key | sample_unit_key | unit_name | respondent_group | registered_at:timestamp | provenance
        ${places.map((place) => `2023 | form | an | ${place} | Nghệ An | citizen | 2023-11-01 | illustrative`).join("\n")}
      `,
    });
  expect(await listed("u1", "u2")).toMatchObject([{ sample_unit_key: "u1", n_listings: 2, n_units: 1 }]);
  expect(await listed("u2", "u1")).toEqual(await listed("u1", "u2"));
});

test("an answer with a blank beside it is on the same level as one without", async () => {
  const rows = await build("staging.campaign_patterns", {
    "spec.campaign_forms": "round_code | instrument_code | mode\n 2023 | form | face_to_face",
    "raw.instrument_questions": `
      round_code | instrument_code | question_code | answer_kind
      2023       | form            | Q1            | level
      2023       | form            | Q2            | level
    `,
    "raw.responses": "round_code | instrument_code | response_key\n 2023 | form | r1",
    "raw.answers": `round_code | response_key | question_code | answer_value
      2023 | r1 | Q1 | 4
      2023 | r1 | Q2 | "4 "`,
  });
  expect(rows).toMatchObject([{ n_level_answers: 2, n_levels: 1 }]);
});

test("a question that two stores list is one question", async () => {
  const rows = await build("staging.campaign_patterns", {
    "spec.campaign_forms": "round_code | instrument_code | mode\n 2023 | form | face_to_face",
    "raw.instrument_questions": `
      round_code | instrument_code | question_code | answer_kind
      2023       | form            | Q1            | level
      2023       | form            | Q1            | level
      2023       | form            | Q2            | choice
    `,
    "raw.responses": "round_code | instrument_code | response_key\n 2023 | form | r1",
    "raw.answers": "round_code | response_key | question_code | answer_value\n 2023 | r1 | Q1 | 4",
  });
  expect(rows).toMatchObject([{ n_asked: 2, n_answered: 1, n_level_answers: 1, n_levels: 1 }]);
});

test("the narrowest target holds, a share is taken of those registered and rounded up, units add to the nation", async () => {
  const rows = await build("estimates.participation_targets", {
    "clean.campaign_persons": `
      round_code | instrument_code | unit_level | unit_code | respondent_group
      2023       | form            | province   | 40        | department
      2023       | form            | province   | 40        | department
      2023       | form            | province   | 40        | district
      2023       | form            | province   | 01        | department
    `,
    "spec.campaign_targets": `
      round_code | unit_level | unit_code | instrument_code | respondent_group | target_n:bigint | target_share:double | rule_status
      2023       | *          | *         | form            | *                |                 | 0.7                 | assumed
      2023       | province   | 40        | form            | all              | 3               |                     | confirmed
    `,
  });
  expect(rows.map((row) => [row["domain_code"], row["respondent_group"], row["target_n"]])).toEqual([
    ["vn", "all", 4],
    ["vn", "department", 3],
    ["vn", "district", 1],
    ["01", "all", 1],
    ["01", "department", 1],
    ["40", "all", 3],
    ["40", "department", 2],
    ["40", "district", 1],
  ]);
  // what a sum of assumed and confirmed targets stands on is no more than assumed
  expect(rows[0]).toMatchObject({ domain_code: "vn", rule_status: "assumed" });
});

test("a substitute's interview never raises a response rate, and the person replaced stays a refusal", async () => {
  const persons = (substitute: boolean) => `
    round_code | instrument_code | participant_key | unit_level | unit_code | sample_unit_key | mail_state | valid_date:date | submit_date:date | begin_date:date | provenance
    2023       | form            | an              | province   | 40        | p1              | delivered  |                 |                  |                 | illustrative
    2023       | form            | binh            | province   | 40        | p2              | delivered  |                 |                  |                 | illustrative
    ${substitute ? "2023 | form | chi | province | 40 | p3 | delivered | | | | illustrative" : ""}
  `;
  const dispositions = (substitute: boolean) =>
    build("clean.campaign_dispositions", {
      "clean.campaign_windows": windows.replace("| online", "| face_to_face"),
      "clean.campaign_persons": persons(substitute),
      "staging.campaign_draws": `
        round_code | sample_unit_key | is_substitute:boolean | final_disposition
        2023       | p1              | false                 | complete
        2023       | p2              | false                 | refusal
        2023       | p3              | true                  | complete
      `,
    });
  const alone = await dispositions(false);
  expect(alone.filter((row) => row["domain_code"] === "40")).toMatchObject([
    { disposition_code: "I", n: 1 },
    { disposition_code: "R", n: 1 },
  ]);
  expect(await dispositions(true)).toEqual(alone);
});

test("a domain is called broken when nine in ten of at least five mailboxes fail, by the round's rule", async () => {
  const persons = ["a.vn", "b.vn", "c.vn"].flatMap((domain) =>
    Array.from({ length: domain === "c.vn" ? 4 : 10 }, (_, i) => {
      const fails = domain === "b.vn" ? i < 8 : i < 9;
      return `2023 | form | ${domain}-${i} | province | 40 | ${domain} | ${fails ? "blocked" : "delivered"} | ${fails ? "rejected" : ""} | 2023-11-0${1 + (i % 3)} | illustrative`;
    }),
  );
  const rows = await build("marts.mail_failures", {
    "clean.campaign_domains": `
      round_code | domain_level | domain_code | domain_name | domain_name_en
      2023       | province     | 40          | Nghệ An     | Nghe An
      2023       | nation       | vn          | Cả nước     | Nation
    `,
    "clean.campaign_windows": windows,
    "spec.campaign_rules": `
      round_code | broken_share:double | least_persons:int
      2023       | 0.9                 | 5
    `,
    "clean.campaign_persons": `
      round_code | instrument_code | participant_key | unit_level | unit_code | mail_domain | mail_state | failure_kind | mail_state_date:date | provenance
      ${persons.join("\n")}
    `,
  });
  const own = rows.filter((row) => row["domain_code"] === "40");
  expect(
    own.map((row) => [row["mail_domain"], row["n_failing"], row["n_sent"], row["is_domain_broken"]]),
  ).toEqual([
    ["a.vn", 9, 10, true],
    ["b.vn", 8, 10, false],
    ["c.vn", 4, 4, false],
  ]);
  expect(own[0]).toMatchObject({ first_failed_date: "2023-11-01", failing_percent: 90 });
});

test("without a limit no share of questions is called in time; with one, what is overdue counts against it", async () => {
  const answered = (limit: string) =>
    build("marts.questions_answered", {
      "clean.campaign_domains": `
        round_code | domain_level | domain_code | domain_name | domain_name_en
        2023       | province     | 40          | Nghệ An     | Nghe An
        2023       | nation       | vn          | Cả nước     | Nation
      `,
      "spec.campaign_rules": `
        round_code | answer_within_days:int
        2023       | ${limit}
      `,
      "staging.questions": `
        round_code | question_key | topic | unit_level | unit_code | ask_date:date | answer_date:date | days_to_answer:double | as_of_date:date | provenance
        2023       | soon         | t     |            |           | 2023-11-01    | 2023-11-04       | 3                     | 2023-11-20      | illustrative
        2023       | late         | t     |            |           | 2023-11-01    | 2023-11-12       | 11                    | 2023-11-20      | illustrative
        2023       | never        | t     |            |           | 2023-11-02    |                  |                       | 2023-11-20      | illustrative
        2023       | fresh        | t     |            |           | 2023-11-18    |                  |                       | 2023-11-20      | illustrative
        2023       | undated      | t     |            |           |               | 2023-11-12       |                       | 2023-11-20      | illustrative
      `,
    });
  const [without] = await answered("");
  expect(without).toMatchObject({
    in_time_percent: null,
    in_time_status: "no_limit",
    n_open: 2,
    median_days: 7,
  });
  const [within] = await answered("5");
  expect(within).toMatchObject({ n_in_time: 1, n_overdue: 1, in_time_status: "ok" });
  expect(within!["in_time_percent"]).toBeCloseTo(100 / 3, 12);
});

test("a poll shows shares of those who chose to answer, with no interval, and what cannot be chosen apart", async () => {
  const rows = await build("marts.polls", {
    "spec.as_of": "scope_code | as_of_date:date\nday | 2023-11-20",
    "staging.polls": `
      round_code | poll_key | topic | title | unit_code | open_date:date | close_date:date | provenance
      2023       | p        | t     | T     |           | 2023-11-01     |                 | illustrative
    `,
    "staging.poll_options": `
      round_code | poll_key | question_code | wording | answer_value | answer_wording
      2023       | p        | C1            | ?       | yes          | Có
      2023       | p        | C1            | ?       | no           | Không
    `,
    "staging.poll_answers": `
      round_code | poll_key | answer_key | question_code | answer_value | is_known:boolean
      2023       | p        | 1          | C1            | yes          | true
      2023       | p        | 2          | C1            | yes          | true
      2023       | p        | 3          | C1            | no           | true
      2023       | p        | 4          | C1            | else         | false
    `,
  });
  expect(
    rows.map((row) => [row["answer_value"], row["n_chosen"], row["n_answers"], row["n_submissions"]]),
  ).toEqual([
    ["no", 1, 3, 4],
    ["yes", 2, 3, 4],
  ]);
  expect(rows[1]).toMatchObject({ chosen_status: "self_selected" });
  expect(Object.keys(rows[0]!).filter((column) => /_(se|low|high|df)$/.test(column))).toEqual([]);
});

test("a unit is not invited, or silent, beside half of the others, itself not among them; alone it stands beside nobody", async () => {
  const unit = (code: string, invited: number, started: number) =>
    `2023 | form | province | ${code} | all | 10 | ${invited} | ${invited} | ${started} | 0 | 2023-11-01 | 2023-11-10 | illustrative`;
  const signals = async (...units: string[]) =>
    (
      await build("marts.participation_signals", {
        "marts.participation_units": [
          "round_code | instrument_code | domain_level | unit_code | respondent_group | n_registered:bigint | n_invited:bigint | n_delivered:bigint | n_started:bigint | n_valid:bigint | opens:date | as_of_date:date | provenance | document | target_n:bigint | forecast_status | forecast_n_high:bigint",
          ...units.map((line) => `${line} | | | |`),
        ].join("\n"),
        "spec.campaign_rules": "round_code | pace_days:int\n2023 | 5",
        "clean.campaign_persons": [
          "round_code | instrument_code | unit_code | delivery_date:date",
          ...["a", "b", "c"].map((code) => `2023 | form | ${code} | 2023-11-02`),
        ].join("\n"),
        "marts.mail_failures":
          "round_code | instrument_code | unit_code | mail_domain | n_failing:bigint | as_of_date:date | provenance | is_domain_broken:boolean",
        "marts.participation_exceptions":
          "round_code | instrument_code | unit_code | exception_code | as_of_date:date | provenance",
        "marts.field_quality":
          "round_code | instrument_code | unit_code | actor_level | actor_key | measure_code | n_forms:bigint | as_of_date:date | provenance | is_flagged:boolean",
        "clean.campaign_windows": windows,
        "clean.campaign_domains": "round_code | domain_level | domain_code | domain_name | domain_name_en",
      })
    ).map((row) => `${row["signal_code"]} ${row["unit_code"]}`);
  // of the two others one was invited, or began: that is half of them
  expect(await signals(unit("a", 0, 0), unit("b", 10, 3), unit("c", 0, 0))).toEqual([
    "not_invited a",
    "not_invited c",
    "silent a",
    "silent c",
  ]);
  expect(await signals(unit("a", 10, 0), unit("b", 10, 3), unit("c", 10, 0))).toEqual([
    "silent a",
    "silent c",
  ]);
  expect(await signals(unit("a", 0, 0))).toEqual([]);
});

test("a person of a group that campaign.yaml does not name is an exception; one without any group is none", async () => {
  const listed = (key: string, group: string) =>
    `2023 | form | ${key} | 40 | ${group} | 1 | 1 | 2023-11-01 | illustrative`;
  const rows = await build("marts.participation_exceptions", {
    "clean.campaign_windows": windows,
    "clean.campaign_answers":
      "round_code | instrument_code | exclusion_code | response_key | unit_code | submit_date:date | start_date:date | provenance",
    "staging.campaign_participants": [
      "round_code | instrument_code | participant_key | unit_code | respondent_group | n_listings:int | n_units:int | registered_date:date | provenance",
      listed("an", "department"),
      listed("binh", "stranger"),
      listed("chi", "ungrouped"),
    ].join("\n"),
    "spec.campaign_groups": "round_code | respondent_group\n2023 | department",
    "staging.campaign_deliveries":
      "round_code | instrument_code | participant_key | status_date:date | state | provenance",
    "staging.polls": "round_code | poll_key | unit_code | open_date:date | close_date:date | provenance",
    "staging.poll_answers":
      "round_code | poll_key | answer_key | question_code | answer_date:date | is_known:boolean | provenance",
    "staging.questions":
      "round_code | question_key | unit_code | ask_date:date | is_out_of_order:boolean | provenance",
    "spec.as_of": "scope_code | as_of_date:date\nday | 2023-11-10",
  });
  expect(rows.map((row) => `${row["exception_key"]} ${row["exception_code"]}`)).toEqual([
    "binh unknown_group",
  ]);
});
