import type { PublishedSum } from "../disclosure/deducibleCells.ts";
import { type Hidden, protectCells, type ReleaseCell } from "../disclosure/protectCells.ts";
import {
  type DomainCell,
  type EarlierFigure,
  type EarlierRule,
  type Exposure,
  protectRelease,
} from "../disclosure/protectRelease.ts";
import { type AnswerCounts, answerCounts } from "./answerCounts.ts";
import { type DominanceRule, dominance } from "./dominance.ts";
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
  /** Why it is in readers' hands all the same. */
  readonly exposed: Exposure | null;
}

const nodeRanks = { item: 0, factor: 1, part: 2, overall: 3 } as const;
const domainRanks: Readonly<Record<string, number>> = { province: 0, region: 4, nation: 8 };

/** What names a cell in a record of what was hidden. */
export const estimateCell = ({
  domain,
  formula,
}: {
  readonly domain: Domain;
  readonly formula: Pick<NodeFormula, "node">;
}): string => `${domain.level}/${domain.code}/${formula.node}`;

/** A figure of an earlier release of the round: the unweighted share of a cell, and how many stand behind it. */
export interface ReleasedFigure {
  readonly n: number;
  /** Null where nobody answered. */
  readonly share: number | null;
}

/** What a round says of withheld figures, and what was released of it before. */
export interface ReleaseRules {
  readonly secondary: string;
  readonly earlierReleases: EarlierRule;
  readonly minimumCount: number;
  /** Null where the round has no rule against dominance. */
  readonly dominance: DominanceRule | null;
  /** Every response counts once in these estimates. */
  readonly isUnweighted: boolean;
  /** By release, its figures by {@link estimateCell}. */
  readonly released: ReadonlyMap<string, ReadonlyMap<string, ReleasedFigure>>;
}

/**
 * What of the estimates of a survey may be shown. Those too are hidden from which one of too few respondents could be worked out:
 * provinces add up to regions and the nation with their numbers of answers (or as the round weighs them), items to factors,
 * parts and the whole, answers to one question to all of them. The sums are those of the unweighted recipe, whose weights a
 * release tells; other recipes hide what these ask for. Earlier releases of the round are laid beside this one.
 *
 * @param wholes nodes that add up to 1 in every domain, as the answers to one question do
 */
export function shownEstimates(
  found: readonly FoundEstimate[],
  survey: SurveyCells,
  rules: ReleaseRules,
  wholes: readonly (readonly string[])[] = [],
): ShownEstimate[] {
  const dominated = dominatedCells(found, survey, rules);
  const few = new Set([
    ...found.filter(({ estimate }) => estimate.status === "suppressed").map(estimateCell),
    ...dominated,
  ]);
  if (few.size === 0 && rules.released.size === 0)
    return found.map((each) => ({ ...each, hidden: null, exposed: null }));
  const takingPart = participation(survey);
  const counts = answerCounts(survey);
  const cells = new Map<string, DomainCell>();
  for (const each of found) {
    const n = respondentsOf(each, takingPart);
    if (n === 0) continue;
    const rank = nodeRanks[each.formula.level] + (domainRanks[each.domain.level] ?? 0);
    cells.set(estimateCell(each), { n, rank, domain: domainOf(each) });
  }
  const sums = rules.secondary === "none" ? [] : allSums(found, takingPart, cells, wholes);
  const { hidden: asked, exposed } = protectRelease({
    cells,
    few,
    sums,
    earlier: [...rules.released].map(([release, figures]) => ({
      release,
      shown: beside(figures, found, takingPart, counts, rules.isUnweighted),
    })),
    minimumCount: rules.minimumCount,
    rule: rules.earlierReleases,
  });
  const items = new Set(found.filter(({ formula }) => formula.level === "item").map(estimateCell));
  const hidden =
    rules.isUnweighted || rules.released.size === 0 ? asked : ofWeighted(asked, cells, few, sums, items);
  return found.map((each) => {
    const asFew = hidden.get(estimateCell(each)) ?? null;
    const why: Hidden | null =
      asFew?.reason === "too_few" && dominated.has(estimateCell(each)) ? { reason: "dominated" } : asFew;
    const own = { ...each, hidden: why, exposed: exposed.get(estimateCell(each)) ?? null };
    return why === null ? own : { ...own, estimate: suppressedEstimate };
  });
}

/** Estimates that would be shown, though few persons hold the weight behind them. */
function dominatedCells(
  found: readonly FoundEstimate[],
  survey: SurveyCells,
  { dominance: rule, isUnweighted }: ReleaseRules,
): ReadonlySet<string> {
  if (rule === null || isUnweighted) return new Set();
  const heldBy = dominance(survey, rule.n);
  return new Set(
    found
      .filter(
        ({ domain, formula, estimate }) =>
          estimate.status !== "suppressed" && estimate.share !== null && heldBy(domain, formula) > rule.k,
      )
      .map(estimateCell),
  );
}

/**
 * What a weighted recipe hides of what the unweighted one asks for on behalf of earlier releases: the items, and what gives one
 * away within its domain. Over domains its sums have weights that nobody is told.
 */
function ofWeighted(
  asked: ReadonlyMap<string, Hidden>,
  cells: ReadonlyMap<string, DomainCell>,
  few: ReadonlySet<string>,
  sums: readonly PublishedSum[],
  isItem: ReadonlySet<string>,
): ReadonlyMap<string, Hidden> {
  const domainIn = (cell: string) => cells.get(cell)?.domain;
  const within = sums.filter(({ terms }) => new Set(terms.map(({ cell }) => domainIn(cell))).size === 1);
  const items = [...asked].filter(([cell]) => cells.has(cell) && isItem.has(cell));
  return new Map([
    ...protectCells(cells, new Set(items.map(([cell]) => cell)), within),
    ...protectCells(cells, few, sums),
    ...items,
  ]);
}

type TakingPart = (item: string | null, strata: readonly string[]) => Participation;

const domainOf = ({ domain }: Pick<FoundEstimate, "domain">): string => `${domain.level}/${domain.code}`;

function respondentsOf({ domain, formula }: FoundEstimate, takingPart: TakingPart): number {
  return takingPart(formula.level === "item" ? (formula.terms[0]?.items[0] as string) : null, domain.strata)
    .n;
}

/**
 * The figures of an earlier release beside the counts of now. An unweighted composite tells the counts of its items too: a few
 * answers over known numbers of answers are found by trying.
 */
function beside(
  figures: ReadonlyMap<string, ReleasedFigure>,
  found: readonly FoundEstimate[],
  takingPart: TakingPart,
  counts: (item: string, strata: readonly string[]) => AnswerCounts,
  isUnweighted: boolean,
): ReadonlyMap<string, EarlierFigure> {
  const changesOf = (domain: Domain, item: string): readonly number[] | null => {
    const figure = figures.get(estimateCell({ domain, formula: { node: item } }));
    const then = figure === undefined || domain.weights !== null ? null : toCounts(figure);
    if (then === null) return null;
    const now = counts(item, domain.strata);
    return [now.yes - then.yes, now.no - then.no];
  };
  const shown = new Map<string, EarlierFigure>();
  for (const each of found) {
    const { domain, formula, estimate } = each;
    const figure = figures.get(estimateCell(each));
    if (figure === undefined) continue;
    const items = formula.terms.flatMap((term) => term.items);
    const told = items.map((item) => changesOf(domain, item));
    const changes = formula.level === "item" || isUnweighted ? told.flatMap((own) => own ?? []) : [];
    // a weighted share tells no counts, but whether it is the same one
    const isOther =
      formula.level === "item" &&
      told.includes(null) &&
      domain.weights === null &&
      estimate.share !== null &&
      Math.abs((figure.share ?? 0) - estimate.share) > rounding;
    const isSame =
      figure.n === respondentsOf(each, takingPart) && changes.every((change) => change === 0) && !isOther;
    shown.set(estimateCell(each), { changes, isSame });
  }
  return shown;
}

const rounding = 1e-9;

/** How many said yes and no, where a share of n tells it: an unweighted one does, a weighted one only where it is all or none. */
function toCounts({ n, share }: ReleasedFigure): AnswerCounts | null {
  const yes = Math.round(n * (share ?? 0));
  return Math.abs(n * (share ?? 0) - yes) > n * rounding ? null : { yes, no: n - yes };
}

function allSums(
  found: readonly FoundEstimate[],
  takingPart: TakingPart,
  cells: ReadonlyMap<string, ReleaseCell>,
  wholes: readonly (readonly string[])[],
): PublishedSum[] {
  const domains = new Set(found.map(domainOf));
  return [
    ...found.flatMap((each) => (cells.has(estimateCell(each)) ? sumsOf(each, takingPart, cells) : [])),
    ...[...domains].flatMap((domain) =>
      wholes.map((nodes) => ({
        terms: nodes
          .map((node) => ({ cell: `${domain}/${node}`, coefficient: 1 }))
          .filter(({ cell }) => cells.has(cell)),
      })),
    ),
  ];
}

/** The sums in which an estimate is the total: of its provinces, where it is an item's, and of its items, where it is not. */
function sumsOf(
  { domain, formula }: FoundEstimate,
  takingPart: TakingPart,
  cells: ReadonlyMap<string, ReleaseCell>,
): PublishedSum[] {
  const total = { cell: estimateCell({ domain, formula }), coefficient: -1 };
  const sum = (parts: readonly { cell: string; coefficient: number }[]): PublishedSum => ({
    terms: [total, ...parts.filter(({ cell, coefficient }) => coefficient !== 0 && cells.has(cell))],
  });
  if (formula.level !== "item") {
    const weights = domain.level === "province" ? null : domain.weights;
    return [
      ...(weights === null
        ? []
        : [
            sum(
              domain.strata.map((stratum, i) => ({
                cell: `province/${stratum}/${formula.node}`,
                coefficient: weights[i] as number,
              })),
            ),
          ]),
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
