import type { Path } from "../spec/parsed.ts";
import type { waivedChecks } from "./framework.ts";

/** A check of which a known conflict inside a source may be waived. */
export type Check = (typeof waivedChecks)[number];

/** Says a problem that a recorded waiver may let pass. */
export type SayWaivable = (check: Check, path: Path, message: string) => void;
