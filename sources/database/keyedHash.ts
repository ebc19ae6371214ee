import { createHmac } from "node:crypto";
import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";
import { readSecret, type SecretReference } from "./readSecret.ts";

const leastLength = 16;

/** Turns what identifies a person into a key: the same for the same person and secret, and nothing without the secret. */
export type KeyedHash = (identity: string) => string;

/** HMAC-SHA-256, its first 128 bits in hexadecimal. Throws SourceError without a key, or with a short one. */
export async function readKeyedHash(reference: SecretReference, context: SourceContext): Promise<KeyedHash> {
  const key = await readSecret("The key that hashes tokens", reference, context);
  if (key === undefined || key.length < leastLength) {
    const held = key === undefined ? "there is none" : `the one that is named has ${key.length}`;
    throw new SourceError(
      `Tokens are hashed with a key of at least ${leastLength} characters, and ${held}.`,
      {
        hint: "Name token_key_file or token_key_env at the store in thuocdo.yaml; keep the key as long as the round is compared.",
      },
    );
  }
  return (identity) => createHmac("sha256", key).update(identity).digest("hex").slice(0, 32);
}

/** An interviewer as what is hashed, as SQL over a column: the same in every kind of store. */
export function interviewerOf(column: string): string {
  return `'submitter:' || ${column}`;
}
