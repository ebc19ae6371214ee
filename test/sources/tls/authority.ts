import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate and the key that belongs to it, as text (PEM). */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of a test's own, as an office has one for its servers. */
export interface Authority {
  /** Where its own certificate stands. */
  readonly file: string;
  /** Signs a certificate for names such as `DNS:localhost,IP:127.0.0.1`; with `days` of -1 it has expired. */
  readonly issue: (names: string, days?: number) => Certificate;
}

const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

/** Makes an authority with the command `openssl`; its files stand in a folder that is there. */
export function makeAuthority(folder: string, name: string): Authority {
  const path = (file: string) => join(folder, `${name}.${file}`);
  const openssl = (command: string, ...args: string[]) =>
    execFileSync("openssl", [command, ...args], { stdio: "pipe" });
  const [file, ownKey] = [path("pem"), path("key")];
  openssl("req", "-x509", ...newKey, "-keyout", ownKey, "-out", file, "-subj", `/CN=${name}`);
  return {
    file,
    issue: (names, days = 30) => {
      const [request, key, cert, extensions] = ["csr", "server.key", "server.pem", "ext"].map(path) as [
        string,
        string,
        string,
        string,
      ];
      writeFileSync(extensions, `subjectAltName=${names}\n`);
      openssl("req", "-new", ...newKey, "-keyout", key, "-out", request, "-subj", "/CN=server");
      const signed = ["-CA", file, "-CAkey", ownKey, "-CAcreateserial", "-extfile", extensions];
      openssl("x509", "-req", "-in", request, "-out", cert, "-days", `${days}`, ...signed);
      return { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
    },
  };
}
