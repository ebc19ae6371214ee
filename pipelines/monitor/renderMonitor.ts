import { methodVersion } from "../../models/methodVersion.ts";
import { type ComposedBundle, composeBundle, writeBundle } from "../../reports/bundle.ts";
import type { BundleFile } from "../../reports/document.ts";
import type { MonitorFacts } from "../../reports/facts.ts";
import { remindersWriter } from "../../reports/monitor/reminders.ts";
import type { NamedPage, Page } from "../../reports/page.ts";
import type { Reader, UnitReader } from "../../reports/reader.ts";
import { composeReleaseIndex, writeReleaseIndex } from "../../reports/releaseIndex.ts";
import type { Row } from "../../sql/table.ts";
import { defaultExportsIn } from "../discover.ts";
import { codeVersion } from "../packageRoot.ts";
import { rowsFor } from "../renderBundles.ts";
import { languagesOf, readAssets, readWriters } from "../reportTools.ts";
import type { Run } from "../run.ts";
import { replaceFolder } from "./monitorFolder.ts";
import type { MonitorMart } from "./monitorMarts.ts";
import type { Watch } from "./watch.ts";

/**
 * The day's pages: a national monitor and one for each unit that has rows, with the tokens of whom it has to remind. A unit
 * is given its own rows and public aggregates, as in a release; but this is no release, and nothing in it is published.
 */
export async function renderMonitor(run: Run, watched: Watch): Promise<string> {
  const languages = languagesOf(run.project.config.language);
  const formats = run.project.config.formats.filter((format) => format === "xlsx" || format === "pdf");
  const reminders = remindersWriter(watched.marts.get("marts.reminders") ?? []);
  const writers = [
    ...(await readWriters([...new Set([...formats, "xlsx"])])),
    { format: "reminders", writer: reminders },
  ];
  const pages = await readMonitorPages();
  const bundles: ComposedBundle[] = [];
  for (const reader of readersOf(watched)) {
    await run.pause();
    const rowsOf = (mart: string) => rowsFor(reader, watched.marts.get(mart as MonitorMart) ?? []);
    bundles.push(await composeBundle({ reader, pages, rowsOf, languages }));
  }
  const told = bundles.filter(({ editions }) =>
    editions.some(({ documents }) => documents.some(hasSections)),
  );
  const assets = await readAssets();
  const facts = factsOf(watched);
  const tools = { facts, assets, writers };
  const files: BundleFile[] = [
    ...(await writeReleaseIndex(composeReleaseIndex(told, languages, "monitor.title"), tools)),
  ];
  for (const bundle of told) {
    await run.pause();
    const { folder, files: written } = await writeBundle(bundle, tools);
    files.push(...written.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes })));
  }
  const target = run.project.varPath("monitor", watched.asOf, "pages");
  await replaceFolder(run, target, files);
  return target;
}

const hasSections = ({ sections }: { readonly sections: readonly unknown[] }): boolean => sections.length > 0;

export function factsOf({ asOf, snapshot }: Watch): MonitorFacts {
  return { asOfDate: asOf, snapshotHash: snapshot.hash, methodVersion, codeVersion };
}

/** Every page of the monitor, in reading order. */
export async function readMonitorPages(): Promise<readonly NamedPage[]> {
  const pages = await defaultExportsIn<Page>("reports/monitor/pages");
  return [...pages].map(([name, page]) => ({ name, page }));
}

/** The nation, then every unit that participation or questions are told of. */
function readersOf({ marts }: Watch): readonly Reader[] {
  const units = new Map<string, UnitReader>();
  for (const mart of ["marts.participation_units", "marts.questions_answered"] as const)
    for (const row of marts.get(mart) ?? []) {
      const unit = toReader(row);
      if (unit !== null) units.set(`${unit.kind} ${unit.unit_code}`, unit);
    }
  const inOrder = [...units.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return [{ kind: "national" }, ...inOrder.map(([, unit]) => unit)];
}

function toReader(row: Row): UnitReader | null {
  const kind = row["domain_level"];
  if ((kind !== "province" && kind !== "ministry") || row["domain_name"] === null) return null;
  return {
    kind,
    unit_code: String(row["domain_code"]),
    unit_name: String(row["domain_name"]),
    unit_name_en: String(row["domain_name_en"]),
    is_fictional: String(row["domain_code"]).startsWith("minh-hoa-"), // as models/units/fictionalUnit.ts has it
  };
}
