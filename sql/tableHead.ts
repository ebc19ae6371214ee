import { z } from "zod";

const checks = z.strictObject({
  /** column: [lowest, highest] */
  between: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
  /** column: the values it may hold */
  "one of": z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean()]))).optional(),
  /** column: schema.table.column in which every value must stand */
  "refers to": z.record(z.string(), z.string().regex(/^\w+\.\w+\.\w+$/)).optional(),
  /** a sentence that holds: the SELECT of what would break it; `this` is the table itself */
  "no rows": z.record(z.string(), z.string()).optional(),
});

export type Checks = z.infer<typeof checks>;

/**
 * The promises in the head of a table: what it is, what one row is, what always holds.
 * `grain` implies unique and not null. `checks` stop the run; `warnings` (the same kinds) are only recorded.
 */
export const tableHead = z.strictObject({
  summary: z.string().min(1),
  grain: z.array(z.string()).min(1),
  columns: z.record(z.string(), z.string()).optional(),
  checks: checks.optional(),
  warnings: checks.optional(),
});

export type TableHead = z.infer<typeof tableHead>;
