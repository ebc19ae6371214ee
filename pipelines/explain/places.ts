import { CheckError } from "../../models/errors.ts";
import { sqlLiteral } from "../../models/text/sqlLiteral.ts";
import { type ComposedBundle, composeBundle } from "../../reports/bundle.ts";
import { type ChapterCode, chapters } from "../../reports/chapters.ts";
import type { Language } from "../../reports/locale.ts";
import { dataPath } from "../../reports/openTable.ts";
import type { NamedPage } from "../../reports/page.ts";
import { maySee, type Reader } from "../../reports/reader.ts";
import { sectionId } from "../../reports/sections.ts";
import type { Row } from "../../sql/table.ts";
import { readMonitorPages } from "../monitor/renderMonitor.ts";
import { readPages, toReader } from "../renderBundles.ts";
import type { Ask } from "./ask.ts";

/** Where a figure is shown. */
export interface Place {
  /** The file and the place in it, in a release or, where `isMonitor`, in the pages of the monitor; null: on no page. */
  readonly link: string | null;
  /**
   * What the link means: the row itself, the section that is made of such rows, or the nearest row where no page shows this one.
   * Unknown, without a link, in a build of another version of the program, whose tables the pages cannot read.
   */
  readonly shown: "row" | "section" | "nearest" | "unknown" | null;
  readonly isMonitor: boolean;
  /** The file of open data that has the row; null: in none. */
  readonly data: string | null;
}

export interface Places {
  readonly of: (mart: string, row: Row) => Promise<Place>;
}

/**
 * Places are asked of the pages themselves: the bundle that shows the row is composed as a release composes it, with what its
 * reader may see and nothing else, and searched. What was composed once is kept.
 */
export function placesOf(ask: Ask, language: Language): Places {
  const bundles = new Map<string, Promise<ComposedBundle>>();
  const rows = new Map<string, Promise<readonly Row[]>>();
  const once = <T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> => {
    const made = kept.get(key) ?? make();
    kept.set(key, made);
    return made;
  };
  const rowsOf = (reader: Reader) => (mart: string) =>
    once(rows, `${keyOf(reader)} ${mart}`, async () => {
      if (reader.kind === "national") return ask(`from ${mart}`);
      const hasUnit = (await ask(`describe ${mart}`)).some((column) => column["column_name"] === "unit_code");
      const own = hasUnit ? `where unit_code is null or unit_code = ${sqlLiteral(reader.unit_code)}` : "";
      return (await ask(`from ${mart} ${own}`)).filter((row) => maySee(reader, row));
    });
  const compose = (reader: Reader, chapter: ChapterCode, pages: readonly NamedPage[]) => {
    const own = pages.filter(({ page }) => reader.kind !== "national" || page.chapter === chapter);
    const key = `${keyOf(reader)} ${reader.kind === "national" ? chapter : own[0]?.page.chapter === "monitor"}`;
    return once(bundles, key, () =>
      composeBundle({ reader, pages: own, rowsOf: rowsOf(reader), languages: [language] }),
    );
  };
  return {
    of: async (mart, row) => {
      const data = await dataOf(ask, mart);
      const released = await readPages();
      const isMonitor = !released.some(({ page }) => page.from === mart);
      const pages = isMonitor ? await readMonitorPages() : released;
      const showing = pages.filter(({ page }) => page.from === mart);
      const readers = showing.length === 0 ? [] : await readersOf(ask, row, showing);
      let near: string | null = null;
      for (const reader of readers)
        for (const named of showing.filter(({ page }) => page.bundles.includes(reader.kind))) {
          const bundle = await compose(reader, named.page.chapter, pages).catch(nullIfUnreadable);
          if (bundle === null) return { link: null, shown: "unknown", isMonitor, data };
          const found = placeIn(bundle, named, row);
          if (found?.isRow === true) return { link: found.link, shown: "row", isMonitor, data };
          near ??= found?.link ?? null;
        }
      return {
        link: near,
        shown: near === null ? null : "section",
        isMonitor: isMonitor && showing.length > 0,
        data,
      };
    },
  };
}

/** A page that cannot read its table says so; anything else that fails is a fault. */
function nullIfUnreadable(error: unknown): null {
  if (error instanceof CheckError) return null;
  throw error;
}

const keyOf = (reader: Reader): string =>
  reader.kind === "national" ? reader.kind : `${reader.kind} ${reader.unit_code}`;

/** The row itself where its page marks it, else the section of the page. */
function placeIn(
  { folder, editions }: ComposedBundle,
  { name, page }: NamedPage,
  row: Row,
): { readonly link: string; readonly isRow: boolean } | null {
  const section = sectionId(name, chapters[page.chapter].isPerRound ? String(row["round_code"]) : null);
  for (const document of editions[0]?.documents ?? []) {
    const found = document.sections.find(({ id }) => id === section);
    if (found === undefined) continue;
    const id = page.address === undefined ? null : page.address.idOf(row);
    if (found.blocks.some((block) => block.kind === "table" && block.body.some((line) => line.id === id)))
      return { link: `${folder}/${document.path}#${id}`, isRow: true };
    return { link: `${folder}/${document.path}#${section}`, isRow: false };
  }
  return null;
}

/** Whose bundle may show the row: its unit's, the national one, and of a public aggregate any unit's that may see it. */
async function readersOf(ask: Ask, row: Row, pages: readonly NamedPage[]): Promise<Reader[]> {
  const units = (await ask("from marts.readers order by all")).map(toReader);
  const unit = row["unit_code"] ?? null;
  const kinds = pages.flatMap(({ page }) => page.bundles);
  const own = units.filter(({ unit_code }) => unit_code === unit);
  const others =
    unit === null
      ? units.filter((reader) => kinds.includes(reader.kind) && maySee(reader, row)).slice(0, 1)
      : [];
  return [...own, { kind: "national" }, ...others];
}

/** The file of open data that a mart is given as: every mart that a page of a release reads is given; null: none. */
export async function dataOf(ask: Ask, mart: string): Promise<string | null> {
  if (!(await readPages()).some(({ page }) => page.from === mart)) return null;
  const rows = await ask(`from ${mart} where provenance = 'illustrative' limit 1`);
  return `national/${dataPath({ name: mart.replace("marts.", ""), rows }, "csv")}`;
}
