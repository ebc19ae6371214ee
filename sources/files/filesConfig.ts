import { z } from "zod";

/** What thuocdo.yaml says of a store of the kind `files`. */
export const filesConfig = z.strictObject({
  /** A CSV of published points, laid out as models/published/par_ministry.csv. */
  path: z.string().min(1),
  level: z.enum(["ministry", "province"]),
  /** The years of the table to read; each is a round. */
  years: z.array(z.int()).min(1),
  /** What the table calls a component → the block of points that it is in models/rounds. */
  components: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9_]*$/)).default({
    "điểm thẩm định": "appraised",
    "điểm điều tra XHH": "survey",
    total: "total",
  }),
});

export type FilesConfig = z.infer<typeof filesConfig>;
