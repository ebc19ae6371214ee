import { z } from "zod";
import { CheckError } from "../models/errors.ts";

export const provenance = z.enum(["published", "derived", "illustrative"]);
export type Provenance = z.infer<typeof provenance>;

/** Where the figures of one block come from; published figures and ones derived from them may stand together. */
export type BlockProvenance = Provenance | "published_and_derived";

/**
 * The provenance of a block made from these rows.
 *
 * @throws CheckError when invented and real figures meet in one block, or when there is no row to tell
 */
export function provenanceOf(
  rows: readonly { readonly provenance: Provenance }[],
  block: string,
): BlockProvenance {
  const kinds = new Set(rows.map((row) => row.provenance));
  if (kinds.size === 0)
    throw new CheckError(`"${block}" was made from no row, so its provenance is unknown.`);
  if (kinds.has("illustrative") && kinds.size > 1) {
    throw new CheckError(
      `"${block}" mixes illustrative rows with ${[...kinds].filter((kind) => kind !== "illustrative").join(" and ")} rows; an invented figure never shares a line, a rank or a total with a real one.`,
    );
  }
  return kinds.size === 2 ? "published_and_derived" : ([...kinds][0] as Provenance);
}

/** What several blocks say together, without saying it twice. */
export function provenancesOf(
  blocks: readonly { readonly provenance: BlockProvenance }[],
): readonly BlockProvenance[] {
  const kinds = new Set(blocks.map((block) => block.provenance));
  if (kinds.has("published_and_derived") || (kinds.has("published") && kinds.has("derived"))) {
    kinds.delete("published");
    kinds.delete("derived");
    kinds.add("published_and_derived");
  }
  return [...kinds].sort();
}
