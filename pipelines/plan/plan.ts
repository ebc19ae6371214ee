/** A file or a table of the outside world that is not what it was. */
export interface Change {
  readonly kind:
    | "input"
    | "rule"
    | "recipe"
    | "framework"
    | "instrument"
    | "unit"
    | "published"
    | "sql"
    | "code";
  readonly name: string;
  readonly change: "new" | "changed" | "gone";
  /** How many rows of an input, or of what a file says, are other ones; null where rows are not counted. */
  readonly n_rows: number | null;
}

/** What a change can touch; `all` where it cannot be told apart. */
export interface Reach {
  readonly rounds: readonly string[] | "all";
  readonly units: readonly string[] | "all";
  readonly nodes: readonly string[] | "all";
  /** The tables that reports are made from. */
  readonly marts: readonly string[];
}

/** What the next release would be made of that the last one was not, and what of it can move. */
export interface Plan {
  /** Null before the first release: everything is new. */
  readonly since: string | null;
  readonly snapshot: string;
  readonly models: string;
  readonly code: string;
  /** The earlier releases that the build will be laid beside: figures that differ from theirs by few persons are withheld. */
  readonly beside: readonly string[];
  readonly changes: readonly Change[];
  readonly reach: Reach;
  /** Hash of all of the above: what a second person approves. */
  readonly sha256: string;
}

/** What kind of thing a file of the specification or of the code is. */
export function kindOf(path: string): Change["kind"] {
  if (
    /^models\/rounds\/.*\/(cleaning|weighting|margins|validation|recheck|corrections|recodes|decisions)/.test(
      path,
    )
  )
    return "recipe";
  if (path.startsWith("models/rounds/") && /\.(yaml|csv)$/.test(path)) return "rule";
  if (path.startsWith("models/frameworks/") && path.endsWith(".yaml")) return "framework";
  if (path.startsWith("models/instruments/") && path.endsWith(".yaml")) return "instrument";
  if (path.startsWith("models/units/") && path.endsWith(".csv")) return "unit";
  if (path.startsWith("models/published/") && path.endsWith(".csv")) return "published";
  return path.startsWith("sql/") ? "sql" : "code";
}
