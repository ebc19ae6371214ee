import type { FileHandle } from "node:fs/promises";

const blockSize = 262_144;
/** As much as DuckDB reads of a pipe at one go: rows come on while it works on them. */
const mostBlocks = 32;

/** Blocks of bytes on their way to a file. */
export interface BlockQueue {
  /** A block to be filled; a longer one where the usual one is too short. */
  readonly blank: (atLeast: number) => Buffer;
  /** Takes a block over, up to where it is filled. */
  readonly take: (block: Buffer, filled: number) => void;
  /** When all that was taken is written. */
  readonly written: () => Promise<void>;
}

/**
 * Writes blocks to a file, one after the other. While too many wait, what fills them is paused. Blocks are used again,
 * so that none is left for the garbage collector.
 */
export function blockQueue(
  file: FileHandle,
  filler: { readonly pause: () => void; readonly resume: () => void },
  fail: (error: unknown) => void,
): BlockQueue {
  const spare: Buffer[] = [];
  let waiting = 0;
  let written = Promise.resolve();

  const write = async (block: Buffer, filled: number) => {
    for (let done = 0; done < filled; ) done += (await file.write(block, done, filled - done)).bytesWritten;
    if (block.length === blockSize) spare.push(block);
    waiting -= 1;
    if (waiting === mostBlocks - 1) filler.resume();
  };
  return {
    blank: (atLeast) =>
      atLeast > blockSize ? Buffer.allocUnsafe(atLeast) : (spare.pop() ?? Buffer.allocUnsafe(blockSize)),
    take: (block, filled) => {
      waiting += 1;
      if (waiting === mostBlocks) filler.pause();
      written = written.then(() => write(block, filled));
      written.catch(fail);
    },
    written: () => written,
  };
}
