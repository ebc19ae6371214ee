import { SourceError } from "../../models/errors.ts";
import { isLocal } from "../database/login.ts";
import { readNetworkError } from "../database/networkError.ts";
import { networkHints, transientCodes } from "../database/networkHints.ts";
import { readCertificate } from "../database/readCertificate.ts";
import { readSecret } from "../database/readSecret.ts";
import type { SourceContext } from "../source.ts";
import { askHttp, type HttpAnswer, type HttpQuestion } from "./askHttp.ts";
import type { OdkConfig } from "./config.ts";

/** A session with an ODK Central. */
export interface Central {
  readonly where: string;
  /** What a path or address of this server answers, as JSON. Another server is never asked. */
  readonly get: (address: string) => Promise<unknown>;
}

const sessions = "/v1/sessions";

/** Begins a session. Throws SourceError: not reached, not trusted, refused, or too slow. */
export async function openCentral(config: OdkConfig, context: SourceContext): Promise<Central> {
  const base = new URL(config.url);
  const where = `The ODK Central at ${base.host}`;
  const reference = { file: config.password_file, env: config.password_env };
  const password = await readSecret(`The password of ${config.email}`, reference, context);
  if (password === undefined) throw noPassword(where);
  if (base.protocol === "http:" && !isLocal({ host: base.hostname.replaceAll(/[[\]]/g, "") })) {
    context.warn?.(`${where} is reached without encryption: write its url with https.`);
  }
  const ca = await readCertificate(config.tls_ca_file, context);
  const ask = async (address: string, question: Pick<HttpQuestion, "method" | "headers" | "body">) => {
    const url = new URL(address, base);
    if (url.origin !== base.origin) {
      throw new SourceError(`${where} sent an address of another server (${url.host}); it is not followed.`);
    }
    const late = AbortSignal.timeout(config.page_seconds * 1000);
    const signal = context.signal ? AbortSignal.any([late, context.signal]) : late;
    const answer = await askHttp(url, { ...question, ca, signal }).catch((error) => {
      throw late.aborted ? tooSlow(where) : asCentralError(error, where);
    });
    return readJson(answer, where, url);
  };
  const session = (await ask(sessions, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: config.email, password }),
  })) as { token?: string };
  const headers = { authorization: `Bearer ${session.token ?? ""}` };
  return { where, get: (address) => ask(address, { method: "GET", headers }) };
}

const notCentral =
  "Is an ODK Central there? Correct url in thuocdo.yaml: https:// and the name of its server.";

function readJson(answer: HttpAnswer, where: string, url: URL): unknown {
  if (answer.status < 200 || answer.status > 299) throw refusal(where, answer, url);
  try {
    return JSON.parse(answer.text);
  } catch {
    throw new SourceError(`${where} answered with something else than JSON.`, { hint: notCentral });
  }
}

function refusal(where: string, { status, location }: HttpAnswer, url: URL): SourceError {
  const hint = hintOf(status, url, location);
  const retriable = status >= 500 || status === 429;
  return new SourceError(`${where} refused with status ${status}.`, { ...(hint && { hint }), retriable });
}

function hintOf(status: number, url: URL, location: string | undefined): string | undefined {
  if (status === 401) return "The password is wrong, or the account may not sign in.";
  if (location !== undefined && URL.canParse(location, url.href)) {
    return `It points to ${new URL(location, url).origin}: is that the url of the store?`;
  }
  if (status < 500 && url.pathname === sessions) return notCentral;
  return status === 403 || status === 404
    ? "Give the account the role of a viewer of the project, or correct project and form in thuocdo.yaml."
    : undefined;
}

function asCentralError(error: unknown, where: string): SourceError {
  const { code, said } = readNetworkError(error);
  const hint = networkHints[code];
  return new SourceError(`${where} failed: ${said}.`, {
    ...(hint && { hint }),
    retriable: transientCodes.has(code),
  });
}

function tooSlow(where: string): SourceError {
  return new SourceError(`${where} failed: it did not answer in time.`, {
    hint: "Raise page_seconds of the store in thuocdo.yaml, or lower its page_size.",
    retriable: true,
  });
}

function noPassword(where: string): SourceError {
  return new SourceError(`${where} asks for a password, and none is named.`, {
    hint: "Name password_file or password_env at the store in thuocdo.yaml.",
  });
}
