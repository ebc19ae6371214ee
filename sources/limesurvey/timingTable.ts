import type { LimeField, LimeQuestion } from "./fieldsOf.ts";
import type { LimeDatabase } from "./limeDatabase.ts";
import { isOldNaming, type MappedColumn } from "./mapColumns.ts";
import type { LimeForm } from "./readForm.ts";
import type { ResponseTable } from "./responseTable.ts";

/**
 * The table in which LimeSurvey keeps how many seconds a form, its pages and questions took, as answers to the questions
 * `seconds`, `seconds_page_1` … and `seconds_<title>`; null when the survey keeps no times.
 */
export function timingTable(db: LimeDatabase, prefix: string, form: LimeForm): ResponseTable | null {
  const { sid, questions } = form;
  const name = [`${prefix}timings_${sid}`, `${prefix}survey_${sid}_timings`].find((each) =>
    db.tables.has(each),
  );
  if (!name) return null;
  const columns = db.tables.get(name) ?? [];
  const isOld = isOldNaming(columns);
  const pages = [...new Set(questions.map(({ gid }) => gid))];
  const wanted: readonly (readonly [column: string, code: string, question: LimeQuestion | undefined])[] = [
    ["interviewtime", "seconds", questions[0]],
    ...pages.map((gid, index) => {
      const column = isOld ? `${sid}X${gid}time` : `G${gid}`;
      return [
        column,
        `seconds_page_${index + 1}`,
        questions.find((question) => question.gid === gid),
      ] as const;
    }),
    ...questions.map((question) => {
      const column = isOld ? `${sid}X${question.gid}X${question.qid}time` : `Q${question.qid}`;
      return [column, `seconds_${question.title}`, question] as const;
    }),
  ];
  const readable = wanted.flatMap(([column, code, question]): MappedColumn[] => {
    if (!question || !columns.includes(column)) return [];
    const field: LimeField = {
      code,
      question,
      wording: null,
      reading: "number",
      codes: [],
      oldSuffix: "",
      newSuffix: "",
    };
    return [{ column, field, questionCode: code }];
  });
  const map = { readable, interviewer: undefined, encrypted: [], ambiguous: [], absent: [], unexplained: [] };
  return { name, columns, archived: null, map };
}
