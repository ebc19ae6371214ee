import { z } from "zod";

const year = z.int().min(2000).max(2100);
/** A printed figure keeps its digits: it is compared and shown as text, never rounded on the way. */
const printed = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "it must be plain digits with a point")
  .nullable();
const rank = z.int().positive().nullable();
const count = z.int().nonnegative().nullable();
const url = z.string().min(1);

/** One figure of the PAR INDEX as published: a unit's, a region's or a national one. Empty value: only a rank was printed. */
export const parRow = z.strictObject({
  year,
  level: z.enum(["ministry", "province", "region"]),
  unit: z.string().min(1),
  component: z.string().min(1),
  value: printed,
  max: printed,
  rank,
  source_url: url,
});

/** A figure that follows from published ones by the arithmetic it names. */
export const parDerivedRow = parRow.extend({ derivation: z.string().min(1) });

export const parStructureRow = z.strictObject({
  scheme: z.string().min(1),
  index_years: z.string().min(1),
  level: z.enum(["ministry", "province"]),
  area_no: count,
  area: z.string().min(1),
  criteria: count,
  subcriteria: count,
  max_points: printed,
  survey_points: printed,
  status: z.string().min(1),
  source_url: url,
});

export const parConflictRow = z.strictObject({
  year,
  level: z.enum(["ministry", "province", "region"]),
  unit: z.string().min(1),
  component: z.string().min(1),
  candidate_values: z.string().min(1),
  note: z.string().min(1),
  source_urls: url,
});

export const sipasRow = z.strictObject({
  year,
  level: z.enum(["national", "province", "agency", "city", "ministry", "district", "group"]),
  unit: z.string().min(1),
  component: z.string().min(1),
  value: printed,
  unit_of_value: z.string().min(1),
  n: count,
  rank,
  source_url: url,
});

/** A derived, contradicted or weak SIPAS figure, with what is wrong with it. */
export const sipasUncertainRow = sipasRow.extend({ why: z.string().min(1) });

export const sipasRankListRow = z.strictObject({
  year,
  list: z.string().min(1),
  position_listed: z.int().positive(),
  unit: z.string().min(1),
  source_url: url,
});

export const sipasSampleRow = z.strictObject({
  year,
  scope: z.string().min(1),
  survey: z.string().min(1),
  forms_planned_or_issued: count,
  forms_returned: count,
  forms_valid_or_respondents: count,
  districts: count,
  communes: count,
  villages: count,
  source_url: url,
  note: z.string(),
});

export const sipasTrialRow = z.strictObject({
  year,
  unit: z.string().min(1),
  registered: z.int().nonnegative(),
  form: z.string().min(1),
  responses: z.int().nonnegative(),
  source_url: url,
});

/** A total of the 2019 census, all ages: never a margin of adults. */
export const censusRow = z.strictObject({
  area: z.string().min(1),
  margin: z.string().min(1),
  value: printed,
  source_url: url,
});

/** Which decision's set of criteria served which index years of a level. `unconfirmed` years serve as break marks only. */
export const frameworkRow = z.strictObject({
  framework_code: z.string().min(1),
  unit_level: z.enum(["ministry", "province"]),
  from_year: year,
  to_year: year,
  framework_status: z.enum(["confirmed", "unconfirmed"]),
  note: z.string(),
  source_url: url,
});

export type Framework = z.infer<typeof frameworkRow>;

/** The files of this folder and the schema of their rows. */
export const publishedFiles = {
  par_ministry: parRow,
  par_province: parRow,
  par_components: parRow,
  par_means: parRow,
  par_derived: parDerivedRow,
  par_structure: parStructureRow,
  par_conflicts: parConflictRow,
  sipas_results: sipasRow,
  sipas_uncertain: sipasUncertainRow,
  sipas_rank_lists: sipasRankListRow,
  sipas_samples: sipasSampleRow,
  sipas_trial2021: sipasTrialRow,
  sipas_census2019_margins: censusRow,
  frameworks: frameworkRow,
} as const;

export type PublishedFile = keyof typeof publishedFiles;
export type PublishedRows = {
  readonly [File in PublishedFile]: readonly z.infer<(typeof publishedFiles)[File]>[];
};
