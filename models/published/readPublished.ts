import type { Region, UnitLevel } from "../units/unit.ts";
import { unitNameKey } from "../units/unitNameKey.ts";
import type { UnitRegistry } from "../units/unitRegistry.ts";
import type { PublishedRows } from "./published.ts";

/** Whose figure it is: a unit's, a region's, the nation's, or something else that is shown by its name only. */
export interface Domain {
  readonly domain_level: UnitLevel | "region" | "nation" | "other";
  readonly domain_name: string;
  readonly unit_code: string | null;
  readonly region_code: string | null;
}

export type PublishedPar = Domain & {
  readonly year: number;
  readonly unit_level: UnitLevel;
  readonly component: string;
  readonly value: string | null;
  readonly max_points: string | null;
  readonly published_rank: number | null;
  readonly source_url: string;
  readonly provenance: "published" | "derived";
  readonly derivation: string | null;
};

export type PublishedSipas = Domain & {
  readonly year: number;
  readonly component: string;
  readonly value: string | null;
  readonly unit_of_value: string;
  readonly n_respondents: number | null;
  readonly published_rank: number | null;
  readonly source_url: string;
  readonly provenance: "published" | "derived";
  /** Derived, contradicted or weak: never used as the published value. */
  readonly is_uncertain: boolean;
  readonly note: string | null;
};

export type PublishedCensus = Domain & {
  readonly margin: string;
  readonly value: string | null;
  readonly source_url: string;
  readonly provenance: "published" | "derived";
};

export interface PublishedFigures {
  readonly par: readonly PublishedPar[];
  readonly sipas: readonly PublishedSipas[];
  /** Totals of all ages: never a margin of adults. */
  readonly census: readonly PublishedCensus[];
  readonly rows: PublishedRows;
}

/** Tells of a name in `file`, data row `row`, that the registry does not know. */
export type ReportUnknown = (file: keyof PublishedRows, row: number, column: string, message: string) => void;

/** Gives the published figures their units. Every unknown unit name is reported; its row is left out. */
export function readPublished(
  rows: PublishedRows,
  registry: UnitRegistry,
  regions: readonly Region[],
  report: ReportUnknown,
): PublishedFigures {
  const resolve = domainResolver(registry, regions);
  const each = <File extends keyof PublishedRows, Result>(
    file: File,
    toResult: (row: PublishedRows[File][number], domain: Domain) => Result,
    toDomain: (row: PublishedRows[File][number]) => Domain | string,
  ): Result[] =>
    (rows[file] as readonly PublishedRows[File][number][]).flatMap((row, index) => {
      const domain = toDomain(row);
      if (typeof domain !== "string") return [toResult(row, domain)];
      report(file, index, file === "sipas_census2019_margins" ? "area" : "unit", domain);
      return [];
    });

  const par = (file: "par_ministry" | "par_province" | "par_components" | "par_means" | "par_derived") =>
    each(file, toPar, (row) => resolve.par(row.level, row.unit, row.year));
  const sipas = (file: "sipas_results" | "sipas_uncertain") =>
    each(file, toSipas, (row) => resolve.sipas(row.level, row.unit, row.year));
  return {
    par: [
      ...par("par_ministry"),
      ...par("par_province"),
      ...par("par_components"),
      ...par("par_means"),
      ...par("par_derived"),
    ],
    sipas: [...sipas("sipas_results"), ...sipas("sipas_uncertain")],
    census: each("sipas_census2019_margins", toCensus, (row) => resolve.census(row.area)),
    rows,
  };
}

function toPar(
  row: PublishedRows["par_ministry"][number] & { derivation?: string },
  domain: Domain,
): PublishedPar {
  return {
    year: row.year,
    unit_level: row.level === "ministry" ? "ministry" : "province",
    ...domain,
    component: row.component,
    value: row.value,
    max_points: row.max,
    published_rank: row.rank,
    source_url: row.source_url,
    provenance: row.derivation === undefined ? "published" : "derived",
    derivation: row.derivation ?? null,
  };
}

function toSipas(
  row: PublishedRows["sipas_results"][number] & { why?: string },
  domain: Domain,
): PublishedSipas {
  return {
    year: row.year,
    ...domain,
    component: row.component,
    value: row.value,
    unit_of_value: row.unit_of_value,
    n_respondents: row.n,
    published_rank: row.rank,
    source_url: row.source_url,
    provenance: row.why?.startsWith("derived") ? "derived" : "published",
    is_uncertain: row.why !== undefined,
    note: row.why ?? null,
  };
}

function toCensus(row: PublishedRows["sipas_census2019_margins"][number], domain: Domain): PublishedCensus {
  const provenance = row.source_url.startsWith("sum of") ? "derived" : "published";
  return { ...domain, margin: row.margin, value: row.value, source_url: row.source_url, provenance };
}

/** Each gives the domain, or a sentence about the name that nobody has. */
function domainResolver(registry: UnitRegistry, regions: readonly Region[]) {
  const bare = (domain_level: Domain["domain_level"], domain_name: string): Domain => ({
    domain_level,
    domain_name,
    unit_code: null,
    region_code: null,
  });

  function ofUnit(level: UnitLevel, name: string, date: string): Domain | string {
    const unit = registry.maybeMatchUnit(level, name, date);
    if (unit === null) return `no ${level} of the registry is called ${JSON.stringify(name)} on ${date}`;
    return {
      domain_level: level,
      domain_name: unit.unit_name,
      unit_code: unit.unit_code,
      region_code: unit.region_code,
    };
  }

  function ofRegion(name: string): Domain | string {
    const region = regions.find((row) => regionKey(row.region_name) === regionKey(name));
    if (region === undefined) return `no region of the registry is called ${JSON.stringify(name)}`;
    return { ...bare("region", region.region_name), region_code: region.region_code };
  }

  return {
    par(level: "ministry" | "province" | "region", name: string, year: number): Domain | string {
      if (level === "region") return ofRegion(name);
      return name.startsWith("(") ? bare("nation", name) : ofUnit(level, name, `${year}-12-31`);
    },
    sipas(level: string, name: string, year: number): Domain | string {
      if (level === "province") return ofUnit("province", name, `${year}-12-31`);
      return bare(level === "national" && name === "Cả nước" ? "nation" : "other", name);
    },
    census(area: string): Domain | string {
      if (area === "country") return bare("nation", "Cả nước");
      const region = ofRegion(area);
      return typeof region === "string" ? ofUnit("province", area, "2019-04-01") : region; // the day of the census
    },
  };
}

/** "Trung du miền núi phía Bắc" and "Trung du và miền núi phía Bắc" are one region. */
function regionKey(name: string): string {
  return unitNameKey(name.normalize("NFC").replaceAll(" và ", " "));
}
