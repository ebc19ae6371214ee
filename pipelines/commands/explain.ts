import type { Command } from "commander";
import { UsageError } from "../../models/errors.ts";
import { chooseBuild } from "../chooseBuild.ts";
import { askBuild } from "../explain/ask.ts";
import { explain } from "../explain/explain.ts";
import { explainTable } from "../explain/explainTable.ts";
import { explanationLines } from "../explain/explanationLines.ts";
import { placesOf } from "../explain/places.ts";
import { tableExplanationLines } from "../explain/tableExplanationLines.ts";
import type { Project } from "../project.ts";
import { languagesOf } from "../reportTools.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

interface ExplainOptions {
  readonly round?: string;
  readonly index?: string;
  readonly unit?: string;
  readonly node?: string;
  readonly printed?: boolean;
  readonly table?: string;
  readonly key?: readonly string[];
  readonly build?: string;
}

export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command("explain")
    .description("where a published figure comes from: rule, inputs, answers, weights, tables, snapshot")
    .option("--round <year>", "the round")
    .option("--index <index>", "sipas, par_province or par_ministry")
    .option("--unit <name>", "a unit's code, name or alias; a region, group or type; or nation")
    .option(
      "--node <code>",
      "which figure: total, 3, 3.1.2; overall, access, sat_01; appraised, survey (default: the total)",
    )
    .option("--printed", "the figure as it was published, where this build has one of its own")
    .option("--table <name>", "the rows of any table of figures instead, by their key")
    .option(
      "--key <column=value...>",
      "with --table: columns of its key, each with a code or what is printed for it",
    )
    .option("--build <id>", "the build to ask (default: the newest one)")
    .addHelpText(
      "after",
      '\nExamples:\n  thuocdo explain --round 2023 --index par_province --unit "Tỉnh 01" --node 3.1.2\n  thuocdo explain --round 2023 --index par_ministry --unit "Bộ Tư pháp"\n  thuocdo explain --round 2022 --index sipas --unit nation --node overall --json\n  thuocdo explain --table sipas_recipe_comparison --round 2022 --unit "Hà Nội"\n  thuocdo explain --table respondents --key round_code=2022 domain_code=vn item_code=gender\nA figure is named by --round, --index and --unit, with --node; or by --table with its key. See docs/explain.md.',
    )
    .action(async (options: ExplainOptions, command: Command) => {
      const project = projectOf(command);
      if (options.table === undefined) await explainFigure(project, options, command, terminal);
      else await explainRows(project, { ...options, table: options.table }, command, terminal);
    });
}

async function explainFigure(
  project: Project,
  { build, node = "total", round, index, unit, printed = false, key = [] }: ExplainOptions,
  command: Command,
  terminal: Terminal,
): Promise<void> {
  if (round === undefined || index === undefined || unit === undefined || key.length > 0)
    throw new UsageError("A figure is named by --round, --index and --unit, or by --table with its key.", {
      hint: "`thuocdo explain --help` has examples.",
    });
  const chosen = await chooseBuild(project, build);
  const found = await askBuild(project, chosen.path, (ask) =>
    explain(ask, chosen, {
      round,
      index,
      unit,
      printed,
      node: node === "total" && index === "sipas" ? "overall" : node,
    }),
  );
  answer(command, terminal, plain(found), explanationLines(found));
}

async function explainRows(
  project: Project,
  { build, table, key = [], unit, round, index, node }: ExplainOptions & { readonly table: string },
  command: Command,
  terminal: Terminal,
): Promise<void> {
  const chosen = await chooseBuild(project, build);
  const given = { round_code: round, index_code: index, node_code: node };
  const wanted = [
    ...Object.entries(given).flatMap(([column, value]) =>
      value === undefined ? [] : [[column, value] as const],
    ),
    ...key.map(columnAndValue),
  ];
  const [language] = languagesOf(project.config.language);
  const found = await askBuild(project, chosen.path, (ask) =>
    explainTable(ask, chosen, placesOf(ask, language ?? "vi"), { table, key: wanted, unit }),
  );
  answer(command, terminal, plain(found), tableExplanationLines(found));
}

function columnAndValue(given: string): readonly [string, string] {
  const at = given.indexOf("=");
  if (at > 0) return [given.slice(0, at), given.slice(at + 1)];
  throw new UsageError(`"${given}" names no column and value.`, {
    hint: "A key is written as column=value, such as --key item_code=gender.",
  });
}

/** HUGEINT sums are beyond what JSON's numbers hold: they are written as text. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each)),
  );
}
