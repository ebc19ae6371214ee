import { readFileSync, writeFileSync } from "node:fs";

const headerBytes = 4096;

/**
 * Makes a DuckDB file one of a storage version that no engine here can read: the version in its first header, with the
 * header's checksum set right, as an engine of the future would write it.
 */
export function writeAsIfNewer(path: string): void {
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 8, 12) !== "DUCK") throw new Error(`${path} is no DuckDB file`);
  bytes.writeBigUInt64LE(9999n, 12);
  let checksum = 5381n;
  for (let at = 8; at < headerBytes; at += 8)
    checksum ^= BigInt.asUintN(64, bytes.readBigUInt64LE(at) * 0xbf58476d1ce4e5b9n);
  bytes.writeBigUInt64LE(checksum, 0);
  writeFileSync(path, bytes);
}
