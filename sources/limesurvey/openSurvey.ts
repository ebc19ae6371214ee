import { DriftError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";
import type { LimesurveyConfig, SurveyConfig } from "./config.ts";
import { fieldsOf, type LimeField } from "./fieldsOf.ts";
import type { LimeDatabase } from "./limeDatabase.ts";
import { mapColumns, questionCodeOf } from "./mapColumns.ts";
import { type LimeForm, readForm } from "./readForm.ts";
import type { ResponseTable } from "./responseTable.ts";
import { timingTable } from "./timingTable.ts";

/** A survey with its tables found. */
export interface OpenSurvey {
  readonly survey: SurveyConfig;
  readonly form: LimeForm;
  readonly responses: readonly ResponseTable[];
  readonly participants: { readonly name: string; readonly columns: readonly string[] } | null;
  readonly timings: ResponseTable | null;
}

/** Finds the tables of one survey by looking, in whatever layout they are. Throws DriftError when there are none. */
export async function openSurvey(
  db: LimeDatabase,
  config: LimesurveyConfig,
  survey: SurveyConfig,
  context: SourceContext,
): Promise<OpenSurvey> {
  const form = await readForm(db, config.prefix, survey.sid, survey.language);
  const responses = findResponses(db, config.prefix, form, survey);
  const tokens = `${config.prefix}tokens_${survey.sid}`;
  const columns = db.tables.get(tokens);
  warnOfNames(form, survey, context);
  for (const table of responses) warnOfColumns(table, survey, context);
  if (form.settings.anonymized === "Y") {
    context.warn?.(`Survey ${survey.sid} is anonymous: no response can be joined to a participant.`);
  }
  const timings = survey.timings ? timingTable(db, config.prefix, form) : null;
  if (survey.timings && timings === null) context.warn?.(`Survey ${survey.sid} keeps no times.`);
  return { survey, form, responses, participants: columns ? { name: tokens, columns } : null, timings };
}

function findResponses(
  db: LimeDatabase,
  prefix: string,
  form: LimeForm,
  survey: SurveyConfig,
): ResponseTable[] {
  const { sid } = survey;
  const inUse = [`${prefix}responses_${sid}`, `${prefix}survey_${sid}`].filter((name) => db.tables.has(name));
  const isArchive = new RegExp(`^${prefix}old_(?:responses|survey)_${sid}_(\\d+)$`);
  const aside = [...db.tables.keys()].filter((name) => isArchive.test(name)).sort();
  const names = [...inUse.slice(0, 1), ...(survey.archives ? aside : [])];
  if (names.length === 0) {
    const left = aside.length > 0 ? ` It was deactivated: ${aside.join(", ")} hold what it had.` : "";
    throw new DriftError(`${db.where} has no table of responses of survey ${sid}.${left}`, {
      hint: "Activate the survey, correct sid and prefix in thuocdo.yaml, or read what was put aside with `archives: true`.",
    });
  }
  return names.map((name) => {
    const columns = db.tables.get(name) ?? [];
    return {
      name,
      columns,
      archived: isArchive.exec(name)?.[1] ?? null,
      map: mapColumns(form, columns, survey),
    };
  });
}

/** A misspelt code would do nothing, and nobody would know. */
function warnOfNames(form: LimeForm, survey: SurveyConfig, context: SourceContext): void {
  const fields = form.questions.flatMap(fieldsOf);
  const theirs = new Set(fields.map(({ code }) => code));
  const ours = new Set(fields.map((field) => questionCodeOf(field, survey)));
  const { sid, questions, answers, interviewer } = survey;
  const named = [...Object.keys(questions), ...(interviewer === undefined ? [] : [interviewer])];
  const unknown = [
    ...named.filter((code) => !theirs.has(code)),
    ...Object.keys(answers).filter((code) => !ours.has(code)),
  ];
  if (unknown.length > 0) {
    context.warn?.(`Survey ${sid} has no question ${unknown.join(", ")}, which thuocdo.yaml names.`);
  }
}

function warnOfColumns({ name, map }: ResponseTable, { sid }: SurveyConfig, context: SourceContext): void {
  const say = (fields: readonly LimeField[], why: string) => {
    if (fields.length > 0) {
      context.warn?.(`Survey ${sid}, table ${name}: ${fields.map(({ code }) => code).join(", ")} ${why}.`);
    }
  };
  say(map.encrypted, "cannot be read, since LimeSurvey encrypts them");
  say(map.ambiguous, "cannot be told apart, since their columns have one name");
  say(map.absent, "have no column");
  if (map.unexplained.length > 0) {
    context.warn?.(
      `Survey ${sid}, table ${name}: no question explains the columns ${map.unexplained.join(", ")}.`,
    );
  }
}
