import { groupBy } from "../../models/groupBy.ts";
import {
  type AlphaEstimate,
  alphaEstimate,
  type ItemMoments,
  itemStructure,
} from "../../models/sipas/itemQuality.ts";
import { participation } from "../../models/sipas/participation.ts";
import { replicateWeights } from "../../models/sipas/replicateWeights.ts";
import { sipasTree } from "../sipasTree.ts";
import { cellsSelect, readSurveys, type Survey } from "../surveys.ts";
import { type Columns, defineRows, type Row } from "../table.ts";
import { factorItems, pairsOf } from "./item_moments.ts";
import { calibrationsOf, replicateInputs, replication } from "./sipas_replicates.ts";

/** Enough for the error of an alpha to 7 %. */
const replicates = 100;

/** Eigenvalues and replicates: TypeScript, on sums by first-stage unit and margin cell. */
export default defineRows({
  head: {
    summary:
      "How the items of each factor hang together under the recipe shown: Cronbach's alpha with its error over replicates, item-rest correlations, components and loadings; by province and nation, and all satisfaction items of the nation.",
    grain: ["round_code", "index_code", "domain_level", "domain_code", "factor_code", "item_code"],
    checks: {
      between: { item_rest: [-1, 1], first_share: [0, 1], second_share: [0, 1] },
      "one of": {
        alpha_status: ["ok", "suppressed", "no_responses", "one_cluster", "not_estimable"],
      },
      "no rows": {
        "an alpha has its error, df and n, or says why not": `
          select * from this where item_code = '-' and factor_code <> 'overall' and
            (alpha_status = 'ok') <> (alpha is not null and alpha_se is not null and alpha_df is not null and alpha_n is not null)`,
      },
    },
  },
  inputs: {
    ...replicateInputs,
    factors: `
      select instrument_code, item_code, factor_code from spec.items
      where factor_code is not null order by instrument_code, item_order`,
    products: "select * from estimates.satisfaction_moments order by round_code, order_a, order_b",
  },
  wide: {
    cells: cellsSelect("^(satisfied|counted)_", true),
    moments: "select * from estimates.item_moments order by round_code, unit_code, psu_key, cell_number",
  },
  columns: {
    round_code: "VARCHAR",
    index_code: "VARCHAR",
    recipe_code: "VARCHAR",
    domain_level: "VARCHAR",
    domain_code: "VARCHAR",
    factor_code: "VARCHAR",
    item_code: "VARCHAR", // "-" for the factor itself
    alpha: "DOUBLE",
    alpha_se: "DOUBLE",
    alpha_df: "INTEGER",
    alpha_low: "DOUBLE",
    alpha_high: "DOUBLE",
    alpha_n: "INTEGER",
    alpha_status: "VARCHAR",
    standardised_alpha: "DOUBLE",
    first_share: "DOUBLE",
    second_share: "DOUBLE",
    item_rest: "DOUBLE",
    alpha_if_dropped: "DOUBLE",
    loading: "DOUBLE",
    provenance: "VARCHAR",
  },
  *rows(inputs, { cells, moments }) {
    for (const survey of readSurveys(inputs, cells!, (round) => sipasTree(inputs, round).items)) {
      const tree = sipasTree(inputs, survey.round_code);
      const rule = (inputs["rules"] ?? []).find((row) => row["round_code"] === survey.round_code);
      const factors = factorItems(
        (inputs["factors"] ?? []).filter((item) => item["instrument_code"] === rule?.["instrument_code"]),
      );
      const takingPart = participation(survey.cells);
      const read = momentsReader(survey, inputs, moments!);
      const { round_code, index_code, recipe_code, provenance } = survey;
      for (const domain of tree.domainsOf(survey).filter(({ level }) => level !== "region")) {
        const key = {
          round_code,
          index_code,
          recipe_code,
          domain_level: domain.level,
          domain_code: domain.code,
          provenance,
        };
        const { df } = takingPart(null, domain.strata);
        for (const [factor, items] of factors) {
          const own = read(domain.strata, factor, items);
          const estimate = alphaEstimate(own.full, own.replicates, { df, minimumN: tree.minimumN });
          yield* rowsOf(key, factor, items, own.full, estimate);
        }
      }
      const whole = allItems((inputs["products"] ?? []).filter((row) => row["round_code"] === round_code));
      if (whole !== null) {
        const key = {
          round_code,
          index_code,
          recipe_code,
          domain_level: "nation",
          domain_code: "vn",
          provenance,
        };
        yield* rowsOf(key, "overall", whole.items, whole.moments, {
          ...{ alpha: null, se: null, df: null, low: null, high: null },
          ...{ n: whole.moments.n, status: "not_estimable" },
        });
      }
    }
  },
});

/** A row of the set, then one an item; where alpha has no value, nothing has. */
function* rowsOf(
  key: Row,
  factor: string,
  items: readonly string[],
  moments: ItemMoments,
  estimate: AlphaEstimate,
): Generator<Row> {
  const isShown = estimate.status === "ok" || (factor === "overall" && moments.n > 1);
  const structure = isShown
    ? itemStructure(moments, key["domain_level"] === "nation" && factor !== "overall")
    : null;
  const alpha = {
    alpha: estimate.alpha,
    alpha_se: estimate.se,
    alpha_df: estimate.df,
    alpha_low: estimate.low,
    alpha_high: estimate.high,
    alpha_n: estimate.n,
    alpha_status: estimate.status,
  };
  const none = {
    ...{ alpha: null, alpha_se: null, alpha_df: null, alpha_low: null, alpha_high: null, alpha_n: null },
    ...{ standardised_alpha: null, first_share: null, second_share: null },
    ...{ item_rest: null, alpha_if_dropped: null, loading: null },
  };
  yield {
    ...key,
    ...none,
    ...{ factor_code: factor, item_code: "-", ...alpha },
    standardised_alpha: structure?.standardisedAlpha ?? null,
    first_share: structure?.firstShare ?? null,
    second_share: structure?.secondShare ?? null,
  };
  for (const [at, item] of items.entries())
    yield {
      ...key,
      ...none,
      ...{ factor_code: factor, item_code: item, alpha_status: estimate.status },
      item_rest: structure?.itemRest[at] ?? null,
      alpha_if_dropped: structure?.ifDropped[at] ?? null,
      loading: structure?.loadings?.[at] ?? null,
    };
}

/** Sums of a set in some strata, and the same under the weights of every replicate. */
function momentsReader(survey: Survey, inputs: Readonly<Record<string, readonly Row[]>>, moments: Columns) {
  const calibrations = calibrationsOf(inputs, survey);
  const isCalibrated = calibrations.length > 0;
  const clusters = (inputs["clusters"] ?? []).filter((row) => row["round_code"] === survey.round_code);
  const psuOf = new Map(
    clusters.map((row, at) => [
      (JSON.parse(String(row["path_keys"])) as string[])[0] as string,
      survey.cells.sample.psuOf[at] as number,
    ]),
  );
  const first = Number(
    (inputs["numbers"] ?? []).find((row) => row["round_code"] === survey.round_code)?.["cell_number"],
  );
  const calibrationFactor = new Map(
    survey.cells.calibration.flatMap((group) =>
      Array.from(group.cells, (cell, at) => [cell, group.factors[at] as number] as const),
    ),
  );
  const factorsOf = new Map(
    replicateWeights(survey.cells, calibrations, { ...replication, replicates }).map(
      ({ psu, cell, factors }) => [`${psu}/${cell ?? ""}`, factors],
    ),
  );
  const rounds = moments.texts("round_code");
  const units = moments.texts("unit_code");
  const psus = moments.texts("psu_key");
  const cellNumbers = moments.numbers("cell_number");
  const rowsOfUnit = groupBy(
    Array.from({ length: moments.length }, (_, row) => row).filter(
      (row) => rounds[row] === survey.round_code,
    ),
    (row) => units[row] as string,
  );
  /** Sums of a set in one stratum: under the weights themselves, then under those of each replicate. */
  const ofStratum = (unit: string, names: readonly string[]): Float64Array[] => {
    const columns = names.map((name) => moments.numbers(name));
    const totals = Array.from({ length: replicates + 1 }, () => new Float64Array(names.length));
    for (const row of rowsOfUnit.get(unit) ?? []) {
      const cell = cellNumbers[row]! - first;
      const factors = factorsOf.get(
        `${psuOf.get(psus[row] as string)}/${isCalibrated ? cell : ""}`,
      ) as Float64Array;
      const before = isCalibrated ? (calibrationFactor.get(cell) ?? 1) : 1;
      totals.forEach((own, replicate) => {
        const weight = replicate === 0 ? 1 : factors[replicate - 1]! / before;
        if (weight !== 0) for (let at = 0; at < own.length; at++) own[at]! += weight * columns[at]![row]!;
      });
    }
    return totals;
  };
  const known = new Map<string, Float64Array[]>();
  return (strata: readonly string[], factor: string, items: readonly string[]) => {
    const names = [
      `n_${factor}`,
      `w_${factor}`,
      ...items.map((item) => `s_${item}`),
      ...pairsOf(items).map(([a, b]) => `p_${a}_${b}`),
    ];
    const parts = strata.map((unit) => {
      const key = `${unit}/${factor}`;
      if (!known.has(key)) known.set(key, ofStratum(unit, names));
      return known.get(key) as Float64Array[];
    });
    const total = (replicate: number) =>
      names.map((_, at) => parts.reduce((sum, part) => sum + part[replicate]![at]!, 0));
    const full = toMoments(total(0), items.length);
    return {
      full,
      replicates: () =>
        Array.from({ length: replicates }, (_, at) => {
          const found = toMoments(total(at + 1), items.length);
          return Number.isFinite(found.weight) && found.weight > 0 ? { ...found, n: full.n } : null;
        }),
    };
  };
}

function toMoments(totals: readonly number[], items: number): ItemMoments {
  return {
    n: totals[0] as number,
    weight: totals[1] as number,
    sums: totals.slice(2, 2 + items),
    products: totals.slice(2 + items),
  };
}

/** The sums of all satisfaction items of a round; null without a respondent who answered all. */
function allItems(rows: readonly Row[]): { items: string[]; moments: ItemMoments } | null {
  const [first] = rows;
  if (first === undefined || Number(first["n_responses"]) < 2) return null;
  const items = rows.filter((row) => row["item_a"] === row["item_b"]).map((row) => String(row["item_a"]));
  const of = (a: string, b: string) =>
    rows.find(
      (row) => (row["item_a"] === a && row["item_b"] === b) || (row["item_a"] === b && row["item_b"] === a),
    ) as Row;
  return {
    items,
    moments: {
      n: Number(first["n_responses"]),
      weight: Number(first["weight"]),
      sums: items.map((item) => Number(of(item, item)["sum_a"])),
      products: pairsOf(items).map(([a, b]) => Number(of(a, b)["product"])),
    },
  };
}
