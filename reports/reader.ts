/** For whom a bundle is made. A unit's bundle holds its own rows and public aggregates, nothing else. */
export type Reader = NationalReader | UnitReader;
export type ReaderKind = Reader["kind"];

export interface NationalReader {
  readonly kind: "national";
}

export interface UnitReader {
  readonly kind: "province" | "ministry";
  readonly unit_code: string;
  readonly unit_name: string;
  readonly unit_name_en: string;
  /** The unit does not exist: its bundle stands apart from those of real units, and none of their figures enters it. */
  readonly is_fictional: boolean;
}

/**
 * Whether a reader may see a row: the national reader every row; a unit its own rows and public aggregates (rows without a unit);
 * aggregates of fictional units are for fictional units, and all others for real ones.
 */
export function maySee(reader: Reader, row: Readonly<Record<string, unknown>>): boolean {
  if (reader.kind === "national") return true;
  const unit = row["unit_code"];
  if (unit !== null && unit !== undefined) return unit === reader.unit_code;
  return (row["is_fictional"] === true) === reader.is_fictional;
}
