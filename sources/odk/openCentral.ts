import { SourceError } from "../../models/errors.ts";
import { networkHints } from "../database/networkHints.ts";
import { readSecret } from "../database/readSecret.ts";
import type { SourceContext } from "../source.ts";
import type { OdkConfig } from "./config.ts";

/** A session with an ODK Central. */
export interface Central {
  readonly where: string;
  /** What a path or address of this server answers, as JSON. Another server is never asked. */
  readonly get: (address: string) => Promise<unknown>;
}

/** Begins a session. Throws SourceError: not reached, refused, or too slow. */
export async function openCentral(config: OdkConfig, context: SourceContext): Promise<Central> {
  const base = new URL(config.url);
  const where = `The ODK Central at ${base.host}`;
  const reference = { file: config.password_file, env: config.password_env };
  const password = await readSecret(`The password of ${config.email}`, reference, context);
  const ask = async (address: string, init: RequestInit): Promise<unknown> => {
    const url = new URL(address, base);
    if (url.origin !== base.origin) {
      throw new SourceError(`${where} sent an address of another server (${url.host}); it is not followed.`);
    }
    try {
      const late = AbortSignal.timeout(config.page_seconds * 1000);
      const signal = context.signal ? AbortSignal.any([late, context.signal]) : late;
      const answer = await fetch(url, { ...init, signal, redirect: "error" });
      if (!answer.ok) throw refusal(where, answer.status);
      return await answer.json();
    } catch (error) {
      throw asCentralError(error, where);
    }
  };
  const session = (await ask("/v1/sessions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: config.email, password: password ?? "" }),
  })) as { token?: string };
  const headers = { authorization: `Bearer ${session.token ?? ""}` };
  return { where, get: (address) => ask(address, { headers }) };
}

function refusal(where: string, status: number): SourceError {
  const hint =
    status === 401
      ? "The password is wrong, or the account may not sign in."
      : status === 403 || status === 404
        ? "Give the account the role of a viewer of the project, or correct project and form in thuocdo.yaml."
        : undefined;
  const retriable = status >= 500 || status === 429;
  return new SourceError(`${where} refused with status ${status}.`, { ...(hint && { hint }), retriable });
}

function asCentralError(error: unknown, where: string): SourceError {
  if (error instanceof SourceError) return error;
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const said =
    name === "TimeoutError" ? "it did not answer in time" : (cause?.code ?? cause?.message ?? message);
  const hint = networkHints[cause?.code ?? ""];
  return new SourceError(`${where} failed: ${said}.`, { ...(hint && { hint }), retriable: true });
}
