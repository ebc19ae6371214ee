import type { Issue } from "../errors.ts";
import type { Round, SipasIndex } from "../rounds/round.ts";
import type { Parsed } from "./parsed.ts";

/** Rules that must be the same in two rounds before a change between them means anything. */
const decisive = ["satisfied_from", "denominator", "factor", "part", "service_weight", "nation"] as const;

/** What rounds say of each other: only an earlier round, once, and change only where form and rules are the same. */
export function checkComparability(rounds: readonly Parsed<Round>[]): Issue[] {
  const surveys = new Map(rounds.flatMap(({ value }) => (value ? [[value.round, value.indices.sipas]] : [])));
  return rounds.flatMap(({ value, at }) => {
    const own = value?.indices.sipas;
    if (!value || !own) return [];
    const seen = new Set<string>();
    return own.comparable_with.flatMap(({ round, value: isComparable }, i): Issue[] => {
      const say = (message: string) => [at(["indices", "sipas", "comparable_with", i, "round"], message)];
      if (round >= value.round) return say(`is ${round}; only a round before ${value.round} can be named`);
      if (seen.has(round)) return say(`names ${round} twice`);
      seen.add(round);
      return isComparable ? difference(own, surveys.get(round), round).flatMap(say) : [];
    });
  });
}

function difference(own: SipasIndex, other: SipasIndex | undefined, round: string): string[] {
  if (other === undefined)
    return [`${round} is called comparable, but models/rounds holds no SIPAS of ${round}`];
  if (own.instrument !== other.instrument)
    return [`${round} is called comparable, but has the form ${other.instrument}, not ${own.instrument}`];
  return decisive
    .filter((rule) => own.rules[rule].value !== other.rules[rule].value)
    .map(
      (rule) =>
        `${round} is called comparable, but its ${rule} is ${other.rules[rule].value}, not ${own.rules[rule].value}`,
    );
}
