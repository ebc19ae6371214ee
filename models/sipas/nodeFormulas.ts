/** How the tree is put together; the settings of one round (see `sipasRules`). */
export interface TreeRules {
  readonly factorRule: "mean_of_items" | "pooled_answers";
  readonly partRule: "mean_of_factors" | "mean_of_items" | "pooled_answers";
  readonly serviceWeight: number;
}

export interface TreeItem {
  readonly item: string;
  readonly factor: string;
  readonly part: string;
}

/**
 * A node as a weighted sum of ratios; each ratio pools the answers to its items:
 *
 *     node = Σ_t c_t · (Σ_{i∈t} satisfied_i / Σ_{i∈t} counted_i)
 */
export interface NodeFormula {
  readonly node: string;
  readonly level: "item" | "factor" | "part" | "overall";
  readonly terms: readonly { readonly coefficient: number; readonly items: readonly string[] }[];
}

/**
 * Every node of a SIPAS tree as a formula of its items' answers: items, then factors, parts and the overall value,
 * which gives the service part `serviceWeight` and the other part the rest.
 *
 * @example nodeFormulas([{ item: "sat_01", factor: "access", part: "service" }], rules)
 */
export function nodeFormulas(items: readonly TreeItem[], rules: TreeRules): NodeFormula[] {
  const factors = distinct(items.map((item) => item.factor)).map((factor) =>
    factorFormula(items, factor, rules),
  );
  const parts = distinct(items.map((item) => item.part)).map((part) =>
    partFormula(items, part, factors, rules),
  );
  return [
    ...items.map(
      ({ item }): NodeFormula => ({ node: item, level: "item", terms: [{ coefficient: 1, items: [item] }] }),
    ),
    ...factors,
    ...parts,
    { node: "overall", level: "overall", terms: overallTerms(parts, rules.serviceWeight) },
  ];
}

function factorFormula(items: readonly TreeItem[], factor: string, rules: TreeRules): NodeFormula {
  const own = items.filter((item) => item.factor === factor).map((item) => item.item);
  const terms = rules.factorRule === "pooled_answers" ? pooled(own) : meanOf(own);
  return { node: factor, level: "factor", terms };
}

function partFormula(
  items: readonly TreeItem[],
  part: string,
  factors: readonly NodeFormula[],
  rules: TreeRules,
): NodeFormula {
  const own = items.filter((item) => item.part === part);
  const codes = own.map((item) => item.item);
  if (rules.partRule === "pooled_answers") return { node: part, level: "part", terms: pooled(codes) };
  if (rules.partRule === "mean_of_items") return { node: part, level: "part", terms: meanOf(codes) };
  const below = distinct(own.map((item) => item.factor)).map(
    (code) => factors.find((factor) => factor.node === code) as NodeFormula,
  );
  return { node: part, level: "part", terms: below.flatMap((factor) => scaled(factor, 1 / below.length)) };
}

function overallTerms(parts: readonly NodeFormula[], serviceWeight: number): NodeFormula["terms"] {
  return parts.flatMap((part) => {
    const others = parts.length - 1;
    const share = part.node === "service" ? serviceWeight : (1 - serviceWeight) / Math.max(others, 1);
    return scaled(part, share);
  });
}

function pooled(items: readonly string[]): NodeFormula["terms"] {
  return [{ coefficient: 1, items }];
}

function meanOf(items: readonly string[]): NodeFormula["terms"] {
  return items.map((item) => ({ coefficient: 1 / items.length, items: [item] }));
}

function scaled(formula: NodeFormula, factor: number): NodeFormula["terms"] {
  return formula.terms.map((term) => ({ ...term, coefficient: term.coefficient * factor }));
}

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)];
}
