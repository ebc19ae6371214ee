import { EstimateError } from "../errors.ts";
import type { Gap } from "./fewestLeaves.ts";

/** A leaf and what it costs to lift it to its maximum, in whole smallest steps of money. */
export interface PricedGap extends Gap {
  readonly cost: bigint;
}

/** A set of leaves: what it gains and costs, and how it came to be. */
interface State {
  readonly gain: bigint;
  /** Cost first, then the number of leaves: the cost times `many`, plus one a leaf. */
  readonly price: bigint;
  readonly last: PricedGap | null;
  readonly before: State | null;
}

/** More than the leaves of any framework. */
const many = 4096n;
/** Beyond this, exactness would cost more memory than a machine has. */
const mostStates = 2_000_000;

/**
 * The cheapest leaves that gain at least `needed` when lifted to their maximum; of equally cheap sets the one of fewest leaves. A
 * knapsack, solved exactly: leaf by leaf the sets that no other set beats in both gain and price (Nemhauser and Ullmann 1969), without
 * those that could not beat the best whole set known even if leaves could be bought in part.
 *
 * @example cheapestLeaves([{ code: "a", gain: 3n, cost: 9n }, { code: "b", gain: 2n, cost: 1n }, { code: "c", gain: 2n, cost: 1n }], 3n) // b and c
 * @returns null when all leaves together fall short
 * @throws EstimateError when proving the cheapest set would need millions of sets
 */
export function cheapestLeaves<Leaf extends PricedGap>(
  leaves: readonly Leaf[],
  needed: bigint,
): readonly Leaf[] | null {
  const useful = [...leaves].filter(({ gain }) => gain > 0n).sort(cheapestPointsFirst);
  if (useful.reduce((sum, { gain }) => sum + gain, 0n) < needed) return null;
  let best: State | null = null;
  let states: State[] = [{ gain: 0n, price: 0n, last: null, before: null }];
  for (const [i, leaf] of useful.entries()) {
    const rest = useful.slice(i + 1);
    const grown = states.map((state) => ({
      gain: state.gain + leaf.gain,
      price: state.price + leaf.cost * many + 1n,
      last: leaf,
      before: state,
    }));
    for (const state of grown)
      if (state.gain >= needed && (best === null || state.price < best.price)) best = state;
    const limit: bigint | null = best?.price ?? null;
    states = unbeaten(states, grown).filter(
      (state) => state.gain < needed && couldBeat(state, rest, needed, limit),
    );
    if (states.length > mostStates)
      throw new EstimateError(
        `The cheapest plan cannot be proved: more than ${mostStates} sets of leaves are still possible.`,
        { hint: "Give the costs in fewer digits, or for fewer leaves." },
      );
  }
  if (needed <= 0n) return [];
  return chosen(best).map((leaf) => leaf as Leaf);
}

/** Cost per point, compared as fractions; then the larger leaf, then the order given. */
function cheapestPointsFirst(a: PricedGap, b: PricedGap): number {
  const [left, right] = [a.cost * b.gain, b.cost * a.gain];
  if (left !== right) return left < right ? -1 : 1;
  return a.gain === b.gain ? 0 : a.gain > b.gain ? -1 : 1;
}

/** Two lists in order of price, merged; whoever gains no more than a cheaper set is left out. */
function unbeaten(states: readonly State[], grown: readonly State[]): State[] {
  const kept: State[] = [];
  let most = -1n;
  for (let i = 0, j = 0; i < states.length || j < grown.length; ) {
    const [own, other] = [states[i], grown[j]];
    const takesOwn = other === undefined || (own !== undefined && own.price <= other.price);
    const next = (takesOwn ? own : other) as State;
    if (takesOwn) i += 1;
    else j += 1;
    if (next.gain <= most) continue;
    if (kept.at(-1)?.price === next.price) kept.pop();
    kept.push(next);
    most = next.gain;
  }
  return kept;
}

/** Whether the state and leaves bought in part, the cheapest points first, would cost less than the limit. */
function couldBeat(state: State, rest: readonly PricedGap[], needed: bigint, limit: bigint | null): boolean {
  let missing = needed - state.gain;
  let price = state.price;
  for (const { gain, cost } of rest) {
    if (missing <= 0n) break;
    if (gain <= missing) {
      price += cost * many;
      missing -= gain;
    } else {
      price += (cost * many * missing) / gain; // rounded down: a lower bound
      missing = 0n;
    }
    if (limit !== null && price >= limit) return false;
  }
  return missing <= 0n && (limit === null || price < limit);
}

function chosen(state: State | null): PricedGap[] {
  const leaves: PricedGap[] = [];
  for (let at = state; at !== null; at = at.before) if (at.last !== null) leaves.unshift(at.last);
  return leaves;
}
