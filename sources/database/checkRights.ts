import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";
import type { OpenDatabase } from "./openDatabase.ts";

/** Warns of an account that may do more than read; refuses it where the store says `strict`. */
export async function checkRights(
  db: OpenDatabase,
  { isStrict, grants }: { readonly isStrict: boolean; readonly grants: string },
  context: SourceContext,
): Promise<void> {
  const rights = await db.writingRights();
  if (rights.length === 0) return;
  const message = `${db.where} is read by an account that is not read-only: it may ${rights.join(", ")}.`;
  if (!isStrict) return context.warn?.(message);
  throw new SourceError(message, {
    hint: `Have an account made that may only read, and name it as user in thuocdo.yaml: ${grants}`,
  });
}
