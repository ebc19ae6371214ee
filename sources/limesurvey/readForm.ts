import { SourceError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import type { LimeAnswer, LimeQuestion, LimeSubquestion } from "./fieldsOf.ts";
import type { LimeDatabase } from "./limeDatabase.ts";

/** One survey as its definition tables describe it, in one language. */
export interface LimeForm {
  readonly sid: number;
  readonly language: string;
  readonly languages: readonly string[];
  readonly title: string;
  /** Settings as they hold: what says "inherit" is looked up in the survey's group, up to the global one. */
  readonly settings: Readonly<Record<"anonymized" | "datestamp", string | null>>;
  readonly questions: readonly LimeQuestion[];
  /** Columns of participants that LimeSurvey encrypts. */
  readonly encryptedColumns: ReadonlySet<string>;
}

type Row = Record<string, string | null>;

/** Reads the definition of one survey. Throws SourceError when there is none. */
export async function readForm(
  db: LimeDatabase,
  prefix: string,
  sid: number,
  wanted?: string,
): Promise<LimeForm> {
  const [survey] = await db.rows(`select * from "${prefix}surveys" where sid = ${sid}`);
  if (!survey) {
    throw new SourceError(`${db.where} has no survey ${sid}.`, {
      hint: "Correct the sid: its surveys are listed in LimeSurvey by their ids.",
    });
  }
  const languages = [survey["language"] ?? "", ...(survey["additional_languages"] ?? "").split(" ")].filter(
    Boolean,
  );
  const language = wanted ?? languages[0] ?? "";
  if (!languages.includes(language)) {
    throw new SourceError(`Survey ${sid} is not asked in "${language}", but in ${languages.join(", ")}.`, {
      hint: "Correct `language` of the survey in thuocdo.yaml, or leave it out: then the survey's own is read.",
    });
  }
  return {
    sid,
    language,
    languages,
    title: await readTitle(db, prefix, sid, language),
    settings: await resolveSettings(db, prefix, survey),
    questions: await readQuestions(db, prefix, sid, language),
    encryptedColumns: new Set([
      ...encryptedIn(survey["tokenencryptionoptions"], (held) => (held as { columns?: unknown }).columns),
      ...encryptedIn(survey["attributedescriptions"], (held) => held),
    ]),
  };
}

/** The definition's words stand beside it from version 4, and in the same row before. */
async function readQuestions(
  db: LimeDatabase,
  prefix: string,
  sid: number,
  language: string,
): Promise<LimeQuestion[]> {
  const hasWordsAside = db.tables.has(`${prefix}question_l10ns`);
  const said = sqlLiteral(language);
  const questions = await db.rows(
    hasWordsAside
      ? `select q.*, l.question as wording, g.group_order from "${prefix}questions" q
         left join "${prefix}question_l10ns" l on l.qid = q.qid and l.language = ${said}
         left join "${prefix}groups" g on g.gid = q.gid where q.sid = ${sid}`
      : `select q.*, q.question as wording, g.group_order from "${prefix}questions" q
         left join "${prefix}groups" g on g.gid = q.gid and g.language = ${said}
         where q.sid = ${sid} and q.language = ${said}`,
  );
  const answers = await db.rows(
    hasWordsAside
      ? `select a.*, l.answer as wording from "${prefix}answers" a
         join "${prefix}questions" q on q.qid = a.qid
         left join "${prefix}answer_l10ns" l on l.aid = a.aid and l.language = ${said} where q.sid = ${sid}`
      : `select a.*, a.answer as wording from "${prefix}answers" a
         join "${prefix}questions" q on q.qid = a.qid and q.language = ${said}
         where q.sid = ${sid} and a.language = ${said}`,
  );
  const inOrder = (keys: readonly string[]) => (a: Row, b: Row) => {
    for (const key of keys) {
      const difference = Number(a[key] ?? 0) - Number(b[key] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  questions.sort(inOrder(["group_order", "question_order", "qid"]));
  answers.sort(inOrder(["sortorder", "aid"]));
  return questions
    .filter((row) => Number(row["parent_qid"]) === 0)
    .map((row) => toQuestion(row, questions, answers));
}

function toQuestion(row: Row, questions: readonly Row[], answers: readonly Row[]): LimeQuestion {
  const own = answers.filter((answer) => answer["qid"] === row["qid"]);
  const onScale = (scale: number): LimeAnswer[] =>
    own
      .filter((answer) => Number(answer["scale_id"] ?? 0) === scale)
      .map((answer) => ({ code: answer["code"] ?? "", wording: toPlain(answer["wording"] ?? null) }));
  const subquestions: LimeSubquestion[] = questions
    .filter((candidate) => candidate["parent_qid"] === row["qid"])
    .map((sub) => ({
      qid: Number(sub["qid"]),
      title: sub["title"] ?? "",
      scale: Number(sub["scale_id"] ?? 0) === 1 ? 1 : 0,
      wording: toPlain(sub["wording"] ?? null),
    }));
  return {
    qid: Number(row["qid"]),
    gid: Number(row["gid"]),
    type: row["type"] ?? "",
    title: row["title"] ?? "",
    wording: toPlain(row["wording"] ?? null),
    has_other: row["other"] === "Y",
    is_encrypted: row["encrypted"] === "Y",
    subquestions,
    answers: { 0: onScale(0), 1: onScale(1) },
  };
}

/** The columns that a setting in JSON marks as encrypted: by `Y`, or by an object that says so. Another text marks none. */
function encryptedIn(text: string | null | undefined, columnsOf: (held: object) => unknown): string[] {
  let held: unknown;
  try {
    held = JSON.parse(text ?? "");
  } catch {
    return [];
  }
  const columns = held !== null && typeof held === "object" ? columnsOf(held) : null;
  if (columns === null || typeof columns !== "object") return [];
  return Object.entries(columns)
    .filter(([, value]) => value === "Y" || (value as { encrypted?: unknown } | null)?.encrypted === "Y")
    .map(([name]) => name);
}

async function readTitle(db: LimeDatabase, prefix: string, sid: number, language: string): Promise<string> {
  const rows = await db.rows(
    `select surveyls_title as title from "${prefix}surveys_languagesettings"
     where surveyls_survey_id = ${sid} and surveyls_language = ${sqlLiteral(language)}`,
  );
  return toPlain(rows[0]?.["title"] ?? null) ?? "";
}

const inherited = new Set(["I", "-1", "inherit"]);

async function resolveSettings(db: LimeDatabase, prefix: string, survey: Row): Promise<LimeForm["settings"]> {
  const hasGroups = db.tables.has(`${prefix}surveys_groupsettings`);
  const groups = hasGroups ? await db.rows(`select * from "${prefix}surveys_groupsettings"`) : [];
  const parents = db.tables.has(`${prefix}surveys_groups`)
    ? await db.rows(`select gsid, parent_id from "${prefix}surveys_groups"`)
    : [];
  const resolve = (name: string): string | null => {
    let value = survey[name] ?? null;
    let gsid: string | null = survey["gsid"] ?? "0";
    const seen = new Set<string>();
    while (value !== null && inherited.has(value) && gsid !== null && !seen.has(gsid)) {
      seen.add(gsid);
      value = groups.find((group) => group["gsid"] === gsid)?.[name] ?? value;
      gsid = gsid === "0" ? null : (parents.find((group) => group["gsid"] === gsid)?.["parent_id"] ?? "0");
    }
    return value !== null && inherited.has(value) ? null : value;
  };
  return { anonymized: resolve("anonymized"), datestamp: resolve("datestamp") };
}

/** Wording without its HTML. */
function toPlain(text: string | null): string | null {
  if (text === null) return null;
  const plain = text
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  return plain.replaceAll(/\s+/g, " ").trim();
}
