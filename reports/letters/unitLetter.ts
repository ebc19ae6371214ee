import type { Words } from "../messages/words.ts";
import { authorityOf, departmentList, departmentsOf, nameOf, placeOf } from "./addressee.ts";
import { annexOf } from "./annex.ts";
import type { Letter } from "./letter.ts";
import { demands } from "./ministryLetter.ts";
import { figuresSentence, furtherSentences } from "./sentences.ts";
import { countedTo, type Standing } from "./standing.ts";

/** The unit's letter to its departments: the same figures, and what it demands of them. */
export function unitLetter(standing: Standing, words: Words): Letter {
  const { unit, round, threshold, forms } = standing;
  const authority = authorityOf(unit, words);
  const day = countedTo(standing);
  const departments = departmentsOf(unit, day, words);
  const stands = words.say("letter.until_unit", { as_of: day, round, unit: placeOf(unit, words), threshold });
  const isProvince = unit.unit_level === "province";
  return {
    issuer: isProvince ? [words.say("letter.committee"), placeOf(unit, words)] : [authority],
    place: isProvince ? nameOf(unit, words) : null,
    subject: words.say("letter.subject_unit", { round }),
    recipients: departmentList(unit, day, words),
    body: [
      { text: `${stands} ${figuresSentence(standing, words)}` },
      ...furtherSentences(standing, words).map((text) => ({ text })),
      { text: words.say("letter.ask_unit", { unit: authority, departments }) },
      ...demands(standing, words),
      { text: words.say("letter.close_unit", { departments }) },
    ],
    copies: [
      words.say("letter.copy_above"),
      words.say("letter.ministry"),
      isProvince
        ? words.say("letter.copy_chair", { place: placeOf(unit, words) })
        : words.say("letter.copy_head", { unit: authority }),
      words.say("letter.copy_file_unit"),
    ],
    annex: annexOf(standing, authority, words),
    isIllustrative: forms.some(({ provenance }) => provenance === "illustrative"),
  };
}
