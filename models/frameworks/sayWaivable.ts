import type { Path } from "../spec/parsed.ts";
import type { waivedChecks } from "./framework.ts";

type Check = (typeof waivedChecks)[number];

/** Says a problem that a recorded waiver may let pass. */
export type SayWaivable = (check: Check, path: Path, message: string) => void;
