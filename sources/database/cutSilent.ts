import type { Socket } from "node:net";

/**
 * Cuts a socket on which nothing moves for too long: TCP alone would wait for hours. While the server waits for us, since
 * what it sent is not written yet, it is not silent. Gives what ends the watch.
 */
export function cutSilent(socket: Socket, seconds: number, isWaitingForUs: () => boolean): () => void {
  const silent = () => {
    if (isWaitingForUs()) socket.setTimeout(seconds * 1000);
    else socket.destroy(new Error(`the server said nothing for ${seconds} s`));
  };
  socket.setTimeout(seconds * 1000);
  socket.on("timeout", silent);
  return () => {
    socket.setTimeout(0);
    socket.off("timeout", silent);
  };
}
