/** What a driver, the network or TLS said: the code it is known by, and words for the end of a sentence. */
export interface Said {
  readonly code: string;
  readonly said: string;
}

/** Reads an error that came from outside: of many lines the first, of TLS its reason alone. */
export function readNetworkError(error: unknown): Said {
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const [, reason] = /:SSL routines:[^:]*:([^:]+):/.exec(message) ?? [];
  if (reason) return { code: `ERR_SSL_${reason.toUpperCase().replaceAll(" ", "_")}`, said: `TLS: ${reason}` };
  return { code, said: (message || code).split("\n")[0]!.replace(/\.$/, "") };
}
