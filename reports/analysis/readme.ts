import type { Language } from "../locale.ts";
import { wordsOf } from "../messages/words.ts";

/** What the note of an export says. */
export interface ReadmeFacts {
  readonly round: string;
  readonly build: string;
  readonly snapshot: string;
  readonly codeVersion: string;
  readonly n_responses: number;
  readonly n_replicates: number;
  readonly is_illustrative: boolean;
  readonly small_units: readonly string[];
  readonly alone: readonly {
    readonly area_level: string;
    readonly n_alone: number;
    readonly n_responses: number;
  }[];
}

/** What the folder is, who may hold it, how long, and how small its cells are; Vietnamese, then English. */
export function analysisReadme(facts: ReadmeFacts): string {
  return `${(["vi", "en"] as const).map((language) => part(facts, language)).join("\n\n---\n\n")}\n`;
}

function part(facts: ReadmeFacts, language: Language): string {
  const { say } = wordsOf(language);
  const alone = facts.alone.map(({ area_level: level, n_alone: n, n_responses: of }) =>
    level === "unit"
      ? say("analysis.readme.alone_unit", { n, of })
      : say("analysis.readme.alone", { level, n, of }),
  );
  const cells = [...alone, ...facts.small_units.map((unit) => say("analysis.readme.small_unit", { unit }))];
  return [
    `# ${say("analysis.readme.title", { round: facts.round })}`,
    ...(facts.is_illustrative ? [say("analysis.readme.illustrative")] : []),
    say("analysis.readme.restricted"),
    say("analysis.readme.holder"),
    say("analysis.readme.retention", { snapshot: facts.snapshot }),
    say("analysis.readme.contents", {
      n: facts.n_responses,
      build: facts.build,
      replicates: facts.n_replicates,
      code: facts.codeVersion,
    }),
    say("analysis.readme.scripts"),
    `## ${say("analysis.readme.small")}`,
    cells.map((line) => `- ${line}`).join("\n"),
  ].join("\n\n");
}
