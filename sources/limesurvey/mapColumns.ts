import type { SurveyConfig } from "./config.ts";
import { fieldsOf, type LimeField } from "./fieldsOf.ts";
import type { LimeForm } from "./readForm.ts";

/** A column of a table of responses, the field that it holds, and the question that we know it as. */
export interface MappedColumn {
  readonly column: string;
  readonly field: LimeField;
  readonly questionCode: string;
}

/** The fields of a survey in one table of responses: what can be read, and why the rest cannot. */
export interface ColumnMap {
  readonly readable: readonly MappedColumn[];
  readonly encrypted: readonly LimeField[];
  /** Two questions whose names run together: `12`+`3` and `1`+`23` would be one column. */
  readonly ambiguous: readonly LimeField[];
  readonly absent: readonly LimeField[];
  /** Columns of answers that no question of the definition explains. */
  readonly unexplained: readonly string[];
}

/** How a table names its columns: by ids and codes up to version 6, by ids alone from 7. An archive keeps its own. */
export function isOldNaming(columns: readonly string[]): boolean {
  return columns.some((column) => /^\d+X\d+X\d+/.test(column));
}

/** Finds the column of every field, from the definition to the table: no column's name is taken apart. */
export function mapColumns(form: LimeForm, columns: readonly string[], survey: SurveyConfig): ColumnMap {
  const isOld = isOldNaming(columns);
  const held = new Set(columns);
  const fields = form.questions.flatMap(fieldsOf);
  const nameOf = (field: LimeField) => columnName(form.sid, field, isOld);
  const count = new Map<string, number>();
  for (const field of fields) count.set(nameOf(field), (count.get(nameOf(field)) ?? 0) + 1);
  const isAmbiguous = (field: LimeField) => (count.get(nameOf(field)) ?? 0) > 1;
  const single = fields.filter((field) => !isAmbiguous(field));
  const present = single.filter((field) => held.has(nameOf(field)));
  return {
    readable: present
      .filter(({ question }) => !question.is_encrypted)
      .map((field) => ({ column: nameOf(field), field, questionCode: questionCodeOf(field, survey) })),
    encrypted: present.filter(({ question }) => question.is_encrypted),
    ambiguous: fields.filter(isAmbiguous),
    absent: single.filter((field) => !held.has(nameOf(field))),
    unexplained: columns.filter(
      (column) => /^(\d+X\d+X\d|Q\d)/.test(column) && !count.has(column) && !isFile(form, column),
    ),
  };
}

export function questionCodeOf(field: LimeField, survey: SurveyConfig): string {
  return Object.hasOwn(survey.questions, field.code) ? survey.questions[field.code]! : field.code;
}

function columnName(sid: number, { question, oldSuffix, newSuffix }: LimeField, isOld: boolean): string {
  return isOld ? `${sid}X${question.gid}X${question.qid}${oldSuffix}` : `Q${question.qid}${newSuffix}`;
}

/** Uploaded files and displayed texts have columns, and nothing that is read. */
function isFile(form: LimeForm, column: string): boolean {
  return form.questions.some(({ type, gid, qid }) => {
    if (type !== "|" && type !== "X") return false;
    const names = [`${form.sid}X${gid}X${qid}`, `Q${qid}`];
    return names.some(
      (name) => column === name || column === `${name}_filecount` || column === `${name}_Cfilecount`,
    );
  });
}
