import { type Sentence, sentence } from "./blocks.ts";
import type { Words } from "./messages/words.ts";
import type { Provenance } from "./provenance.ts";

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
  const quoted = (text: string) => (/^[\w.-]+$/.test(text) ? text : `"${text}"`);
  const command = `thuocdo explain --round ${round} --index ${index} --unit ${quoted(unit)} --node ${quoted(node)}${isPrinted ? " --printed" : ""}`;
  return sentence(rows, words.say("explain.command", { command }));
}
