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
}
