import { expect, test } from "vitest";
import { build } from "./build.ts";

test("a form of an official that would count for no unit stops the build", async () => {
  const status = (person: string) =>
    build("clean.official_status", {
      "staging.official_responses": `
        round_code | index_code   | response_key | participant_key | opened_at:timestamp | submitted_at:timestamp | is_date_unknown:boolean | is_test:boolean | provenance
        2023       | par_province | r1           | ${person}       | 2023-11-01          | 2023-11-01             | false                   | false           | derived
      `,
      "staging.official_participants":
        "round_code | index_code | participant_key | unit_code | group_code\n 2023 | par_province | an | 40 | g",
      "staging.official_answers": "round_code | response_key\n 2023 | r1",
      "spec.official_rules":
        "round_code | index_code | opens_at:timestamp | closes_at:timestamp\n 2023 | par_province | 2023-10-01 | 2023-12-01",
      // a round that does not look for strangers
      "spec.official_exclusions":
        "round_code | index_code | reason_code | reason_order:int\n 2023 | par_province | not_submitted | 1",
    });
  expect(await status("an")).toMatchObject([{ unit_code: "40", is_valid: true }]);
  await expect(status("binh")).rejects.toThrow(
    /a form that counts is about a unit(.|\n)*response_key = r1, participant_key = binh/,
  );
});
