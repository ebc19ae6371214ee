import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SpecError } from "../../models/errors.ts";
import { demoMargins } from "../../models/rounds/demoMargins.ts";
import { round } from "../../models/rounds/round.ts";
import { toMarginsCsv } from "../../models/rounds/toMarginsCsv.ts";
import { parseCsv } from "../../models/spec/parseCsv.ts";
import type { Parsed } from "../../models/spec/parsed.ts";
import { parseYaml } from "../../models/spec/parseYaml.ts";
import { deriveMergedUnits } from "../../models/units/deriveMergedUnits.ts";
import { renamingRow, unitRow } from "../../models/units/unit.ts";
import { unitRegistry } from "../../models/units/unitRegistry.ts";

/** Writes the demo's invented margins.csv into a round's folder, for the provinces of its reference date. */
export async function writeMargins(root: string, folder: string): Promise<void> {
  const text = (file: string) => readFile(join(root, file), "utf8");
  const [provinces, renames] = ["models/units/provinces.csv", "models/units/renamings.csv"];
  const units = deriveMergedUnits(valueIn(parseCsv(provinces, await text(provinces), unitRow)));
  const renamings = valueIn(parseCsv(renames, await text(renames), renamingRow));
  const { reference_date } = valueIn(
    parseYaml(`${folder}/round.yaml`, await text(`${folder}/round.yaml`), round),
  );
  const valid = unitRegistry({ units, renamings, aliases: [] }).unitsOn("province", reference_date);
  await writeFile(join(root, folder, "margins.csv"), toMarginsCsv(demoMargins(valid)));
}

function valueIn<T>(parsed: Parsed<T>): T {
  if (parsed.value === null) throw new SpecError(parsed.issues);
  return parsed.value;
}

/** `node dist/pipelines/demo/writeMargins.js models/rounds/2022`, from the project's root. */
const [, script, folder] = process.argv;
if (script !== undefined && folder !== undefined && import.meta.url === pathToFileURL(script).href)
  await writeMargins(process.cwd(), folder);
