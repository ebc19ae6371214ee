import { expect, test } from "vitest";
import { build } from "./build.ts";

test("whoever the field wrote nothing of is of unknown eligibility, and lowers the response rate as AAPOR's RR1 has it", async () => {
  const domain = "round_code | index_code | domain_level | domain_code";
  const [row] = await build("marts.fieldwork", {
    "clean.sample_paths": `
      round_code | index_code | sample_unit_key | unit_code | final_disposition | is_substitute:boolean | provenance
      2022       | sipas      | a               | 01        | complete          | false                 | derived
      2022       | sipas      | b               | 01        | refusal           | false                 | derived
      2022       | sipas      | c               | 01        | ineligible        | false                 | derived
      2022       | sipas      | d               | 01        |                   | false                 | derived
      2022       | sipas      | e               | 01        | complete          | true                  | derived
    `,
    "estimates.domains": `${domain} | unit_code\n2022 | sipas | province | 01 | 01`,
    "estimates.domain_names": `${domain} | unit_code | domain_name | domain_name_en\n2022 | sipas | province | 01 | 01 | An | An`,
    "clean.sampled_psus": "round_code | index_code | unit_code\n2022 | sipas | 01",
    "clean.responses": "round_code | index_code | unit_code\n2022 | sipas | 01",
  });
  expect(row).toMatchObject({ n_approached: 5, n_unknown: 1, n_substitutes: 1 });
  expect(row?.["response_rate_percent"]).toBeCloseTo(100 / 3, 12);
});
