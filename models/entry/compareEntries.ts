/** Forms as one typist entered them: by key, the value of each column. */
export type Entries = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** A cell that two typists entered otherwise. */
export interface EntryDifference {
  readonly key: string;
  readonly column: string;
  readonly first: string;
  readonly second: string;
}

/** Two entries of the same paper forms, compared cell by cell. */
export interface EntryComparison {
  readonly n_forms: number;
  readonly n_cells: number;
  readonly differences: readonly EntryDifference[];
  readonly only_in_first: readonly string[];
  readonly only_in_second: readonly string[];
}

/**
 * Compares two entries of the same forms. Spaces at the ends and the way accents are composed are no difference; capitals are.
 *
 * @example compareEntries(first, second, ["Q1"]).differences // [{ key: "7", column: "Q1", first: "2", second: "3" }]
 */
export function compareEntries(first: Entries, second: Entries, columns: readonly string[]): EntryComparison {
  const both = [...first.keys()].filter((key) => second.has(key));
  const differences = both.flatMap((key) =>
    columns.flatMap((column) => {
      const [one, two] = [tidy(first.get(key)?.[column]), tidy(second.get(key)?.[column])];
      return one === two ? [] : [{ key, column, first: one, second: two }];
    }),
  );
  return {
    n_forms: both.length,
    n_cells: both.length * columns.length,
    differences,
    only_in_first: [...first.keys()].filter((key) => !second.has(key)),
    only_in_second: [...second.keys()].filter((key) => !first.has(key)),
  };
}

/** A difference that somebody settled by looking at the paper. */
export interface Settled extends EntryDifference {
  readonly final: string;
  readonly role: string;
  readonly reason: string;
}

/**
 * The forms as they are once every difference is settled. Says of each difference without an answer, and of each answer to a
 * difference that is not there (any more), what is wrong; with a problem there are no forms.
 */
export function mergeEntries(
  first: Entries,
  comparison: EntryComparison,
  settled: readonly Settled[],
): { readonly entries: Entries; readonly problems: readonly string[] } {
  const nameOf = ({ key, column }: EntryDifference) => `${key} × ${column}`;
  const answers = new Map(settled.map((row) => [nameOf(row), row]));
  const open = new Map(comparison.differences.map((row) => [nameOf(row), row]));
  const problems = [
    ...comparison.only_in_first.map((key) => `Form ${key} was entered once only.`),
    ...comparison.only_in_second.map((key) => `Form ${key} was entered once only.`),
    ...[...open].flatMap(([name, row]) => {
      const found = answers.get(name);
      if (found === undefined) return [`${name}: "${row.first}" or "${row.second}" is not settled.`];
      if (found.first !== row.first || found.second !== row.second)
        return [
          `${name} was settled between "${found.first}" and "${found.second}"; the entries now say "${row.first}" and "${row.second}".`,
        ];
      return found.role === "" || found.reason === ""
        ? [`${name} is settled by nobody, or for no reason.`]
        : [];
    }),
    ...[...answers.keys()]
      .filter((name) => !open.has(name))
      .map((name) => `${name} is settled, but the entries agree on it.`),
  ];
  const entries = new Map(
    [...first].map(([key, row]) => {
      const own = settled
        .filter((one) => one.key === key)
        .map(({ column, final }) => [column, final] as const);
      return [key, { ...row, ...Object.fromEntries(own) }];
    }),
  );
  return { entries: problems.length > 0 ? new Map() : entries, problems };
}

function tidy(text: string | undefined): string {
  return (text ?? "").normalize("NFC").trim();
}
