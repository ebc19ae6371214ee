import type { PublishedSum } from "../disclosure/deducibleCells.ts";
import { type Hidden, protectCells, type ReleaseCell } from "../disclosure/protectCells.ts";
import type { Domain } from "./estimateDomains.ts";
import { type NodeEstimate, suppressedEstimate } from "./estimateNode.ts";
import type { NodeFormula } from "./nodeFormulas.ts";
import { type Participation, participation } from "./participation.ts";
import type { SurveyCells } from "./surveyCells.ts";

/** An estimate as it is found, by domain and node. */
export interface FoundEstimate {
  readonly domain: Domain;
  readonly formula: NodeFormula;
  readonly estimate: NodeEstimate;
}

/** An estimate as it may be shown; where it may not, why. */
export interface ShownEstimate extends FoundEstimate {
  readonly hidden: Hidden | null;
}

const nodeRanks = { item: 0, factor: 1, part: 2, overall: 3 } as const;
const domainRanks: Readonly<Record<string, number>> = { province: 0, region: 4, nation: 8 };

/** What names a cell in a record of what was hidden. */
export const estimateCell = ({ domain, formula }: Pick<FoundEstimate, "domain" | "formula">): string =>
  `${domain.level}/${domain.code}/${formula.node}`;

/** What of the estimates of a survey may be shown under the round's rule of secondary suppression. */
export function shownEstimates(
  found: readonly FoundEstimate[],
  cells: SurveyCells,
  secondaryRule: string,
): ShownEstimate[] {
  return secondaryRule === "none"
    ? found.map((each) => ({ ...each, hidden: null }))
    : protectEstimates(found, participation(cells));
}

/**
 * The same estimates, with those hidden too from which one of too few respondents could be worked out: provinces add up to
 * regions and the nation with their numbers of answers (or as the round weighs them), items to factors, parts and the whole. The
 * sums are those of the unweighted recipe, whose weights a release tells; other recipes hide the same cells.
 *
 * @param takingPart how many respondents stand behind a node in some strata
 */
function protectEstimates(
  found: readonly FoundEstimate[],
  takingPart: (item: string | null, strata: readonly string[]) => Participation,
): ShownEstimate[] {
  const few = new Set(found.filter(({ estimate }) => estimate.status === "suppressed").map(estimateCell));
  if (few.size === 0) return found.map((each) => ({ ...each, hidden: null }));
  const nOf = ({ domain, formula }: FoundEstimate) =>
    takingPart(formula.level === "item" ? (formula.terms[0]?.items[0] as string) : null, domain.strata).n;
  const cells = new Map<string, ReleaseCell>();
  for (const each of found) {
    const n = nOf(each);
    if (n === 0) continue;
    const rank = nodeRanks[each.formula.level] + (domainRanks[each.domain.level] ?? 0);
    cells.set(estimateCell(each), { n, rank });
  }
  const sums = found.flatMap((each) =>
    cells.has(estimateCell(each)) ? sumsOf(each, takingPart, cells) : [],
  );
  const hidden = protectCells(cells, few, sums);
  return found.map((each) => {
    const why = hidden.get(estimateCell(each)) ?? null;
    return why === null ? { ...each, hidden: null } : { ...each, estimate: suppressedEstimate, hidden: why };
  });
}

/** The sums in which an estimate is the total: of its provinces, where it is an item's, and of its items, where it is not. */
function sumsOf(
  { domain, formula }: FoundEstimate,
  takingPart: (item: string | null, strata: readonly string[]) => Participation,
  cells: ReadonlyMap<string, ReleaseCell>,
): PublishedSum[] {
  const total = { cell: estimateCell({ domain, formula }), coefficient: -1 };
  const sum = (parts: readonly { cell: string; coefficient: number }[]): PublishedSum => ({
    terms: [total, ...parts.filter(({ cell, coefficient }) => coefficient !== 0 && cells.has(cell))],
  });
  if (formula.level !== "item") {
    return [
      sum(
        formula.terms.flatMap(({ coefficient, items }) => {
          const counts = items.map((item) => takingPart(item, domain.strata).n);
          const all = counts.reduce((a, b) => a + b, 0);
          return items.map((item, i) => ({
            cell: `${domain.level}/${domain.code}/${item}`,
            coefficient: all === 0 ? 0 : (coefficient * (counts[i] as number)) / all,
          }));
        }),
      ),
    ];
  }
  if (domain.level === "province") return [];
  const item = formula.terms[0]?.items[0] as string;
  const all = takingPart(item, domain.strata).n;
  return [
    sum(
      domain.strata.map((stratum, i) => ({
        cell: `province/${stratum}/${formula.node}`,
        coefficient: domain.weights?.[i] ?? takingPart(item, [stratum]).n / all,
      })),
    ),
  ];
}
