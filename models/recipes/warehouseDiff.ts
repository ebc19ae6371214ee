/** Why a difference has no error: or `ok`, or `unchanged` where nothing is different. */
export type DifferenceStatus =
  | "ok"
  | "unchanged"
  | "other_sample"
  | "one_cluster"
  | "no_old_value"
  | "no_new_value";

/** One value of SIPAS in both warehouses, in percent, and its difference against the error of that difference. */
export interface NodeDifference {
  readonly domain_level: string;
  readonly domain_code: string;
  readonly unit_code: string | null;
  readonly domain_name: string;
  readonly domain_name_en: string;
  readonly node_level: string;
  readonly node_code: string;
  readonly node_name: string;
  readonly node_name_en: string;
  readonly old_percent: number | null;
  readonly old_se: number | null;
  readonly new_percent: number | null;
  readonly new_se: number | null;
  readonly difference: number | null;
  readonly difference_se: number | null;
  readonly difference_df: number | null;
  readonly difference_low: number | null;
  readonly difference_high: number | null;
  readonly status: DifferenceStatus;
  readonly provenance: "derived" | "illustrative";
}

/** Where a province stands, who counts for it, and how that moved. */
export interface UnitMovement {
  readonly unit_code: string;
  readonly unit_name: string;
  readonly unit_name_en: string;
  readonly old_percent: number | null;
  readonly new_percent: number | null;
  readonly old_rank: number | null;
  readonly new_rank: number | null;
  /** Places gained; below 0, lost. */
  readonly places_gained: number | null;
  readonly n_old: number;
  readonly n_new: number;
  readonly n_left: number;
  readonly n_joined: number;
  /** Responses in both whose weight is another one, and whose answers are. */
  readonly n_reweighted: number;
  readonly n_answered_otherwise: number;
  readonly provenance: "derived" | "illustrative";
}

/** A PAR INDEX that is otherwise; points carry no sampling error. */
export interface PointsDifference {
  readonly index_code: string;
  readonly unit_code: string;
  readonly old_percent: string | null;
  readonly new_percent: string | null;
  readonly old_rank: number | null;
  readonly new_rank: number | null;
}

export type Cause = "data" | "recipe" | "code";

/** All that differs between two warehouses in one round. */
export interface WarehouseDiff {
  readonly before: string;
  readonly after: string;
  readonly round: string;
  /** What differs between what the two were made of; null where that is not kept. */
  readonly causes: readonly Cause[] | null;
  readonly changed_settings: readonly string[];
  readonly is_same_sample: boolean;
  readonly nodes: readonly NodeDifference[];
  readonly units: readonly UnitMovement[];
  readonly points: readonly PointsDifference[];
  /** Hash of everything above: what somebody names who decides on this difference. */
  readonly sha256: string;
}

/** A difference whose 95 % interval does not hold 0. */
export function isBeyondChance({ difference_low, difference_high }: NodeDifference): boolean {
  return difference_low !== null && difference_high !== null && (difference_low > 0 || difference_high < 0);
}
