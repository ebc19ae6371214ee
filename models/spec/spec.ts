import type { CrosswalkRow } from "../frameworks/crosswalk.ts";
import type { Framework } from "../frameworks/framework.ts";
import type { Responsible } from "../frameworks/responsible.ts";
import type { Instrument } from "../instruments/instrument.ts";
import type { Campaign, DeliveryStatus, PublishedParticipation, Target } from "../participation/campaign.ts";
import type { PublishedFigures } from "../published/readPublished.ts";
import type { Interviewer, RecheckDecision, RecheckSettings } from "../rechecks/recheck.ts";
import type { Correction, Recode } from "../rounds/corrections.ts";
import type { FictionalSipas, Officials } from "../rounds/officials.ts";
import type { Cleaning, Margin, Round } from "../rounds/round.ts";
import type { Weighting } from "../rounds/weighting.ts";
import type { FictionalUnit } from "../units/fictionalUnit.ts";
import type { Region, Renaming, Unit, UnitAlias } from "../units/unit.ts";
import type { ValidationRule } from "../validation/validation.ts";

/** A round with everything that is fixed for it. A round without a survey has no cleaning and no weighting. */
export interface RoundSpec {
  readonly round: Round;
  readonly cleaning: Cleaning | null;
  readonly weighting: Weighting | null;
  readonly margins: readonly Margin[];
  /** The survey of officials behind the surveyed leaves of the PAR INDEX. */
  readonly officials: Officials | null;
  readonly fictionalSipas: readonly FictionalSipas[];
  /** Null for a round whose participation is not watched. */
  readonly campaign: Campaign | null;
  readonly targets: readonly Target[];
  readonly validation: readonly ValidationRule[];
  readonly corrections: readonly Correction[];
  readonly recodes: readonly Recode[];
  readonly recheck: RecheckSettings | null;
  /** Those that count: signed off, or tried by a recipe. */
  readonly recheckDecisions: readonly RecheckDecision[];
  readonly interviewers: readonly Interviewer[];
}

/** The whole specification: what is measured, of whom, by which rules, and what was published before. */
export interface Spec {
  readonly units: readonly Unit[];
  /** Apart from the units: they are in no round. */
  readonly fictionalUnits: readonly FictionalUnit[];
  readonly renamings: readonly Renaming[];
  readonly regions: readonly Region[];
  readonly aliases: readonly UnitAlias[];
  readonly instruments: readonly Instrument[];
  readonly frameworks: readonly Framework[];
  readonly responsible: readonly Responsible[];
  readonly crosswalk: readonly CrosswalkRow[];
  readonly rounds: readonly RoundSpec[];
  readonly published: PublishedFigures;
  readonly deliveryStatuses: readonly DeliveryStatus[];
  readonly publishedParticipation: readonly PublishedParticipation[];
}
