import { groupBy } from "../../models/groupBy.ts";
import type { Words } from "../messages/words.ts";
import { formName, type UnitForm } from "../monitor/rows.ts";
import { departmentsOf, wholeOf } from "./addressee.ts";
import { countedTo, nFailing, type Standing, shortestForm, weakestForm, worstMail } from "./standing.ts";

/** "Cụ thể: Tổng số công chức … đăng ký tham gia là 43 người. Tuy nhiên, … chỉ có 09 lượt …, 07 lượt …, 15 lượt …." */
export function figuresSentence(standing: Standing, words: Words): string {
  const { unit, forms } = standing;
  const registered = new Set(forms.map(({ n_registered }) => n_registered));
  const [only] = registered;
  const isShared = registered.size === 1 && only != null;
  const answers = forms
    .filter(({ n_answers }) => n_answers !== null)
    .map((row, i) => answersPhrase(row, i === 0, isShared, words))
    .join(", ");
  const place = wholeOf(unit, words);
  return isShared
    ? words.say("letter.registered", {
        departments: departmentsOf(unit, countedTo(standing), words),
        n: only,
        place,
        answers,
      })
    : words.say("letter.not_all_registered", { place, answers });
}

function answersPhrase(row: UnitForm, isFirst: boolean, isShared: boolean, words: Words): string {
  const answers = words.say(isFirst ? "letter.answers_first" : "letter.answers", {
    n: row.n_answers ?? 0,
    form: formInSentence(row, words),
  });
  return isShared || row.n_registered === null
    ? answers
    : words.say("letter.answers_of", { answers, registered: row.n_registered });
}

/** What else the marts say: the weakest form by persons, mail that does not arrive, the day of closing. */
export function furtherSentences(standing: Standing, words: Words): readonly string[] {
  return [
    personsSentence(standing, words),
    ...mailSentences(standing, words),
    forecastSentence(standing, words),
  ].filter((sentence) => sentence !== null);
}

function personsSentence(standing: Standing, words: Words): string | null {
  const weakest = weakestForm(standing);
  if (weakest === null || weakest.n_valid === null || weakest.n_registered === null) return null;
  return words.say("letter.persons", {
    percent: weakest.response_percent as number,
    form: formInSentence(weakest, words),
    n: weakest.n_valid,
    registered: weakest.n_registered,
  });
}

function mailSentences(standing: Standing, words: Words): readonly string[] {
  const failures = worstMail(standing);
  const form = standing.forms.find(({ instrument_code }) => instrument_code === failures[0]?.instrument_code);
  if (form === undefined) return [];
  const kinds = [...groupBy(failures, ({ failure_kind }) => failure_kind)].map(([kind, rows]) =>
    words.say("letter.mail_kind", { n: nFailing(rows), kind: words.say(`mail.${kind}`) }),
  );
  const broken = new Set(
    failures.filter(({ is_domain_broken }) => is_domain_broken).map(({ mail_domain }) => mail_domain),
  );
  return [
    words.say("letter.mail", {
      form: formInSentence(form, words),
      n: nFailing(failures),
      kinds: kinds.join(", "),
    }),
    ...[...broken].sort().map((mail_domain) => words.say("letter.mail_domain", { mail_domain })),
  ];
}

function forecastSentence(standing: Standing, words: Words): string | null {
  const row = shortestForm(standing);
  if (row === null || row.closes === null || row.target_n === null) return null;
  return words.say("letter.forecast", {
    closes: row.closes,
    n: Math.round(row.forecast_n as number),
    form: formInSentence(row, words),
    low: Math.floor(row.forecast_n_low as number),
    high: Math.ceil(row.forecast_n_high as number),
    target: row.target_n,
  });
}

/** A form's name inside a sentence: "phiếu phản hồi ý kiến về hệ thống". */
export function formInSentence(row: UnitForm, words: Words): string {
  const name = formName(row, words);
  return `${name.charAt(0).toLocaleLowerCase(words.language)}${name.slice(1)}`;
}
