import type { KeyedHash } from "../database/keyedHash.ts";
import type { RawRow } from "../source.ts";
import type { OdkForm } from "./config.ts";
import type { Submission } from "./readSubmissions.ts";

/** A submission that was deleted or rejected counts no more. */
export function isRemoved({ __system }: Submission): boolean {
  return __system.deletedAt != null || __system.reviewState === "rejected";
}

/** The response that a submission is. Who sent it is a keyed hash; the sender's name is not read. */
export function toResponse(submission: Submission, form: OdkForm, hash: KeyedHash): RawRow {
  const { submissionDate, updatedAt, submitterId, deviceId } = submission.__system;
  const fields = fieldsOf(submission);
  const held = (path: string | undefined) => (path === undefined ? null : (fields.get(path) ?? null));
  const participant = held(form.participant);
  return {
    round_code: form.round,
    instrument_code: form.instrument,
    response_key: submission.__id,
    participant_key: participant === null || form.participant_is_key ? participant : hash(participant),
    opened_at: maybeTime(held(form.opened)),
    submitted_at: form.submitted === undefined ? new Date(submissionDate) : maybeTime(held(form.submitted)),
    edited_at: updatedAt ? new Date(updatedAt) : null,
    is_test: !["", "no", "0"].includes(held(form.is_test) ?? ""),
    interviewer_key: submitterId ? hash(`submitter:${submitterId}`) : null,
    team_key: null,
    device_key: deviceId ? hash(`device:${deviceId}`) : null,
  };
}

/** The answers of a submission: what says who, when and whether it counts is none. */
export function toAnswers(submission: Submission, form: OdkForm): RawRow[] {
  const aside = new Set([form.participant, form.opened, form.submitted, form.is_test]);
  const rows: RawRow[] = [];
  for (const [path, value] of fieldsOf(submission)) {
    if (aside.has(path)) continue;
    const question_code = Object.hasOwn(form.questions, path) ? form.questions[path]! : path;
    const meant = form.answers[question_code]?.[value] ?? value;
    rows.push({ round_code: form.round, response_key: submission.__id, question_code, answer_value: meant });
  }
  return rows;
}

/** A time with its zone, as a form writes it; what is none is null. */
function maybeTime(text: string | null): Date | null {
  const time = new Date(text ?? "");
  return Number.isNaN(time.getTime()) ? null : time;
}

/** The fields by path: `group/question`, and in a repeat `repeat[1]/question`. What was not asked is absent. */
function fieldsOf(submission: Submission): Map<string, string> {
  const fields = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) walk(each, `${path}[${index + 1}]`);
    } else if (typeof value === "object") {
      for (const [name, inner] of Object.entries(value)) {
        if (isAboutForm(name)) continue;
        walk(inner, path === "" ? name : `${path}/${name}`);
      }
    } else fields.set(path, String(value));
  };
  walk(submission, "");
  return fields;
}

function isAboutForm(name: string): boolean {
  return name.startsWith("__") || name === "meta" || name.includes("@odata");
}
