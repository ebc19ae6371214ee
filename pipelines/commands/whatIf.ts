import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../../models/errors.ts";
import type { WhatIfGoal } from "../../models/whatIf/whatIf.ts";
import { chooseBuild } from "../chooseBuild.ts";
import { askBuild } from "../explain/ask.ts";
import { type AskedWhatIf, askWhatIf } from "../explain/askWhatIf.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

interface WhatIfOptions {
  readonly round: string;
  readonly index: string;
  readonly unit: string;
  readonly points?: string;
  readonly ranks?: number;
  readonly costs?: string;
  readonly if: ReadonlyMap<string, string>;
  readonly build?: string;
}

export function addWhatIf(program: Command, terminal: Terminal): void {
  program
    .command("whatif")
    .description("the fewest or cheapest leaves that would lift a unit by points or ranks, all others held")
    .requiredOption("--round <year>", "the round")
    .requiredOption("--index <index>", "par_province or par_ministry")
    .requiredOption("--unit <name>", "a unit's code, name or alias")
    .option("--points <points>", "points to gain, such as 2.5", parsePoints)
    .option("--ranks <ranks>", "ranks to gain", parseRanks)
    .option("--costs <file.csv>", "columns node_code, cost: then the cheapest plan among these leaves")
    .addOption(
      new Option(
        "--if <leaf=share>",
        "a surveyed leaf, if its share were so many percent; once for each leaf",
      )
        .argParser(parseShare)
        .default(new Map(), "none"),
    )
    .option("--build <id>", "the build to ask (default: the newest one)")
    .addHelpText(
      "after",
      '\nExamples:\n  thuocdo whatif --round 2023 --index par_province --unit "Tỉnh 01" --ranks 2\n  thuocdo whatif --round 2023 --index par_province --unit "Tỉnh 01" --points 5 --if 8.1=90 --costs costs.csv\nOne goal is needed: --points or --ranks. See docs/explain.md.',
    )
    .action(async ({ build, points, ranks, costs, ...options }: WhatIfOptions, command: Command) => {
      const project = projectOf(command);
      const chosen = await chooseBuild(project, build);
      const request = {
        ...options,
        goal: goalOf(points, ranks),
        shares: options.if,
        costs: costs === undefined ? null : { file: basename(costs), text: await readCosts(costs) },
      };
      const asked = await askBuild(project, chosen.path, (ask) => askWhatIf(ask, request));
      const { answer: found, names, ...rest } = asked;
      const plan = found.plan.map((leaf) => ({ ...leaf, name: names.get(leaf.code) ?? null }));
      answer(command, terminal, { ...rest, build: chosen.id, ...found, plan }, toLines(asked));
    });
}

function goalOf(points: string | undefined, ranks: number | undefined): WhatIfGoal {
  if (points !== undefined && ranks === undefined) return { kind: "points", points };
  if (ranks !== undefined && points === undefined) return { kind: "ranks", ranks };
  throw new UsageError("Name one goal: --points or --ranks.", { hint: "For example --ranks 2." });
}

function parsePoints(text: string): string {
  if (!/^\d{1,3}(\.\d{1,9})?$/.test(text) || Number(text) === 0)
    throw new InvalidArgumentError("Points to gain are a number above 0 with a point, such as 2.5.");
  return text;
}

function parseRanks(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new InvalidArgumentError("Ranks to gain are a whole number from 1.");
  return Number(text);
}

function parseShare(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const found = /^([0-9.]+)=(\d{1,3}(?:\.\d{1,9})?)$/.exec(text);
  if (found === null || Number(found[2]) > 100)
    throw new InvalidArgumentError("It is a leaf and a percentage, such as 8.2.1=87.5.");
  return new Map([...before, [found[1] as string, found[2] as string]]);
}

function readCosts(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause) => {
    throw new UsageError(`The file of costs ${path} cannot be read.`, {
      hint: "Give a CSV with the columns node_code and cost.",
      cause,
    });
  });
}

/** Appraised points have no sampling error: the interval keeps its width. */
function intervalLine(interval: AskedWhatIf["interval"]): string {
  return interval === null
    ? "Interval [x]: the error of its surveyed leaves is not known."
    : `95 % interval of that total: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}; it moves with the points and keeps its width.`;
}

function toLines({
  name,
  index_code,
  round_code,
  provenance,
  own,
  n_ranked,
  is_ranked,
  names,
  answer,
  interval,
}: AskedWhatIf): string[] {
  const { status, plan, needed, assumed } = answer;
  const place = (rank: number) => (is_ranked ? `rank ${rank} of ${n_ranked}` : "scored without a rank");
  const standing = `${name}, ${index_code} ${round_code}: ${own.points} of ${own.max} points, ${place(answer.rankBefore)}`;
  const said = {
    first: "No better rank can be gained: it is first.",
    reached: "Nothing needs to be lifted.",
    out_of_reach: `Out of reach: ${needed} points are needed, more than all leaves that can be lifted would give.`,
    planned: `${needed} points are needed; ${plan.length === 1 ? "one leaf, lifted" : `${plan.length} leaves, lifted`} to the maximum:`,
  }[status];
  return [
    ...(provenance === "illustrative"
      ? ["dữ liệu minh họa – invented figures: they say nothing about any real agency"]
      : []),
    standing,
    ...(assumed === "0" ? [] : [`The assumed shares give ${assumed} points.`]),
    said,
    ...plan.map(
      (leaf) =>
        `  ${leaf.code} ${names.get(leaf.code) ?? ""}: ${leaf.points} → ${leaf.max} (+${leaf.gain}${leaf.cost === null ? "" : `; cost ${leaf.cost}`})`,
    ),
    ...(answer.spare === "0"
      ? []
      : [
          `The plan gains ${answer.spare} more than is needed: one of its leaves may stay so much below its maximum.`,
        ]),
    ...(answer.cost === null ? [] : [`Cost in all: ${answer.cost}`]),
    ...(status === "out_of_reach" || status === "first"
      ? []
      : [
          `Then ${answer.points} of ${own.max} points, ${place(answer.rank)}, all others held at their values.`,
        ]),
    intervalLine(interval),
  ];
}
