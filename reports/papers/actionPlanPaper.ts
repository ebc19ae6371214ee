import { type ActionPlanRow, planTables } from "../actionPlan.ts";
import { authorityOf, nameOf, placeOf } from "../letters/addressee.ts";
import type { OfficialPaper } from "../letters/letter.ts";
import type { Words } from "../messages/words.ts";

/** The unit's plan (kế hoạch) as a draft: what to work on stands in its annex; measure, owner and deadline are blank. */
export function actionPlanPaper(rows: readonly ActionPlanRow[], words: Words): readonly OfficialPaper[] {
  const [unit] = rows;
  if (unit === undefined) return [];
  const { round_code: round, unit_level } = unit;
  const authority = authorityOf(unit, words);
  const tables = planTables(rows, words, { isPaper: true });
  return [
    {
      stem: "ke-hoach",
      round,
      title: words.say("paper.plan"),
      notice: words.say("paper.notice"),
      issuer: unit_level === "province" ? [words.say("letter.committee"), placeOf(unit, words)] : [authority],
      place: unit_level === "province" ? nameOf(unit, words) : null,
      subject: words.say("paper.plan_subject", { round }),
      recipients: [],
      body: [
        { text: words.say("paper.plan_purpose", { round, unit: authority }), number: 1 },
        { text: words.say("paper.plan_matters"), number: 2 },
        { text: words.say("paper.plan_blanks"), number: 3 },
        ...(rows.some(({ matter_kind }) => matter_kind === "gap")
          ? [{ text: words.say("paper.plan_gaps"), number: 4 }]
          : []),
      ],
      copies: [words.say("letter.copy_file_unit")],
      annex: {
        title: words.say("paper.plan_annex", { round, unit: authority }),
        of: words.say("letter.annex_of", { paper: words.say("paper.plan_name"), issuer: authority }),
        tables,
        notes: [words.say("action_plan.note")],
      },
      isIllustrative: tables.some(({ provenance }) => provenance === "illustrative"),
    },
  ];
}
