/** One group of respondents of a unit: its named list, and the answers of those who answered. */
export interface ListedGroup {
  readonly code: string;
  /** Names on the list. */
  readonly listed: number;
  /** What the group weighs among the groups of the unit; null: as long as its list. */
  readonly weight: number | null;
  /** Per response, the share of each item, 0 to 1; null where it was left blank. */
  readonly answers: readonly (readonly (number | null)[])[];
}

/** Groups whose respondents stand together for all names on their lists; the weights of a unit's classes add to 1. */
export interface NonresponseClass {
  readonly codes: readonly string[];
  readonly listed: number;
  readonly weight: number;
  readonly answers: ListedGroup["answers"];
}

/**
 * The classes of nonresponse of one unit: its groups, where a group with too few responses is merged with the next one of
 * the form (the last one with the one before) until every class has enough, or one class is left.
 *
 * @example nonresponseClasses(groups, 5).map((own) => own.codes) // [["delegates"], ["departments", "districts"]]
 */
export function nonresponseClasses(groups: readonly ListedGroup[], fewest: number): NonresponseClass[] {
  const listed = groups.reduce((sum, group) => sum + group.listed, 0);
  const classes = groups
    .filter((group) => group.listed > 0)
    .map(
      (group): NonresponseClass => ({
        codes: [group.code],
        listed: group.listed,
        weight: group.weight ?? group.listed / listed,
        answers: group.answers,
      }),
    );
  for (let i = 0; i < classes.length && classes.length > 1; ) {
    if (classes[i]!.answers.length >= fewest) {
      i += 1;
      continue;
    }
    const first = i + 1 < classes.length ? i : i - 1;
    classes.splice(first, 2, merged(classes[first]!, classes[first + 1]!));
    i = first;
  }
  const weight = classes.reduce((sum, own) => sum + own.weight, 0);
  return classes.map((own) => ({ ...own, weight: own.weight / weight }));
}

function merged(a: NonresponseClass, b: NonresponseClass): NonresponseClass {
  return {
    codes: [...a.codes, ...b.codes],
    listed: a.listed + b.listed,
    weight: a.weight + b.weight,
    answers: [...a.answers, ...b.answers],
  };
}
