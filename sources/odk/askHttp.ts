import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** What a server is asked. */
export interface HttpQuestion {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The certificates of the authorities that are trusted; without it, those that Node trusts. */
  readonly ca: string | undefined;
  readonly signal: AbortSignal;
}

/** What it answered. */
export interface HttpAnswer {
  readonly status: number;
  /** Where a redirection points. */
  readonly location: string | undefined;
  readonly text: string;
}

/** Asks a server once. A redirection is an answer like any other, and not followed. */
export function askHttp(url: URL, { body, headers, ...options }: HttpQuestion): Promise<HttpAnswer> {
  const open = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const settings = { ...options, headers: { ...headers, "accept-encoding": "gzip" } };
    const request = open(url, settings, (response) => {
      const { statusCode: status = 0, headers } = response;
      readText(response, headers["content-encoding"] === "gzip").then(
        (answered) => resolve({ status, location: headers.location, text: answered }),
        reject,
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

function readText(body: Readable, isZipped: boolean): Promise<string> {
  return isZipped ? pipeline(body, createGunzip(), text) : pipeline(body, text);
}
