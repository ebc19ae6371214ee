import type { Instrument, Item } from "../../models/instruments/instrument.ts";
import { type Cell, type Characteristic, toCells } from "./demographics.ts";
import { interceptFor } from "./intercepts.ts";
import { perceptionShares, remarks } from "./perceptionShares.ts";
import type { RandomStream } from "./randomStream.ts";
import { demoShape } from "./shape.ts";

/** A question, and how one answering person fills it in: what the form holds, or null for a blank. */
export interface Question {
  readonly item: Item;
  readonly answer: (categories: readonly number[], effect: number, chance: RandomStream) => string | null;
}

export interface QuestionnaireInput {
  readonly instrument: Instrument;
  readonly characteristics: readonly Characteristic[];
  /** True percentages of this unit by node. */
  readonly shares: ReadonlyMap<string, number>;
  readonly satisfiedFrom: number;
}

/** The questions as people of one unit answer them. An item whose wording is not held is not asked. */
export function questionnaire(input: QuestionnaireInput): readonly Question[] {
  const cells = toCells(input.characteristics, false);
  const isRaked = (item: Item) => input.characteristics.some(({ code }) => code === item.code);
  return askedItems(input.instrument).map((item) => {
    const blanks = isRaked(item) ? demoShape.blankShareRaked : demoShape.blankShare;
    return { item, answer: withBlanks(toAnswer(item, input, cells), blanks) };
  });
}

export function askedItems({ items }: Instrument): readonly Item[] {
  return items.filter((item) => item.kind !== "missing_in_copy");
}

function toAnswer(item: Item, input: QuestionnaireInput, cells: readonly Cell[]): Question["answer"] {
  const place = input.characteristics.findIndex((characteristic) => characteristic.code === item.code);
  if (place >= 0) return ownCategory(item, input.characteristics[place]!, place);
  if (item.factor !== undefined) {
    const intercept = interceptFor(input.shares.get(item.code)! / 100, cells);
    return satisfaction(intercept, item.levels ?? 5, input.satisfiedFrom);
  }
  if (item.kind === "text") {
    return (_, __, chance) =>
      chance.uniform() < demoShape.remarkShare ? remarks[chance.between(0, remarks.length - 1)]! : null;
  }
  return spreadAnswer(item);
}

function ownCategory(item: Item, { categories }: Characteristic, place: number): Question["answer"] {
  const values = categories.map(
    ({ code }) => item.options?.find((option) => option.code === code)?.value ?? null,
  );
  return (own) => values[own[place]!] ?? null;
}

/** Above 0 a person is satisfied; further cuts tell the levels apart. */
function satisfaction(intercept: number, levels: number, satisfiedFrom: number): Question["answer"] {
  const { areas, person } = demoShape.variances;
  const alone = Math.sqrt(1 - person - areas.reduce((sum, variance) => sum + variance, 0));
  return (_, effect, chance) => {
    const latent = intercept + effect + alone * chance.normal();
    if (latent > 0) {
      const above = demoShape.cutsAbove.filter((cut) => latent > cut).length;
      return String(Math.min(levels, satisfiedFrom + above));
    }
    const below = demoShape.cutsBelow.filter((cut) => latent < cut).length;
    return String(Math.max(1, satisfiedFrom - 1 - below));
  };
}

function spreadAnswer(item: Item): Question["answer"] {
  const known = perceptionShares[item.code] ?? perceptionShares[item.block];
  if (item.kind === "yes_no") {
    const yes = known?.[0] ?? 0.5;
    return (_, __, chance) => (chance.uniform() < yes ? "1" : "0");
  }
  const values =
    item.options?.map((option) => option.value).sort() ??
    Array.from({ length: item.levels ?? 5 }, (_, i) => String(i + 1));
  const shares = known?.length === values.length ? known : values.map(() => 1);
  return (_, __, chance) => values[chance.choose(shares)]!;
}

function withBlanks(answer: Question["answer"], share: number): Question["answer"] {
  return (categories, effect, chance) => {
    const value = answer(categories, effect, chance);
    return chance.uniform() < share ? null : value;
  };
}
