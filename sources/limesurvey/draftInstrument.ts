import type { Instrument, Item } from "../../models/instruments/instrument.ts";
import type { SourceContext } from "../source.ts";
import type { LimesurveyConfig, SurveyConfig } from "./config.ts";
import { fieldsOf, isScale, type LimeField } from "./fieldsOf.ts";
import { openLimeDatabase } from "./limeDatabase.ts";
import { questionCodeOf } from "./mapColumns.ts";
import { readForm } from "./readForm.ts";

const unassigned = { code: "to_be_assigned", name: { vi: "Chưa xếp", en: "To be assigned" } };

/**
 * A first instrument for a survey, for a person to finish: every question with its code, wording, kind and answers.
 * Which part and factor an item belongs to is nobody's guess, and the English is the Vietnamese until it is translated.
 */
export async function draftInstrument(
  config: LimesurveyConfig,
  sid: number,
  context: SourceContext,
): Promise<Instrument> {
  const db = await openLimeDatabase(config, context);
  try {
    const survey = config.surveys.find((candidate) => candidate.sid === sid);
    const form = await readForm(db, config.prefix, sid, survey?.language);
    const items = form.questions.flatMap(fieldsOf).map((field) => toItem(field, survey));
    return {
      instrument: survey?.instrument ?? `limesurvey-${sid}`,
      index: "sipas",
      name: { vi: form.title || `Khảo sát ${sid}`, en: form.title || `Survey ${sid}` },
      source: `draft from survey ${sid} of a LimeSurvey; to be reviewed`,
      notes: [],
      parts: [unassigned],
      factors: [{ ...unassigned, code: "to_be_assigned_factor", part: unassigned.code }],
      items,
    };
  } finally {
    await db.close();
  }
}

function toItem(field: LimeField, survey: SurveyConfig | undefined): Item {
  const question = survey ? questionCodeOf(field, survey) : field.code;
  const wording = field.wording || question;
  const item = { code: toCode(question), question, name: { vi: wording, en: wording } };
  if (field.reading === "yes_no" || field.reading === "tick")
    return { ...item, block: "other", kind: "yes_no" };
  if (field.codes.length < 2) return { ...item, block: "other", kind: "text" };
  if (isScale(field)) {
    const levels = field.codes.length;
    return { ...item, block: "satisfaction", kind: "level", levels, factor: "to_be_assigned_factor" };
  }
  const options = field.codes.map((code) => {
    const said = field.question.answers[0].find((answer) => answer.code === code)?.wording || code;
    const value = survey?.answers[question]?.[code] ?? code;
    return { value, code: toCode(`answer_${code}`), name: { vi: said, en: said } };
  });
  return { ...item, block: "other", kind: "choice", options };
}

function toCode(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replace(/_+$/, "");
  return /^[a-z]/.test(plain) ? plain : `q${plain}`;
}
