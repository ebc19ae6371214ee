import { isForNamedLists } from "../instruments/instrument.ts";
import type { OfficialsSurvey } from "../rounds/officials.ts";
import { optionsOf } from "./instrumentTables.ts";
import { indexKey } from "./roundIndices.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";
import { startOfDay } from "./startOfDay.ts";

type SurveyOf = { readonly id: { round_code: string; index_code: string }; readonly survey: OfficialsSurvey };

/** Forms for named lists, and what each round makes of the answers to them. */
export function officialTables(spec: Spec): SpecTable[] {
  const surveys = spec.rounds.flatMap(({ round, officials }): SurveyOf[] =>
    (["par_ministry", "par_province"] as const).flatMap((index_code) => {
      const survey = officials?.[index_code];
      return survey === undefined ? [] : [{ id: { round_code: round.round, index_code }, survey }];
    }),
  );
  return [...formTables(spec), ...ruleTables(spec, surveys), fictionalSipas(spec)];
}

function formTables({ instruments }: Spec): SpecTable[] {
  const forms = instruments.filter(isForNamedLists);
  return [
    specTable(
      "spec.official_items",
      {
        instrument_code: "VARCHAR",
        item_code: "VARCHAR",
        question_code: "VARCHAR",
        item_order: "INTEGER",
        item_name: "VARCHAR",
        item_name_en: "VARCHAR",
      },
      forms.flatMap((form) =>
        form.items.map((item, i) => ({
          instrument_code: form.instrument,
          item_code: item.code,
          question_code: item.question,
          item_order: i + 1,
          item_name: item.name.vi,
          item_name_en: item.name.en,
        })),
      ),
    ),
    specTable(
      "spec.official_options", // what a store may hold as an answer, and the level it means
      { instrument_code: "VARCHAR", item_code: "VARCHAR", option_value: "VARCHAR", answer_level: "INTEGER" },
      forms.flatMap((form) =>
        form.items.flatMap((item) =>
          optionsOf(item).map(({ value }, i) => ({
            instrument_code: form.instrument,
            item_code: item.code,
            option_value: value,
            answer_level: i + 1,
          })),
        ),
      ),
    ),
    specTable(
      "spec.official_groups",
      {
        instrument_code: "VARCHAR",
        group_code: "VARCHAR",
        group_order: "INTEGER",
        group_name: "VARCHAR",
        group_name_en: "VARCHAR",
      },
      forms.flatMap((form) =>
        (form.groups ?? []).map((group, i) => ({
          instrument_code: form.instrument,
          group_code: group.code,
          group_order: i + 1,
          group_name: group.name.vi,
          group_name_en: group.name.en,
        })),
      ),
    ),
  ];
}

function ruleTables({ instruments }: Spec, surveys: readonly SurveyOf[]): SpecTable[] {
  return [
    specTable(
      "spec.official_rules",
      {
        ...indexKey,
        framework_code: "VARCHAR",
        instrument_code: "VARCHAR",
        combine_rule: "VARCHAR",
        group_rule: "VARCHAR",
        merge_classes_below: "INTEGER",
        minimum_n: "INTEGER",
        sipas_rule: "VARCHAR",
        opens_at: "TIMESTAMP",
        closes_at: "TIMESTAMP",
      },
      surveys.map(({ id, survey }) => ({
        ...id,
        framework_code: survey.framework,
        instrument_code: survey.instrument,
        combine_rule: survey.combine.value,
        group_rule: survey.group_weights.value === "by_list" ? "by_list" : "stated",
        merge_classes_below: survey.merge_classes_below.value,
        minimum_n: survey.minimum_n.value,
        sipas_rule: survey.sipas?.value ?? null,
        opens_at: startOfDay(survey.fieldwork.opens),
        closes_at: startOfDay(survey.fieldwork.closes, 1), // the first moment that is too late
      })),
    ),
    specTable(
      "spec.official_exclusions",
      { ...indexKey, reason_code: "VARCHAR", reason_order: "INTEGER" },
      surveys.flatMap(({ id, survey }) =>
        survey.exclusions.value.map((reason_code, i) => ({ ...id, reason_code, reason_order: i + 1 })),
      ),
    ),
    specTable(
      "spec.official_leaves", // an item serves one leaf
      { ...indexKey, node_code: "VARCHAR", item_code: "VARCHAR" },
      surveys.flatMap(({ id, survey }) =>
        survey.leaves.value.flatMap(({ leaf, items }) =>
          items.map((item_code) => ({ ...id, node_code: leaf, item_code })),
        ),
      ),
    ),
    specTable(
      "spec.official_answer_shares",
      { ...indexKey, answer_level: "INTEGER", share_percent: "DECIMAL(18,9)" },
      surveys.flatMap(({ id, survey }) =>
        survey.answer_shares.value.map((share_percent, i) => ({ ...id, answer_level: i + 1, share_percent })),
      ),
    ),
    specTable(
      "spec.official_group_weights", // NULL: as long as its list
      { ...indexKey, group_code: "VARCHAR", group_order: "INTEGER", group_weight: "DOUBLE" },
      surveys.flatMap(({ id, survey }) => {
        const form = instruments.find(({ instrument }) => instrument === survey.instrument);
        const { value } = survey.group_weights;
        return (form?.groups ?? []).map(({ code }, i) => ({
          ...id,
          group_code: code,
          group_order: i + 1,
          group_weight: value === "by_list" ? null : (value[code] ?? null),
        }));
      }),
    ),
  ];
}

function fictionalSipas({ rounds }: Spec): SpecTable {
  return specTable(
    "spec.fictional_sipas",
    {
      round_code: "VARCHAR",
      unit_code: "VARCHAR",
      satisfied_percent: "DECIMAL(18,9)",
      standard_error: "DOUBLE",
      df: "INTEGER",
      n: "INTEGER",
    },
    rounds.flatMap(({ round, fictionalSipas }) =>
      fictionalSipas.map((row) => ({ round_code: round.round, ...row })),
    ),
  );
}
