import type { SurveyConfig } from "./config.ts";
import { fieldsOf, type LimeField } from "./fieldsOf.ts";
import type { LimeForm } from "./readForm.ts";

/** A column of a table of responses, the field that it holds, and the question that we know it as. */
export interface MappedColumn {
  readonly column: string;
  readonly field: LimeField;
  readonly questionCode: string;
  /** The place in the list that the column holds, where it holds one. */
  readonly rank?: number;
}

/** The fields of a survey in one table of responses: what can be read, and why the rest cannot. */
export interface ColumnMap {
  readonly readable: readonly MappedColumn[];
  /** The question that names the interviewer: no answer. */
  readonly interviewer: MappedColumn | undefined;
  readonly encrypted: readonly LimeField[];
  /** Two questions whose names run together (`12`+`3` and `1`+`23` would be one column), or that have one code for us. */
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
  const fields = form.questions.flatMap(fieldsOf).map((field) => {
    const name = columnName(form.sid, field, isOld);
    const list = `Q${field.question.qid}`;
    const isListed = field.rank !== undefined && !held.has(name) && held.has(list);
    return { field, name, column: isListed ? list : name, ...(isListed && { rank: field.rank! }) };
  });
  const codeOf = (field: LimeField) => questionCodeOf(field, survey).toLowerCase();
  const names = countBy(fields.map(({ name }) => name));
  const codes = countBy(fields.map(({ field }) => codeOf(field)));
  const isAmbiguous = ({ field, name }: (typeof fields)[number]) =>
    names.get(name)! > 1 || codes.get(codeOf(field))! > 1;
  const single = fields.filter((each) => !isAmbiguous(each));
  const present = single.filter(({ column }) => held.has(column));
  const explained = new Set(fields.map(({ column }) => column));
  const readable = present
    .filter(({ field }) => !field.question.is_encrypted)
    .map(({ name: _, ...mapped }) => ({ ...mapped, questionCode: questionCodeOf(mapped.field, survey) }));
  const isInterviewer = ({ field }: MappedColumn) => field.code === survey.interviewer;
  return {
    readable: readable.filter((mapped) => !isInterviewer(mapped)),
    interviewer: readable.find(isInterviewer),
    encrypted: present.map(({ field }) => field).filter(({ question }) => question.is_encrypted),
    ambiguous: fields.filter(isAmbiguous).map(({ field }) => field),
    absent: single.filter(({ column }) => !held.has(column)).map(({ field }) => field),
    unexplained: columns.filter(
      (column) => /^(\d+X\d+X\d|Q\d)/.test(column) && !explained.has(column) && !isUnread(form, column),
    ),
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

export function questionCodeOf(field: LimeField, survey: SurveyConfig): string {
  return Object.hasOwn(survey.questions, field.code) ? survey.questions[field.code]! : field.code;
}

function columnName(sid: number, { question, oldSuffix, newSuffix }: LimeField, isOld: boolean): string {
  return isOld ? `${sid}X${question.gid}X${question.qid}${oldSuffix}` : `Q${question.qid}${newSuffix}`;
}

/** What is uploaded (names, titles) and displayed texts have columns, and nothing that is read. */
function isUnread(form: LimeForm, column: string): boolean {
  return form.questions.some(
    ({ type, gid, qid }) =>
      (type === "|" || type === "X") && [`${form.sid}X${gid}X${qid}`, `Q${qid}`].includes(column),
  );
}
