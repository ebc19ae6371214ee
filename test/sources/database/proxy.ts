import { connect, createServer, type Socket } from "node:net";

/** A real TCP proxy on this machine that can fail in the middle of a conversation. */
export interface Proxy {
  readonly port: number;
  /** Bytes that the server may still send: then the connection is cut, or hangs without a word. */
  readonly failAfter: (bytes: number, how: "cut" | "hang") => void;
  readonly connections: () => number;
  /** How many bytes the server sent. */
  readonly bytes: () => number;
  readonly stop: () => Promise<void>;
}

export async function startProxy(target: number): Promise<Proxy> {
  let left = Number.POSITIVE_INFINITY;
  let failure: "cut" | "hang" = "cut";
  let count = 0;
  let sent = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    count += 1;
    const far = connect(target, "127.0.0.1");
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => open.delete(socket));
    }
    near.on("data", (chunk) => far.write(chunk));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    far.on("data", (chunk) => {
      sent += chunk.length;
      if (left > 0) near.write(chunk.subarray(0, left)); // nothing comes after a gap
      left -= chunk.length;
      if (left <= 0 && failure === "cut") setImmediate(() => near.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as { port: number }).port,
    failAfter: (bytes, how) => {
      left = bytes;
      failure = how;
    },
    connections: () => count,
    bytes: () => sent,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
