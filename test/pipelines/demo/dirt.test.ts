import { beforeAll, expect, test } from "vitest";
import { spec } from "../../models/specFiles.ts";
import { demoStore, type TestStore } from "./demoStore.ts";

let store: TestStore;
beforeAll(async () => {
  store = await demoStore(spec, { roundCodes: ["2022"], respondents: 9_000 });
});

// Fieldwork of 2022 runs from 1 to 31 December in Vietnam, seven hours ahead of UTC.
const opens = "timestamp '2022-11-30 17:00:00'";
const closes = "timestamp '2022-12-31 17:00:00'";
const dated = "submitted_at > timestamp '1980-01-01 00:00:00'";
const earlier = `select 1 from responses first where first.participant_key = r.participant_key and not first.is_test
  and first.submitted_at < r.submitted_at`;

/** How each kind is seen in the store, without the facts beside it. */
const signs: Readonly<Record<string, string>> = {
  unfinished: "submitted_at is null",
  no_date: "submitted_at = timestamp '1980-01-01 00:00:00'",
  answered_twice: `exists (${earlier} and first.submitted_at < r.submitted_at - interval 1 day)`,
  double_click: `exists (${earlier} and first.submitted_at >= r.submitted_at - interval 10 second)`,
  after_closing: `submitted_at >= ${closes}`,
  before_opening: `${dated} and submitted_at < ${opens}`,
  edited_after_closing: `edited_at >= ${closes}`,
  test_response: "is_test",
  unknown_person: "participant_key not in (select participant_key from participants)",
  no_satisfaction_answer: `submitted_at is not null
    and response_key not in (select response_key from answers where question_code like 'Q9_%')`,
};

test.each(Object.entries(signs))(
  "%s: the store shows exactly the responses that were planted",
  async (kind, sign) => {
    const rows = await store.ask(`select response_key from responses r where ${sign} order by all`);
    const planted = store.dirt.rounds[0]!.response_keys[kind]!;
    expect(planted.length).toBeGreaterThanOrEqual(63);
    expect(rows.map((row) => row["response_key"])).toEqual([...planted].sort());
    expect(store.dirt.rounds[0]!.by_kind[kind]).toBe(planted.length);
  },
);

test("every kind of dirt has a sign, and each dirty response only one", () => {
  const { response_keys } = store.dirt.rounds[0]!;
  expect(Object.keys(response_keys).sort()).toEqual(Object.keys(signs).sort());
  const all = Object.values(response_keys).flat();
  expect(new Set(all).size).toBe(all.length);
});

test("the facts count the responses of every unit as the store has them", async () => {
  const rows = await store.ask(
    "select split_part(response_key, '-', 2) as unit_code, count(*)::int as n from responses group by all",
  );
  const { responses_by_unit, responses_in_store } = store.dirt.rounds[0]!;
  expect(Object.fromEntries(rows.map((row) => [row["unit_code"], row["n"]]))).toEqual(responses_by_unit);
  expect(rows.reduce((sum, row) => sum + Number(row["n"]), 0)).toBe(responses_in_store);
});

test("a double click repeats every answer, and a second form does not", async () => {
  const rows = await store.ask(`
    with pairs as (
      select second.response_key, right(second.response_key, 1) as kind, left(second.response_key, -2) as first_key
      from responses second where regexp_matches(second.response_key, '-[2b]$')
    )
    select kind, bool_and(same) as all_same, bool_or(same) as any_same from (
      select kind, response_key, (
        select list(question_code || answer_value order by question_code) from answers a where a.response_key = pairs.response_key
      ) is not distinct from (
        select list(question_code || answer_value order by question_code) from answers a where a.response_key = first_key
      ) as same from pairs
    ) group by all order by all`);
  expect(rows).toEqual([
    { kind: "2", all_same: false, any_same: false },
    { kind: "b", all_same: true, any_same: true },
  ]);
});

test.each(["participants", "sample_units"])("the facts count the misspelt rows of %s", async (table) => {
  const key = table === "participants" ? "participant_key" : "sample_unit_key";
  const names = new Map(spec.units.map((unit) => [unit.unit_code, unit.unit_name]));
  const rows = await store.ask(
    `select split_part(${key}, '-', 2) as unit_code, unit_name, count(*)::int as n from ${table} group by all`,
  );
  const wrong: Record<string, number> = {};
  for (const { unit_code, unit_name, n } of rows) {
    const code = String(unit_code);
    if (unit_name !== names.get(code)) wrong[code] = (wrong[code] ?? 0) + Number(n);
  }
  const facts = store.dirt.rounds[0]!.misspelled_rows[table]!;
  const planted = Object.entries(facts).map(([code, kinds]) => [
    code,
    Object.values(kinds).reduce((sum, n) => sum + n, 0),
  ]);
  expect(wrong).toEqual(Object.fromEntries(planted));
});

test("rechecks ask another interviewer, of about five in a hundred forms, and mostly agree", async () => {
  const [row] = await store.ask(`
    select count(distinct response_key) / (select count(*) from responses) as share,
      avg((recheck_value = answer_value)::int) as agreement,
      bool_or(k.interviewer_key = r.interviewer_key) as same_person
    from rechecks k join responses r using (response_key) left join answers a using (response_key, question_code)`);
  expect(row?.["share"]).toBeCloseTo(0.05, 2);
  expect(row?.["agreement"]).toBeGreaterThan(0.9);
  expect(row?.["same_person"]).toBe(false);
});
