/**
 * The settings of the demo store, all of them assumed. What is known: about 36,000 answers, 195 districts = 61 × 3 + 2 × 6
 * and 1,170 villages in 2024; Hà Nội drew six districts (docs/survey-store.md names the sources). 2022 and 2023 are given the same shape.
 */
export const demoShape = {
  respondents: 36_000,
  seed: 2022,

  /** Units that draw twice as many first-stage units: Hà Nội and TP. Hồ Chí Minh, by official code. */
  largeUnits: ["01", "79"],

  /** How many units of a stage are drawn in each parent; `first` where the stage is the outermost one. */
  drawn: { district: 3, commune: 2, village: 3 } as Readonly<Record<string, number>>,
  drawnFirst: { district: 3, commune: 6 } as Readonly<Record<string, number>>,
  drawnOtherwise: 2,

  /** Of the first-stage units of a year, the share that is drawn the next year again; and the year from which that is counted. */
  sharedFirstStage: 2 / 3,
  firstYear: 2022,
  /** Of the variance between first-stage units, the part that stays from year to year. */
  lastingShare: 0.8,

  /** The invented frame: adults in one district, commune and village on average, and how far sizes of one stage spread. */
  adultsPer: { district: 90_000, commune: 7_000, village: 350 } as Readonly<Record<string, number>>,
  adultsPerOther: 1_000,
  smallestFrame: 6, // units of a stage in one parent
  frameSpread: 0.3, // a stage has its mean number of units, ± 30 %
  adultsSpread: 0.35, // standard deviation of the logarithm of a village's adults

  /** What becomes of a person who is approached; a person lost is replaced, at most this many times in a row. */
  dispositions: {
    complete: 0.86,
    refusal: 0.05,
    non_contact: 0.05,
    other_non_interview: 0.015,
    ineligible: 0.015,
    unknown_eligibility: 0.01,
  },
  substitutesAtMost: 2,

  /** How much likelier than a neighbour a person of this kind is met at home: what raking has to repair. */
  tilts: {
    gender: { female: 1.25 },
    age: { age_18_24: 0.6, age_25_34: 0.85, age_50_60: 1.25, age_over_60: 1.35 },
    residence: { rural: 1.1 },
  } as Readonly<Record<string, Readonly<Record<string, number>>>>,

  /** Town and country are not mixed evenly within a unit: a village's share lies up to this far of the unit's from it. */
  clusteredCharacteristic: "residence",
  clusteredReach: 0.8,

  /** How demographics move the latent satisfaction, in its standard deviations. */
  effects: {
    gender: { female: 0.04 },
    age: { age_18_24: -0.15, age_25_34: -0.06, age_50_60: 0.06, age_over_60: 0.16 },
    residence: { urban: -0.08 },
  } as Readonly<Record<string, Readonly<Record<string, number>>>>,

  /** Variances of the latent satisfaction within a province; they add to 1. Areas share 2.6 % of it. */
  variances: { areas: [0.009, 0.005, 0.012], person: 0.4 },

  /** Where the five levels part, in the latent scale: at 0 a person becomes satisfied. Below: 1 | 2 | 3; above: 4 | 5. */
  cutsBelow: [-1.35, -0.75],
  cutsAbove: [1.25],

  /** True values where nothing is published, in percentage points. */
  truth: {
    range: 7.5,
    gapSpread: 0.7,
    factorSpread: 1.1,
    itemSpread: 1.6,
    unitFactorSpread: 0.8,
    unitItemSpread: 1,
  },

  blankShare: 0.03, // of the answers to one question
  blankShareRaked: 0.005, // of the answers to a question that the sample is raked by
  remarkShare: 0.04, // of the persons who write something in the box at the end
  recheckShare: 0.05,
  recheckAgreement: 0.93,
  recheckedItems: ["gender", "harass", "exp_3", "sat_15", "sat_23"],

  /** Planted dirt: shares of the responses of each unit, at least one each. */
  dirt: {
    unfinished: 0.008, // never submitted
    no_date: 0.01, // submitted, the store kept no date
    answered_twice: 0.004, // the same person, days later
    double_click: 0.003, // the same form, seconds later
    after_closing: 0.004, // outside fieldwork, or changed after it
    before_opening: 0.003, // outside fieldwork, or changed after it
    edited_after_closing: 0.002, // outside fieldwork, or changed after it
    test_response: 0.002, // a trial form
    unknown_person: 0.003,
    no_satisfaction_answer: 0.003,
  },
  /** Shares of the rows whose unit is written otherwise. */
  misspelled: { participants: 0.03, sample_units: 0.005 },
} as const;

export type DirtKind = keyof typeof demoShape.dirt;
export const dirtKinds = Object.keys(demoShape.dirt) as DirtKind[];
