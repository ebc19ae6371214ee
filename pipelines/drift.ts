import { DriftError } from "../models/errors.ts";
import { criteriaFedBySipas } from "../models/frameworks/criteriaFedBySipas.ts";
import { groupBy } from "../models/groupBy.ts";
import { hasCodes } from "../models/instruments/answerCodes.ts";
import { compareAnswers, type GivenAnswer } from "../models/instruments/compareAnswers.ts";
import { type AskedQuestion, compareForm, type Drift } from "../models/instruments/compareForm.ts";
import type { Instrument } from "../models/instruments/instrument.ts";
import type { Spec } from "../models/spec/spec.ts";
import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import type { Row } from "../sql/table.ts";
import { connect } from "./warehouse/connection.ts";
import { readRows } from "./warehouse/readRows.ts";

/** A drift, and the round whose form has it. */
export type RoundDrift = Drift & { readonly round: string };

/**
 * Compares every form that a landed table of `instrument_questions` describes with its instrument. What stops a part of
 * SIPAS also says which criteria of the PAR INDEX it gives points to in that round.
 */
export async function readDrift(path: string, spec: Spec): Promise<RoundDrift[]> {
  const forms = await readByForm(`from read_parquet(${sqlLiteral(path)})`);
  return forms.flatMap(({ round, code, rows }) => {
    const form = spec.instruments.find((candidate) => candidate.instrument === code);
    if (!form) return [unknownForm(round, code)];
    return inRound(spec, round, form, compareForm(form, rows as unknown as AskedQuestion[]));
  });
}

/** Compares what was answered with the instruments, of a store that does not say what its forms ask. */
export async function readAnswerDrift(
  { responses, answers }: { readonly responses: string; readonly answers: string },
  spec: Spec,
): Promise<RoundDrift[]> {
  const coded = spec.instruments.flatMap(({ items }) =>
    items.filter(hasCodes).map(({ question }) => question),
  );
  const forms = await readByForm(`
    select round_code, instrument_code, question_code, trim(answer_value) as answer_value, count(*)::integer as n_answers
    from read_parquet(${sqlLiteral(answers)}) given
      join read_parquet(${sqlLiteral(responses)}) forms using (round_code, response_key)
    where trim(answer_value) <> '' and question_code in (${[...new Set(coded)].map(sqlLiteral).join(", ")})
    group by all order by all`);
  return forms.flatMap(({ round, code, rows }) => {
    const form = spec.instruments.find((candidate) => candidate.instrument === code);
    return form ? inRound(spec, round, form, compareAnswers(form, rows as unknown as GivenAnswer[])) : [];
  });
}

async function readByForm(sql: string): Promise<{ round: string; code: string; rows: Row[] }[]> {
  const { connection, close } = await connect(":memory:", {
    threads: 1,
    memoryLimit: "500MB",
    spillFolder: "",
  });
  try {
    const rows = await readRows(connection, sql);
    const forms = groupBy(rows, (row) => `${row["round_code"]}\n${row["instrument_code"]}`);
    return [...forms].map(([key, ofForm]) => {
      const [round = "", code = ""] = key.split("\n");
      return { round, code, rows: ofForm };
    });
  } finally {
    close();
  }
}

function inRound(spec: Spec, round: string, form: Instrument, drifts: readonly Drift[]): RoundDrift[] {
  const criteria = form.index === "sipas" ? criteriaIn(spec, round) : [];
  return drifts.map((drift) => {
    const isCounted = form.items.some((item) => item.code === drift.item && item.factor !== undefined);
    const fed = drift.stops && isCounted ? criteria : [];
    const sentence = [drift.sentence, ...fed.map((each) => `SIPAS counts in ${each}.`)].join(" ");
    return { ...drift, round, sentence };
  });
}

function criteriaIn({ frameworks, published }: Spec, round: string): string[] {
  const year = Number(round);
  const serving = published.rows.frameworks.filter((row) => row.from_year <= year && year <= row.to_year);
  return frameworks
    .filter((own) =>
      serving.some((row) => row.framework_code === own.framework && row.unit_level === own.level),
    )
    .flatMap((own) => criteriaFedBySipas(own) ?? []);
}

/** Throws DriftError when anything that is computed would be computed from another question than it says. */
export function stopOnDrift(store: string, drifts: readonly RoundDrift[]): void {
  const stopping = drifts.filter((drift) => drift.stops);
  if (stopping.length === 0) return;
  const list = stopping.map(({ round, sentence }) => `  ${round}: ${sentence}`);
  const count = `${stopping.length} question${stopping.length === 1 ? "" : "s"}`;
  throw new DriftError(`${count} of the store ${store} no longer fit their instrument:\n${list.join("\n")}`, {
    hint: "Correct the form, or bring models/instruments/ to what is asked now; `thuocdo sources check` lists all differences.",
  });
}

function unknownForm(round: string, code: string): RoundDrift {
  return {
    kind: "new",
    round,
    instrument: code,
    question: "",
    item: null,
    stops: false,
    sentence: `The form ${code} has no instrument in models/instruments/; nothing is read from it.`,
  };
}
