import type { Instrument, Item } from "../../../models/instruments/instrument.ts";
import type { Engine, Layout } from "../limesurvey/smallSurvey.ts";
import { type CommonRound, planted, sid, text } from "./commonRound.ts";

/** A LimeSurvey's title may hold letters and digits only. */
const titleOf = (item: Item) => item.question.replaceAll("_", "x");
const asked = ({ items }: Instrument) => items.filter(({ kind }) => kind !== "missing_in_copy");
/** A level is a row of an array, which stands under its own number here. */
const isRow = ({ kind }: Item) => kind === "level";
const arrayOf = (qid: number) => qid + 1000;
const typeOf = ({ kind }: Item) => (kind === "yes_no" ? "Y" : kind === "text" ? "T" : "L");
const codeOf = (item: Item) => (isRow(item) ? `${titleOf(item)}_row` : titleOf(item));

/** The settings of the survey that the statements make. */
export function limeSettings(form: Instrument) {
  return {
    sid,
    round: "2022",
    instrument: form.instrument,
    questions: Object.fromEntries(asked(form).map((item) => [codeOf(item), item.question])),
    participants: {
      unit_name: "attribute_1",
      sample_unit_key: "attribute_2",
      respondent_group: "attribute_3",
      is_test: "attribute_4",
    },
    interviewer: "VISITOR",
  };
}

/** The statements that make the common round in a LimeSurvey's own tables. */
export function limeRound(round: CommonRound, form: Instrument, layout: Layout, engine: Engine): string[] {
  const items = asked(form);
  const time = engine === "postgres" ? "timestamp" : "datetime";
  const table = layout === "v7" ? `lime_responses_${sid}` : `lime_survey_${sid}`;
  const column = (qid: number) => {
    const item = items[qid - 1];
    if (item && isRow(item))
      return layout === "v7" ? `"Q${arrayOf(qid)}_S${qid}"` : `"${sid}X1X${arrayOf(qid)}row"`;
    return layout === "v7" ? `"Q${qid}"` : `"${sid}X1X${qid}"`;
  };
  const qids = [...items.map((_, index) => index + 1), items.length + 1];
  const stored = (item: Item, value: string | undefined) => {
    if (item.kind !== "yes_no" || value === undefined) return value;
    return value === "1" ? "Y" : value === "0" ? "N" : value;
  };
  const tests = new Set(round.responses.filter((row) => row["is_test"]).map((row) => row["token"]));
  return [
    "create table lime_surveys (sid int, gsid int, language varchar(50), additional_languages text, anonymized varchar(1), datestamp varchar(1))",
    `insert into lime_surveys values (${sid}, 0, 'vi', '', 'N', 'Y')`,
    "create table lime_surveys_languagesettings (surveyls_survey_id int, surveyls_language varchar(45), surveyls_title varchar(200))",
    ...definitions(items, layout),
    `create table ${table} (id integer primary key, submitdate ${time}, token varchar(36), startdate ${time}, datestamp ${time},
      ${qids.map((qid) => `${column(qid)} text`).join(", ")})`,
    `insert into ${table} values ${round.responses
      .map((row) => {
        const own = round.answers.get(String(row["response_key"])) ?? new Map<string, string>();
        const submitted = localTime(row["submitted"]);
        const meta = [row["id"], submitted, row["token"], null, localTime(row["edited"]) ?? submitted];
        const given = items.map((item) => stored(item, own.get(item.question)));
        return `(${[...meta, ...given, row["visitor"]].map(text).join(", ")})`;
      })
      .join(", ")}`,
    `create table lime_tokens_${sid} (tid integer, firstname text, lastname text, email text, emailstatus text, token varchar(36),
      blacklisted varchar(17), sent varchar(17), remindersent varchar(17), completed varchar(17),
      attribute_1 text, attribute_2 text, attribute_3 text, attribute_4 text)`,
    `insert into lime_tokens_${sid} values ${round.persons
      .map((person, index) => {
        const { token, unit_name, sample_unit_key, respondent_group } = person;
        const names = [
          index + 1,
          "Bí",
          planted.name,
          planted.address,
          "OK",
          token,
          "N",
          "2022-12-01 08:00",
          "N",
          "N",
        ];
        return `(${[...names, unit_name, sample_unit_key, respondent_group, tests.has(token) ? "Y" : "N"].map(text).join(", ")})`;
      })
      .join(", ")}`,
  ];
}

/** What is asked; up to version 3 with its words in the same row. */
function definitions(items: readonly Item[], layout: Layout): string[] {
  const hasWordsAside = layout !== "v3";
  const language = hasWordsAside ? "" : ", 'vi'";
  const questions = items.flatMap((item, index) => {
    const qid = index + 1;
    const own = { qid, parent: 0, type: typeOf(item), title: titleOf(item), wording: item.name.vi };
    if (!isRow(item)) return [own];
    return [
      { ...own, qid: arrayOf(qid), type: "F" },
      { ...own, parent: arrayOf(qid), title: "row", type: "T" },
    ];
  });
  questions.push({ qid: items.length + 1, parent: 0, type: "S", title: "VISITOR", wording: "" });
  const answers = items.flatMap((item, index) => {
    const levels = Array.from({ length: item.levels ?? 0 }, (_, level) => `${level + 1}`);
    if (isRow(item)) return levels.map((code) => ({ qid: arrayOf(index + 1), code }));
    const codes = item.options?.map(({ value }) => value) ?? [];
    return typeOf(item) === "L" ? codes.map((code) => ({ qid: index + 1, code })) : [];
  });
  return [
    `create table lime_groups (gid int, sid int, group_order int${hasWordsAside ? "" : ", language varchar(20)"})`,
    `insert into lime_groups values (1, ${sid}, 1${language})`,
    `create table lime_questions (qid int, parent_qid int, sid int, gid int, type varchar(30), title varchar(20), other varchar(1), encrypted varchar(1), question_order int, scale_id int${hasWordsAside ? "" : ", question text, language varchar(20)"})`,
    `insert into lime_questions values ${questions
      .map(({ qid, parent, title, type, wording }, index) => {
        const words = hasWordsAside ? "" : `, ${text(wording)}, 'vi'`;
        return `(${qid}, ${parent}, ${sid}, 1, '${type}', '${title}', 'N', 'N', ${index}, 0${words})`;
      })
      .join(", ")}`,
    `create table lime_answers (aid int, qid int, code varchar(5), sortorder int, scale_id int${hasWordsAside ? "" : ", answer text, language varchar(20)"})`,
    `insert into lime_answers values ${answers
      .map(
        ({ qid, code }, index) =>
          `(${index}, ${qid}, ${text(code)}, ${index}, 0${hasWordsAside ? "" : `, ${text(code)}, 'vi'`})`,
      )
      .join(", ")}`,
    ...(hasWordsAside
      ? [
          "create table lime_question_l10ns (id int, qid int, question text, language varchar(20))",
          `insert into lime_question_l10ns values ${questions.map(({ qid, wording }, index) => `(${index}, ${qid}, ${text(wording)}, 'vi')`).join(", ")}`,
          "create table lime_answer_l10ns (id int, aid int, answer text, language varchar(20))",
        ]
      : []),
  ];
}

/** Seconds of UTC as the text of a server's clock in Vietnam; LimeSurvey's "no date" has no zone. */
function localTime(seconds: unknown): string | null {
  if (seconds === null) return null;
  const isUnknown = Number(seconds) === Date.UTC(1980, 0, 1) / 1000;
  const local = new Date((Number(seconds) + (isUnknown ? 0 : 7 * 3600)) * 1000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}
