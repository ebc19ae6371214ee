import type { Bilingual } from "../instruments/instrument.ts";
import type { IndexCode } from "./round.ts";

type Status = "confirmed" | "inferred" | "assumed";

/** A rule as the method page shows it: its name, its setting, what stands behind it and why. */
export interface MethodRule {
  readonly index: IndexCode;
  readonly code: string;
  readonly name: Bilingual;
  readonly value: Bilingual;
  readonly status: Status;
  readonly why: Bilingual;
  readonly source: string | null;
  /** Does it concern units that do not exist, and no other? */
  readonly isAboutFictional: boolean;
}
