import { createHash } from "node:crypto";
import { whatIfScript } from "./whatIfScript.ts";

/** What a page may load: its own styles, fonts and pictures, and nothing from anywhere else. */
export const contentPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The same for a page on which values can be tried: that one script may run, by its hash, and no other. */
export const contentPolicyWithTrying = `${contentPolicy}; script-src 'sha256-${createHash("sha256").update(whatIfScript).digest("base64")}'`;
