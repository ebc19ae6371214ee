import { type Sentence, sentence } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import { type Provenance, provenance } from "./provenance.ts";
import type { RowAddress } from "./rowAddress.ts";

/** One figure as the command names it. */
export interface ExplainedFigure {
  readonly round: string;
  readonly index: string;
  readonly unit: string;
  readonly node: string;
  /** The figure as it was printed, where a build has one of its own. */
  readonly isPrinted?: boolean;
}

/** How to ask where the figures of a table come from, by the example of one of them. */
export function explainCommand(
  rows: readonly { readonly provenance: Provenance }[],
  { round, index, unit, node, isPrinted = false }: ExplainedFigure,
  words: Words,
): Sentence {
  const command = `thuocdo explain --round ${round} --index ${index} --unit ${quoted(unit)} --node ${quoted(node)}${isPrinted ? " --printed" : ""}`;
  return sentence(rows, words.say("explain.command", { command }), { isAside: true });
}

/** How to ask where a row of a table of figures comes from. */
export function explainRowCommand(
  { from, key }: RowAddress,
  row: Readonly<Record<string, unknown>>,
  words: Words,
): Sentence {
  const named = key.map((column) => `${column}=${quoted(String(row[column] ?? ""))}`).join(" ");
  const command = `thuocdo explain --table ${from.replace("marts.", "")} --key ${named}`;
  return sentence(
    [{ provenance: provenance.parse(row["provenance"]) }],
    words.say("explain.command", { command }),
    { isAside: true },
  );
}

/** As a shell takes it: a name of more than one word in quotes. */
function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text.replace(/["$`\\]/g, "\\$&")}"`;
}
