import { describe, expect, test } from "vitest";
import { build } from "./build.ts";

/** A district, a village in it and a person, of one round; the last two as the test draws them. */
const frame = (village: string, person: string) => ({
  "staging.unit_names": "round_code | unit_level | unit_name | unit_code\n 2023 | province | Nghệ An | 40",
  "raw.sample_units": `
    round_code | index_code | sample_unit_key | parent_key | stage_code | unit_name | population_count:bigint | selection_probability:double | is_certainty:boolean | is_selected:boolean | is_substitute:boolean | replaced_by_key | final_disposition | provenance
    2023       | sipas      | d               | null       | district   | Nghệ An   | 20                      | 0.15                         | false                | true                | null                  | null            | null              | derived
    2023       | sipas      | ${village}
    2023       | sipas      | ${person}
  `,
});
const village = "v | d | village | Nghệ An | 300 | 0.1 | false | true | null | null | null | derived";
const person = "an | v | person | Nghệ An | 900 | 0.03 | false | true | null | null | complete | derived";

describe("a frame that would lose somebody without a word stops the build", () => {
  test("a whole one does not", async () => {
    expect(await build("staging.sample_units", frame(village, person))).toHaveLength(3);
  });

  test("a parent that stands in another round only is no parent", async () => {
    const { "raw.sample_units": units, ...names } = frame(village, person);
    const inputs = {
      ...names,
      "raw.sample_units": units.replace("2023       | sipas      | d ", "2022 | sipas | d "),
    };
    inputs["staging.unit_names"] += "\n 2022 | province | Nghệ An | 40";
    await expect(build("staging.sample_units", inputs)).rejects.toThrow(
      /every parent stands in the frame(.|\n)*round_code = 2023(.|\n)*sample_unit_key = v, parent_key = d/,
    );
  });

  test("a selected person without a probability", async () => {
    const inputs = frame(village, person.replace("0.03", "null"));
    await expect(build("staging.sample_units", inputs)).rejects.toThrow(
      /a selected node has a positive selection probability(.|\n)*sample_unit_key = an/,
    );
  });

  test("a selected person in a village that is not", async () => {
    const inputs = frame(village.replace("false | true", "false | false"), person);
    await expect(build("staging.sample_units", inputs)).rejects.toThrow(
      /a selected node was drawn in a selected one(.|\n)*sample_unit_key = an, parent_key = v/,
    );
  });

  test("a place that was taken by nobody in the frame", async () => {
    const inputs = frame(village, person.replace("null | null | complete", "null | binh | non_contact"));
    await expect(build("staging.sample_units", inputs)).rejects.toThrow(
      /whoever took a place stands in the frame(.|\n)*sample_unit_key = an, replaced_by_key = binh/,
    );
  });

  test("a person of whom it is not said whether he was selected", async () => {
    const inputs = frame(village, person.replace("false | true", "false | null"));
    await expect(build("staging.sample_units", inputs)).rejects.toThrow(
      /every node says whether it is selected(.|\n)*sample_unit_key = an/,
    );
  });
});

test("a village from which persons were drawn says how many it has, and one from which nobody was has none", async () => {
  const clusters = (adults: string) =>
    build("clean.sampled_clusters", {
      "spec.stages":
        "round_code | index_code | stage_code | stage_order:int\n 2023 | sipas | village | 1\n 2023 | sipas | person | 2",
      "staging.sample_units": `
        round_code | index_code | sample_unit_key | parent_key | stage_code | unit_code | population_count:bigint | is_selected:boolean | replaced_by_key | provenance
        2023       | sipas      | v               | null       | village    | 40        | 300                     | true                | null            | derived
        2023       | sipas      | w               | null       | village    | 40        | 300                     | true                | null            | derived
        2023       | sipas      | an              | v          | person     | 40        | ${adults}               | true                | null            | derived
      `,
      "clean.sample_paths":
        "round_code | index_code | sample_unit_key | path_keys:varchar[]\n 2023 | sipas | an | [v, an]",
    });
  expect(await clusters("900")).toMatchObject([
    { cluster_key: "v", n_persons: 900 },
    { cluster_key: "w", n_persons: 0 },
  ]);
  await expect(clusters("null")).rejects.toThrow(
    /an area from which persons were drawn says how many it has(.|\n)*cluster_key = v/,
  );
});

describe("areas of a sample of districts, villages and persons", () => {
  const clusters = (...villages: string[]) =>
    build("clean.sampled_clusters", {
      "spec.stages":
        "round_code | index_code | stage_code | stage_order:int\n 2023 | sipas | district | 1\n 2023 | sipas | village | 2\n 2023 | sipas | person | 3",
      "staging.sample_units": `
        round_code | index_code | sample_unit_key | parent_key | stage_code | unit_code | population_count:bigint | is_selected:boolean | replaced_by_key | provenance
        2023       | sipas      | d               | null       | district   | 40        | 20                      | true                | null            | derived
        2023       | sipas      | an              | v          | person     | 40        | 900                     | true                | null            | derived
        ${villages.map((village) => `2023 | sipas | ${village} | derived`).join("\n")}
      `,
      "clean.sample_paths":
        "round_code | index_code | sample_unit_key | path_keys:varchar[]\n 2023 | sipas | an | [d, v, an]",
    });
  const village = "v | d | village | 40 | 300 | true | null";

  test("one that was replaced before anybody was approached leaves its place to its substitute", async () => {
    const rows = await clusters("u | d | village | 40 | 300 | true | v", village);
    expect(rows.map((row) => row["cluster_key"])).toEqual(["v"]);
  });

  test("one that was replaced after persons were drawn from it stays beside it", async () => {
    const rows = await clusters(village.replace("null", "w"), "w | d | village | 40 | 300 | true | null");
    expect(rows.map((row) => row["cluster_key"])).toEqual(["v", "w"]);
  });

  test("one that was replaced takes what was drawn in it along", async () => {
    const rows = await clusters(
      village,
      "e | null | district | 40 | 20 | true | d",
      "x | e | village | 40 | 300 | true | null",
    );
    expect(rows.map((row) => row["cluster_key"])).toEqual(["v"]);
  });

  test("a district of which no village stands in the sample stops the build: errors would not know it", async () => {
    await expect(clusters(village, "e | null | district | 40 | 20 | true | null")).rejects.toThrow(
      /every sampled area holds a sampled one(.|\n)*sample_unit_key = e/,
    );
  });
});

describe("a response that counts", () => {
  const counted = (paths: string) =>
    build("clean.responses", {
      "clean.response_status": `
        round_code | index_code | response_key | unit_code | is_valid:boolean | provenance
        2023       | sipas      | r1           | 40        | true             | derived
        2023       | sipas      | blank        | 40        | true             | derived
        2023       | sipas      | trial        | 40        | false            | derived
      `,
      "staging.responses": `
        round_code | index_code | response_key | sample_unit_key
        2023       | sipas      | r1           | an
        2023       | sipas      | blank        | binh
        2023       | sipas      | trial        | an
      `,
      "clean.sample_paths": `
        round_code | index_code | sample_unit_key | psu_key | ssu_key | path_keys:varchar[] | inclusion_probability:double
        2023       | sipas      | an              | d       | v       | [d, v, an]          | 0.5
        ${paths}
      `,
      "staging.answers":
        "round_code | response_key | item_a:tinyint | n_off_scale:bigint\n 2023 | r1 | 4 | 0",
    });

  test("stands among the responses also where it answers nothing, should its round let it count", async () => {
    expect(await counted("2023 | sipas | binh | d | v | [d, v, binh] | 0.5")).toMatchObject([
      { response_key: "blank", cluster_key: "v", base_weight: 2, item_a: null },
      { response_key: "r1", cluster_key: "v", base_weight: 2, item_a: 4 },
    ]);
  });

  test("stops the build where it has no place in the sample", async () => {
    await expect(counted("")).rejects.toThrow(/every valid response stands here(.|\n)*response_key = blank/);
  });

  test("stops the build where it has no weight", async () => {
    await expect(counted("2023 | sipas | binh | d | v | [d, v, binh] | null")).rejects.toThrow(
      /every valid response has a positive base weight(.|\n)*response_key = blank/,
    );
  });
});

test("blanks around the key of a person are no part of it, on the form or on the list", async () => {
  const rows = await build("staging.responses", {
    "spec.instruments": "instrument_code | index_code | is_for_named_lists:boolean\n form | sipas | false",
    "raw.participants": `
      round_code | instrument_code | participant_key | sample_unit_key
      2023       | form            | p1              | an
      2023       | form            | "p2 "           | binh
    `,
    "raw.responses": `
      round_code | instrument_code | response_key | participant_key | opened_at:timestamp | submitted_at:timestamp | edited_at:timestamp | is_test:boolean | interviewer_key | device_key | provenance
      2023       | form            | r1           | " p1"           | 2023-11-01          | 2023-11-01             | null                | null            | null            | null       | derived
      2023       | form            | r2           | p2              | 2023-11-01          | 2023-11-01             | null                | null            | null            | null       | derived
      2023       | form            | r3           | " "             | 2023-11-01          | 2023-11-01             | null                | null            | null            | null       | derived
    `,
  });
  expect(rows.map(({ participant_key, sample_unit_key }) => [participant_key, sample_unit_key])).toEqual([
    ["p1", "an"],
    ["p2", "binh"],
    [null, null],
  ]);
});
