import type { Words } from "../messages/words.ts";
import { authorityOf, placeOf } from "./addressee.ts";
import { annexOf } from "./annex.ts";
import type { Letter } from "./letter.ts";
import { figuresSentence, furtherSentences } from "./sentences.ts";
import { countedTo, type Standing } from "./standing.ts";

/** The ministry's letter to a unit below the threshold. */
export function ministryLetter(standing: Standing, words: Words): Letter {
  const { unit, round, threshold, forms } = standing;
  const authority = authorityOf(unit, words);
  const stands = words.say("letter.until", { as_of: countedTo(standing), unit: authority, threshold });
  const issuer = words.say("letter.ministry");
  return {
    issuer: [issuer],
    place: words.say("letter.ministry_place"),
    subject: words.say("letter.subject", { round }),
    recipients: [authority],
    body: [
      { text: occasion(standing, words) },
      { text: `${stands} ${figuresSentence(standing, words)}` },
      ...furtherSentences(standing, words).map((text) => ({ text })),
      { text: words.say("letter.ask", { unit: authority }) },
      ...demands(standing, words),
      { text: words.say("letter.close", { unit: authority }) },
    ],
    copies: [
      words.say("letter.copy_above"),
      words.say("letter.copy_minister"),
      ...(unit.unit_level === "province"
        ? [words.say("letter.copy_home_affairs", { place: placeOf(unit, words) })]
        : []),
      words.say("letter.copy_file"),
    ],
    annex: annexOf(standing, issuer, words),
    isIllustrative: forms.some(({ provenance }) => provenance === "illustrative"),
  };
}

/** The days of the survey: the first form's opening and the last one's closing, where the store knows them. */
function occasion({ forms, round }: Standing, words: Words): string {
  const opens = forms
    .map((row) => row.opens)
    .filter((day) => day !== null)
    .sort()[0];
  const closes = lastClosing(forms);
  if (opens === undefined || closes === null) return words.say("letter.printed", { round });
  return words.say(isOpen(forms) ? "letter.open" : "letter.closed", { round, opens, closes });
}

/** What the letter asks for, in the three points of the letters that this one follows. */
export function demands({ forms }: Pick<Standing, "forms">, words: Words): Letter["body"] {
  const closes = lastClosing(forms);
  const first =
    closes !== null && isOpen(forms)
      ? words.say("letter.ask_persons", { closes })
      : words.say("letter.ask_persons_later");
  return [first, words.say("letter.ask_mail"), words.say("letter.ask_together")].map((text, i) => ({
    text,
    number: i + 1,
  }));
}

function lastClosing(forms: Standing["forms"]): string | null {
  return (
    forms
      .map((row) => row.closes)
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

function isOpen(forms: Standing["forms"]): boolean {
  return forms.some(({ days_left }) => (days_left ?? 0) > 0);
}
