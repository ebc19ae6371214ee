/**
 * A made-up three-stage survey in the shape of SIPAS, for timing only: no real person, place or answer is in it.
 *
 * 63 provinces (strata, 6 regions) > districts (PSU, drawn from N_district) > communes (SSU, drawn from N_commune) > respondents
 * (drawn from N_person), all by simple random sampling without replacement. Every row carries the population counts of its
 * stages and the design weight N_district/n_district × N_commune/n_commune × N_person/n_person. Thirty items of 1 … 5 are
 * complete, with effects of province, district and commune and a common factor of the person.
 *
 * The same arguments give the same values on any machine (integer hash generator, sums of uniforms instead of logarithms), and
 * those of the CSV that R was timed on.
 */
export interface GeneratedSurvey {
  readonly rows: number;
  readonly region: Int32Array;
  readonly province: Int32Array;
  readonly district: Int32Array;
  readonly commune: Int32Array;
  readonly districtCount: Float64Array;
  readonly communeCount: Float64Array;
  readonly personCount: Float64Array;
  readonly weight: Float64Array;
  /** 0 = F, 1 = M. */
  readonly sex: Int32Array;
  /** 0 … 4: 18–24, 25–34, 35–49, 50–59, 60+. */
  readonly age: Int32Array;
  readonly urban: Int32Array;
  /** 0 … 3: primary, lower, upper, tertiary. */
  readonly education: Int32Array;
  /** Thirty items, each 1 … 5. */
  readonly items: readonly Float64Array[];
}

export const PROVINCES = 63;
export const ITEMS = 30;

interface GeneratorOptions {
  readonly rows?: number;
  readonly seed?: number;
  /** Sampled districts a province, and communes a district. */
  readonly districts?: number;
  readonly communes?: number;
}

export function generateSurvey({
  rows = 36630,
  seed = 20200101,
  districts = 6,
  communes = 5,
}: GeneratorOptions = {}): GeneratedSurvey {
  const random = mulberry32(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const normal = () => (random() + random() + random() + random() - 2) * 1.7320508;
  const survey = emptySurvey(rows);
  const sampledCommunes = PROVINCES * districts * communes;
  const base = Math.floor(rows / sampledCommunes);
  const extra = rows - base * sampledCommunes;
  let [row, commune] = [0, 0];
  for (let province = 1; province <= PROVINCES; province++) {
    const region = 1 + Math.floor(((province - 1) * 6) / PROVINCES);
    const districtCount = Math.max(districts + 2, between(8, 24));
    const provinceEffect = 0.35 * normal();
    const urbanShare = 0.15 + 0.5 * random();
    for (let d = 1; d <= districts; d++) {
      const communeCount = Math.max(communes + 3, between(9, 26));
      const districtEffect = 0.25 * normal();
      for (let c = 1; c <= communes; c++, commune++) {
        const persons = base + (commune < extra ? 1 : 0);
        const personCount = Math.max(persons * 4, between(2500, 14000));
        const communeEffect = 0.2 * normal();
        const urban = random() < urbanShare ? 1 : 0;
        const weight = (districtCount / districts) * (communeCount / communes) * (personCount / persons);
        const effect = provinceEffect + districtEffect + communeEffect + (urban ? -0.1 : 0.05);
        const place = {
          region,
          province,
          district: (province - 1) * districts + d,
          commune,
          districtCount,
          communeCount,
          personCount,
          weight: Number(weight.toFixed(6)),
          urban,
        };
        for (let person = 0; person < persons; person++, row++)
          writePerson(survey, row, place, effect, random, normal);
      }
    }
  }
  return survey;
}

/** A 32-bit hash generator: uniform numbers in 0 … 1. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function emptySurvey(rows: number): GeneratedSurvey {
  const whole = () => new Int32Array(rows);
  const real = () => new Float64Array(rows);
  return {
    rows,
    region: whole(),
    province: whole(),
    district: whole(),
    commune: whole(),
    districtCount: real(),
    communeCount: real(),
    personCount: real(),
    weight: real(),
    sex: whole(),
    age: whole(),
    urban: whole(),
    education: whole(),
    items: Array.from({ length: ITEMS }, real),
  };
}

type Place = Readonly<
  Record<
    | "region"
    | "province"
    | "district"
    | "commune"
    | "districtCount"
    | "communeCount"
    | "personCount"
    | "weight"
    | "urban",
    number
  >
>;

function writePerson(
  survey: GeneratedSurvey,
  row: number,
  place: Place,
  effect: number,
  random: () => number,
  normal: () => number,
): void {
  for (const [name, value] of Object.entries(place)) survey[name as keyof Place][row] = value;
  survey.sex[row] = random() < 0.53 ? 0 : 1;
  survey.age[row] = classOf(random(), [0.18, 0.42, 0.68, 0.86]);
  survey.education[row] = classOf(random(), [0.2, 0.5, 0.8]);
  const person = 0.7 * normal() + effect;
  survey.items.forEach((item, q) => {
    const difficulty = ((q * 7) % ITEMS) / ITEMS - 0.5;
    item[row] = 1 + classOf(3.9 + difficulty + person + 0.8 * normal(), [1.5, 2.5, 3.5, 4.5]);
  });
}

/** How many of the limits a value reaches. */
function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
