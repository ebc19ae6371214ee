import { chmod, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { KnownError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { codebook, codebookText } from "../../reports/analysis/codebook.ts";
import { analysisReadme } from "../../reports/analysis/readme.ts";
import { toCsv } from "../../reports/data/csv.ts";
import { illustrativeMark } from "../../reports/folder.ts";
import type { OpenTable } from "../../reports/openTable.ts";
import { restrictedMark, restrictedNote } from "../../reports/restricted.ts";
import { toParquet } from "../../reports/writers/parquet.ts";
import type { ChosenBuild } from "../chooseBuild.ts";
import { asStorageError, renameDurably, sha256OfFile, syncFile } from "../files.ts";
import { codeVersion, packageRoot } from "../packageRoot.ts";
import type { Project } from "../project.ts";
import { type Connected, connect } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";
import { writeFolder } from "../writeFolder.ts";
import { analysisTables } from "./analysisTables.ts";
import { countAlone, exportedSurvey, makeMicrodata } from "./microdata.ts";
import { checkRestrictedPlace } from "./restricted.ts";

/** What was written, and how alone respondents are among those of their area. */
export interface AnalysisExport {
  readonly folder: string;
  readonly round: string;
  readonly build: string;
  readonly n_responses: number;
  readonly n_replicates: number;
  readonly is_illustrative: boolean;
  readonly files: readonly string[];
  /** Units with fewer responses than the round shows. */
  readonly small_units: readonly string[];
  readonly alone: readonly {
    readonly area_level: string;
    readonly n_alone: number;
    readonly n_responses: number;
  }[];
}

/**
 * Restricted microdata of a round of a finished build: one row a valid response, under keys that stand in no store, with design,
 * weights and replicate weights, and scripts that get the table of units again. The folder is written aside and gets its name by
 * one rename; only its owner may read it.
 */
export async function exportAnalysis(
  project: Project,
  build: ChosenBuild,
  options: { readonly round: string; readonly replicates: number; readonly folder: string },
): Promise<AnalysisExport> {
  const folder = resolve(options.folder);
  await checkRestrictedPlace(project, folder);
  const staged = `${folder}.partial-${process.pid}`;
  const limits = { threads: project.config.threads ?? 2, memoryLimit: project.config.memory_limit };
  const connected = await connect(build.path, { ...limits, spillFolder: project.varPath("tmp") }, "read");
  try {
    await rm(staged, { recursive: true, force: true });
    await mkdir(staged, { recursive: true, mode: 0o700 });
    const written = await writeExport(connected, staged, build, options);
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await renameDurably(staged, folder);
    return { folder, ...written };
  } catch (error) {
    throw asStorageError(error, staged);
  } finally {
    connected.close();
    await rm(staged, { recursive: true, force: true });
  }
}

async function writeExport(
  { connection }: Connected,
  folder: string,
  build: ChosenBuild,
  { round, replicates }: { round: string; replicates: number },
): Promise<Omit<AnalysisExport, "folder">> {
  const survey = await exportedSurvey(connection, round);
  if (survey === null)
    throw new KnownError(`The build ${build.id} holds no responses of a survey of round ${round}.`, {
      hint: "Name a round with a survey whose store was collected.",
    });
  await makeMicrodata(connection, survey);
  const one = (sql: string) => readRows(connection, sql);
  const [counts] = await one(
    "select count(*)::integer as n, bool_or(provenance = 'illustrative') as invented from responses",
  );
  const isIllustrative = counts?.["invented"] === true;
  const suffix = isIllustrative ? `-${illustrativeMark}` : "";
  const tables = await analysisTables(connection, survey, replicates);
  const described = [...(await describe("clusters")), ...(await describe("responses"))];
  const book = codebook({
    columns: [...described, ...tables.flatMap(columnsOf)],
    stages: survey.stages,
    satisfiedFrom: survey.satisfiedFrom,
    names: await namesOf(survey.instrument),
  });
  const small = await one(
    `select unit_code from responses group by all having count(*) < ${survey.minimumN} order by 1`,
  );
  const about = {
    round,
    build: build.id,
    n_responses: Number(counts?.["n"]),
    n_replicates: replicates,
    is_illustrative: isIllustrative,
    small_units: small.map((row) => String(row["unit_code"])),
    alone: (await countAlone(connection, survey)) as unknown as AnalysisExport["alone"],
  };
  for (const [name, columns] of [
    ["responses", "*"],
    ["clusters", "* exclude (cluster_key, cluster_number)"],
  ] as const)
    await copy(name, `select ${columns} from ${name} order by ${restrictedMark}`);
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const script = async (name: string) => ({
    path: name,
    bytes: new Uint8Array(await readFile(join(packageRoot, "reports/analysis", name))),
  });
  const files = [
    ...[...tables, book].map((table) => ({ path: `${table.name}${suffix}.csv`, bytes: utf8(toCsv(table)) })),
    ...tables.map((table) => ({ path: `${table.name}${suffix}.parquet`, bytes: toParquet(table) })),
    { path: "codebook.md", bytes: utf8(codebookText(book)) },
    {
      path: "README.md",
      bytes: utf8(analysisReadme({ ...about, codeVersion, snapshot: build.snapshot ?? "" })),
    },
    {
      path: restrictedNote,
      bytes: utf8(`${restrictedMark}\nRestricted microdata: never part of a release. README.md\n`),
    },
    await script("reproduce.R"),
    await script("reproduce.do"),
  ];
  await writeFolder(folder, files);
  const copied = ["responses", "clusters"].flatMap((name) => [
    `${name}${suffix}.csv`,
    `${name}${suffix}.parquet`,
  ]);
  const paths = [...copied, ...files.map(({ path }) => path)].sort();
  const manifest = {
    restricted: restrictedMark,
    ...about,
    snapshot: build.snapshot,
    code_version: codeVersion,
    files: await Promise.all(
      paths.map(async (path) => ({ path, sha256: await sha256OfFile(join(folder, path)) })),
    ),
  };
  await writeFolder(folder, [{ path: "export.json", bytes: utf8(`${JSON.stringify(manifest, null, 2)}\n`) }]);
  for (const path of [...paths, "export.json"]) await chmod(join(folder, path), 0o600);
  return { ...about, files: [...paths, "export.json"] };

  async function describe(table: string) {
    return (await one(`describe ${table}`))
      .map((row) => ({ file: table, column: String(row["column_name"]), type: String(row["column_type"]) }))
      .filter(({ column }) => !["cluster_key", "cluster_number"].includes(column));
  }

  async function namesOf(code: string) {
    const instrument = sqlLiteral(code);
    return {
      units: await one(
        `select unit_code as code, unit_name as name, unit_name_en as name_en from spec.round_units where round_code = ${sqlLiteral(round)} and index_code = 'sipas' and unit_code in (select unit_code from responses) order by 1`,
      ),
      items: await one(
        `select item_code as code, item_name as name, item_name_en as name_en from spec.items where instrument_code = ${instrument}`,
      ),
      options: await one(
        `select item_code, option_order, option_name as name, option_name_en as name_en from spec.item_options where instrument_code = ${instrument} order by item_code, option_order`,
      ),
    };
  }

  /** Copied within the database: no response passes through JavaScript. */
  async function copy(name: string, select: string): Promise<void> {
    const path = (ending: string) => join(folder, `${name}${suffix}.${ending}`);
    await connection.run(`copy (${select}) to ${sqlLiteral(path("csv"))} (format csv, header)`);
    await connection.run(
      `copy (${select}) to ${sqlLiteral(path("parquet"))} (format parquet, compression zstd)`,
    );
    for (const ending of ["csv", "parquet"]) await syncFile(path(ending));
  }
}

function columnsOf({ name, columns }: OpenTable) {
  return columns
    .filter((column) => !/^rep_\d/.test(column.name) || column.name === "rep_0001")
    .map((column) => ({ file: name, column: column.name, type: column.type }));
}

/** Where an export goes when no folder is named: beside the builds, which git and releases leave alone. */
export function defaultFolder(project: Project, { round, build }: { round: string; build: string }): string {
  return project.varPath("analysis", `${round}-${build}`);
}
