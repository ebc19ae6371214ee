import { z } from "zod";
import type { Words } from "./messages/words.ts";
import type { Reader } from "./reader.ts";

/** The columns of a mart that holds provinces and the nation side by side. */
export const domainRow = {
  domain_level: z.enum(["nation", "region", "province"]),
  domain_code: z.string(),
  unit_code: z.string().nullable(), // null: a public aggregate
  domain_name: z.string(),
  domain_name_en: z.string(),
};

interface InDomain {
  readonly domain_level: "nation" | "region" | "province";
  readonly unit_code: string | null;
  readonly domain_name: string;
  readonly domain_name_en: string;
}

/** The reader's own domain: the nation for the national bundle, the unit for its own. */
export function ownDomain<Row extends InDomain>(rows: readonly Row[], reader: Reader): Row[] {
  return reader.kind === "national"
    ? rows.filter((row) => row.domain_level === "nation")
    : rows.filter((row) => row.unit_code === reader.unit_code);
}

export function domainName(row: InDomain, words: Words): string {
  return words.pick(row.domain_name, row.domain_name_en);
}
