import { readFile, stat } from "node:fs/promises";
import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";

/** Where a secret stands: at most one of the two. */
export interface SecretReference {
  readonly file: string | undefined;
  readonly env: string | undefined;
}

/**
 * A secret, read where its reference points; undefined without a reference. No sentence ever holds it.
 * Throws SourceError: nothing there, or both named.
 */
export async function readSecret(
  what: string,
  { file, env }: SecretReference,
  context: SourceContext,
): Promise<string | undefined> {
  if (file !== undefined && env !== undefined) {
    throw new SourceError(`${what} is named both by a file and by an environment variable.`, {
      hint: "Keep one of the two in thuocdo.yaml.",
    });
  }
  if (env !== undefined) return fromEnvironment(what, env);
  if (file !== undefined) return fromFile(what, context.resolvePath(file), context);
  return undefined;
}

function fromEnvironment(what: string, env: string): string {
  const value = process.env[env];
  if (!value) {
    throw new SourceError(`${what} is to be in the environment variable ${env}, which is empty.`, {
      hint: `Set ${env} for whoever runs thuocdo, or name a file instead.`,
    });
  }
  return value;
}

async function fromFile(what: string, path: string, context: SourceContext): Promise<string> {
  const hint = "Put the secret there, alone in its file, readable by this user only.";
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new SourceError(`${what} is to be in ${path}, which cannot be read (${cause.code}).`, { hint });
  });
  const value = text.replace(/^\uFEFF/, "").replace(/\r?\n$/, ""); // an editor's mark is no part of it
  if (value === "") throw new SourceError(`${what} is to be in ${path}, which is empty.`, { hint });
  if (((await stat(path)).mode & 0o077) !== 0) {
    context.warn?.(`${what} stands in ${path}, which other users may read: make it private (chmod 600).`);
  }
  return value;
}
