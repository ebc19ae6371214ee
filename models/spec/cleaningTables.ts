import { parseExpression } from "../frameworks/expression.ts";
import { toPredicate } from "../validation/toPredicate.ts";
import { indexKey } from "./roundIndices.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/** What each round fixes for checking and mending forms: rules, corrections, recodes, rechecks. */
export function cleaningTables(spec: Spec): SpecTable[] {
  const surveys = spec.rounds.flatMap((each) => {
    const sipas = each.round.indices.sipas;
    const form = spec.instruments.find(({ instrument }) => instrument === sipas?.instrument);
    if (sipas === undefined || form === undefined) return [];
    const questionOf = (code: string) => form.items.find((item) => item.code === code)?.question ?? null;
    return [{ ...each, form, questionOf, id: { round_code: each.round.round, index_code: "sipas" } }];
  });
  const blank = (value: string) => (value.trim() === "" ? null : value.trim());
  return [
    specTable(
      "spec.validation_rules",
      {
        ...indexKey,
        rule_code: "VARCHAR",
        rule_order: "INTEGER",
        rule_text: "VARCHAR",
        rule_text_en: "VARCHAR",
        rule_scope: "VARCHAR",
        severity: "VARCHAR",
        formula: "VARCHAR",
        predicate: "VARCHAR",
        warn_above_percent: "DOUBLE",
        stop_above_percent: "DOUBLE",
        rule_status: "VARCHAR",
      },
      surveys.flatMap(({ id, validation }) =>
        validation.map((rule, i) => ({
          ...id,
          rule_code: rule.rule,
          rule_order: i + 1,
          rule_text: rule.text.vi,
          rule_text_en: rule.text.en,
          rule_scope: rule.scope,
          severity: rule.severity,
          formula: rule.fails,
          predicate: toPredicate(parseExpression(rule.fails)),
          warn_above_percent: rule.warn_above_percent ?? null,
          stop_above_percent: rule.stop_above_percent ?? null,
          rule_status: rule.status,
        })),
      ),
    ),
    specTable(
      "spec.corrections",
      {
        ...indexKey,
        correction_row: "INTEGER",
        response_key: "VARCHAR",
        question_code: "VARCHAR",
        old_value: "VARCHAR",
        new_value: "VARCHAR",
      },
      surveys.flatMap(({ id, corrections, questionOf }) =>
        corrections.map((row, i) => ({
          ...id,
          correction_row: i + 2, // as the file counts: the header is line 1
          response_key: row.response_key,
          question_code: questionOf(row.item_code),
          old_value: blank(row.old_value),
          new_value: blank(row.new_value),
        })),
      ),
    ),
    specTable(
      "spec.recodes",
      {
        ...indexKey,
        recode_row: "INTEGER",
        text_question_code: "VARCHAR",
        answer_text: "VARCHAR",
        question_code: "VARCHAR",
        old_value: "VARCHAR",
        new_value: "VARCHAR",
      },
      surveys.flatMap(({ id, recodes, questionOf }) =>
        recodes.map((row, i) => ({
          ...id,
          recode_row: i + 2,
          text_question_code: questionOf(row.text_item),
          answer_text: row.answer_text.normalize("NFC").trim().toLowerCase(),
          question_code: questionOf(row.item_code),
          old_value: blank(row.old_value),
          new_value: blank(row.new_value),
        })),
      ),
    ),
    specTable(
      "spec.recheck_variables",
      {
        ...indexKey,
        item_code: "VARCHAR",
        question_code: "VARCHAR",
        variable_kind: "INTEGER",
        tolerance: "INTEGER",
      },
      surveys.flatMap(({ id, recheck, questionOf }) =>
        (recheck?.variables ?? []).map(({ item, kind, tolerance }) => ({
          ...id,
          item_code: item,
          question_code: questionOf(item),
          variable_kind: kind,
          tolerance: tolerance ?? 0,
        })),
      ),
    ),
    specTable(
      "spec.recheck_decisions",
      { ...indexKey, batch_level: "VARCHAR", batch_code: "VARCHAR", decision: "VARCHAR" },
      surveys.flatMap(({ id, recheckDecisions }) =>
        recheckDecisions.map(({ level, batch, decision }) => ({
          ...id,
          batch_level: level,
          batch_code: batch,
          decision,
        })),
      ),
    ),
    specTable(
      "spec.interviewers",
      { round_code: "VARCHAR", interviewer_key: "VARCHAR", team_code: "VARCHAR" },
      surveys.flatMap(({ id, interviewers }) =>
        interviewers.map((row) => ({ round_code: id.round_code, ...row })),
      ),
    ),
  ];
}
