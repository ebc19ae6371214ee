import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { SourceError } from "../../models/errors.ts";
import type { SourceContext } from "../source.ts";

/** The certificate with which a server's own is checked; undefined where none is named. Throws SourceError. */
export async function readCertificate(
  file: string | undefined,
  context: SourceContext,
): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const path = context.resolvePath(file);
  const hint = "Put the certificate of the server's authority there, as text (PEM), or correct tls_ca_file.";
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new SourceError(`The certificate is to be in ${path}, which cannot be read (${cause.code}).`, {
      hint,
    });
  });
  try {
    new X509Certificate(text);
  } catch {
    throw new SourceError(`The file ${path} holds no certificate.`, { hint });
  }
  return text;
}
