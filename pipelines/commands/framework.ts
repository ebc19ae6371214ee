import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Command, Option } from "commander";
import { KnownError, SourceError, SpecError } from "../../models/errors.ts";
import { checkFramework } from "../../models/frameworks/checkFramework.ts";
import {
  type Framework,
  type FrameworkLevel,
  framework as schema,
} from "../../models/frameworks/framework.ts";
import { frameworkFolder } from "../../models/frameworks/frameworkFolder.ts";
import { frameworkLeaves, frameworkNodes, isWhole } from "../../models/frameworks/frameworkNodes.ts";
import { frameworkVersion } from "../../models/frameworks/frameworkVersion.ts";
import { structureOf } from "../../models/frameworks/structure.ts";
import { toFrameworkYaml } from "../../models/frameworks/toFrameworkYaml.ts";
import { parseYaml } from "../../models/spec/parseYaml.ts";
import type { Spec } from "../../models/spec/spec.ts";
import { readAnnex } from "../../sources/workbook/readAnnex.ts";
import { asStorageError, sha256, writeAtomically } from "../files.ts";
import { readModels } from "../readModels.ts";
import type { Terminal } from "../terminal.ts";
import { answer, projectOf } from "./command.ts";

interface ImportOptions {
  readonly decision: string;
  readonly level: FrameworkLevel;
  readonly replace?: boolean;
}

export function addFramework(program: Command, terminal: Terminal): void {
  const framework = program
    .command("framework")
    .description("criteria sets (bộ tiêu chí): import an annex, check what is held");
  framework
    .command("import <annex.xlsx>")
    .description(
      "turn the annex of a decision into models/frameworks/<decision>/framework.yaml, all or nothing",
    )
    .requiredOption("--decision <number>", "the decision, e.g. 876/QĐ-BNV")
    .addOption(
      new Option("--level <level>", "whom it scores").choices(["ministry", "province"]).makeOptionMandatory(),
    )
    .option("--replace", "replace the criteria set that the project holds already")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo framework import phu-luc.xlsx --decision 876/QĐ-BNV --level province\nThe sheet needs the columns STT, Tiêu chí and Điểm tối đa; docs/frameworks.md says the rest.",
    )
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const project = projectOf(command);
      const target = resolve(
        project.root,
        "models",
        "frameworks",
        frameworkFolder(options.decision, options.level),
        "framework.yaml",
      );
      if (existsSync(target) && options.replace !== true)
        throw new KnownError(
          `The project holds ${options.decision} of the level ${options.level} already: ${target}.`,
          {
            hint: "Give --replace to put the annex in its place.",
          },
        );
      const { spec } = await readModels(project);
      const own = await importAnnex(file, options, spec);
      const text = toFrameworkYaml(own, [
        `Nhập từ tệp phụ lục ${basename(file)}; sửa ở tệp phụ lục rồi nhập lại.`,
      ]);
      refuseBroken(own, text, spec);
      await writeAtomically(target, text).catch((error) => {
        throw asStorageError(error, target);
      });
      answer(command, terminal, { ...summaryOf(own), path: target }, [
        `Imported: ${target}`,
        `  ${lineOf(own)}`,
      ]);
    });
  framework
    .command("check")
    .description("read every criteria set and every rule in it; one line a set")
    .addHelpText("after", "\nExample:\n  thuocdo framework check")
    .action(async (_options, command: Command) => {
      const { spec } = await readModels(projectOf(command));
      answer(command, terminal, spec.frameworks.map(summaryOf), spec.frameworks.map(lineOf));
    });
}

async function importAnnex(file: string, { decision, level }: ImportOptions, spec: Spec): Promise<Framework> {
  const bytes = await readFile(file).catch((cause) => {
    throw new SourceError(`The annex ${file} cannot be read.`, {
      hint: "Give the path of an .xlsx file.",
      cause,
    });
  });
  return readAnnex({
    file: basename(file),
    bytes,
    hash: sha256(bytes),
    decision,
    level,
    structure: structureOf(spec.published.rows.par_structure, decision, level),
    held: spec.frameworks.find((own) => own.framework === decision && own.level === level) ?? null,
  });
}

/** What was written must be what is read, and hold together like any other set. */
function refuseBroken(own: Framework, text: string, spec: Spec): void {
  const { issues, at } = parseYaml<Framework>("framework.yaml", text, schema);
  const found = [...issues];
  const structure = structureOf(spec.published.rows.par_structure, own.framework, own.level);
  checkFramework(own, structure, (path, message) => found.push(at(path, message)));
  if (found.length > 0) throw new SpecError(found, { hint: "Correct the annex; nothing was written." });
}

function summaryOf(own: Framework) {
  const nodes = frameworkNodes(own);
  return {
    framework: own.framework,
    level: own.level,
    version: frameworkVersion(own),
    provenance: own.provenance,
    areas: nodes.filter(({ depth }) => depth === 1).length,
    criteria: nodes.filter(({ depth }) => depth === 2).length,
    subcriteria: nodes.filter(({ depth }) => depth === 3).length,
    leaves: frameworkLeaves(own).length,
    is_whole: isWhole(own),
    waivers: own.waivers.map(({ conflict }) => conflict),
  };
}

function lineOf(own: Framework): string {
  const { framework, level, version, provenance, areas, criteria, subcriteria, is_whole } = summaryOf(own);
  const held = is_whole ? "whole: units can be scored by it" : "totals only: no unit can be scored by it";
  const waived = own.waivers.map(({ conflict }) => `\n    recorded contradiction: ${conflict}`).join("");
  return `${framework} ${level} (${version}, ${provenance}): ${areas} areas, ${criteria} criteria, ${subcriteria} sub-criteria held; ${held}${waived}`;
}
