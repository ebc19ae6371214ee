import { open } from "node:fs/promises";
import type { Connection } from "mysql2";
import { type BlockQueue, blockQueue } from "./blockQueue.ts";

/** A row as the driver hands it on: its bytes are those from `offset` to `end`, until the next row comes. */
interface Packet {
  readonly buffer: Buffer;
  readonly offset: number;
  readonly end: number;
  readonly isEOF: () => boolean;
}

/** The driver's command: what it does with a packet of rows, and who takes the next one. */
interface RowTaker {
  row: (packet: Packet, connection: Connection) => unknown;
}

/**
 * Writes the rows of a statement as a CSV file. Lines are made of the bytes that the server sent, in blocks that are written
 * when they are full: the driver would make an object of every row and a value of every column, at ten times the cost.
 *
 * @param lost ends the writing, with its reason
 * @param sent is called when the server has sent the last row
 */
export async function writeCsv(
  connection: Connection,
  sql: string,
  path: string,
  { lost, sent }: { readonly lost: AbortSignal; readonly sent: () => void },
): Promise<void> {
  const file = await open(path, "w");
  let isOver = false;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (error: unknown) => {
        isOver = true; // rows that still come are let pass
        reject(error);
      };
      lost.addEventListener("abort", () => fail(lost.reason), { once: true });
      const blocks = blockQueue(file, connection, fail);
      const lines = csvLines(blocks);
      const command = connection.query({ sql });
      const taker = command as unknown as RowTaker;
      const atEnd = taker.row;
      taker.row = (packet, from) => {
        if (packet.isEOF()) return atEnd.call(command, packet, from);
        if (!isOver) lines.add(packet.buffer, packet.offset, packet.end);
        return taker.row;
      };
      command.on("error", fail);
      command.on("end", () => {
        sent();
        lines.send();
        blocks.written().then(resolve, fail);
      });
    });
  } finally {
    isOver = true;
    await file.close();
  }
}

const [quote, comma, newline] = [0x22, 0x2c, 0x0a];
const nullText = Buffer.from("\\N");

/** Signs that are quoted: those that a CSV and its NULL are made of, and those that a reader of it may leave out. */
const special = new Uint8Array(256);
for (const sign of Buffer.from('",\r\n\\\0\x1a')) special[sign] = 1;
special[0xef] = 1; // the first of a byte order mark

/** Rows of the server's protocol, each value with its length before it, as lines of CSV in blocks. */
function csvLines({ take, blank }: BlockQueue): {
  readonly add: (row: Buffer, from: number, to: number) => void;
  readonly send: () => void;
} {
  let block = blank(0);
  let filled = 0;

  const send = () => {
    if (filled > 0) take(block, filled);
    filled = 0;
  };

  const add = (row: Buffer, from: number, to: number) => {
    const most = 3 * (to - from); // of a text that is empty and alone in its line; others grow less
    if (filled + most > block.length) {
      send();
      block = blank(most);
    }
    let at = from;
    while (at < to) {
      let length = row[at]!;
      at += 1;
      if (length === 251) {
        filled += nullText.copy(block, filled);
      } else {
        if (length > 251) {
          const width = length === 252 ? 2 : length === 253 ? 3 : 6; // no text is as long as eight bytes can tell
          length = row.readUIntLE(at, width);
          at += width === 6 ? 8 : width;
        }
        const isAlone = length === 0 && to - from === 1; // an empty line would be none
        filled = isAlone
          ? writeQuoted(row, at, at, block, filled)
          : write(row, at, at + length, block, filled);
        at += length;
      }
      block[filled] = comma;
      filled += 1;
    }
    block[filled - 1] = newline;
  };
  return { add, send };
}

/** Writes a text as it stands, or in quotes if some sign of it asks for them. Gives where it ends. */
function write(row: Buffer, from: number, to: number, block: Buffer, start: number): number {
  let signs = 0;
  let end = start;
  for (let at = from; at < to; at += 1) {
    const byte = row[at]!;
    signs |= special[byte]!;
    block[end] = byte;
    end += 1;
  }
  return signs === 0 ? end : writeQuoted(row, from, to, block, start);
}

function writeQuoted(row: Buffer, from: number, to: number, block: Buffer, start: number): number {
  let end = start;
  block[end++] = quote;
  for (let at = from; at < to; at += 1) {
    const byte = row[at]!;
    if (byte === quote) block[end++] = quote;
    block[end++] = byte;
  }
  block[end++] = quote;
  return end;
}
