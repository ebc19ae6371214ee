import { Unzip, UnzipInflate, unzipSync } from "fflate";

/** What an incoming workbook may be at most. A real hand-in of two hundred rows is far below each of them. */
export const archiveLimits = {
  fileBytes: 20 * 1024 * 1024,
  entries: 500,
  unzippedBytes: 60 * 1024 * 1024,
  /** Unzipped over zipped, for an entry of more than a megabyte. */
  ratio: 150,
} as const;

const chunkBytes = 8 * 1024; // one chunk unzips to at most about 8 MB before it is counted

/** Why a file is not opened at all, in the words of whoever handed it in. */
export class ArchiveError extends Error {}

/**
 * Unzips a workbook without trusting it: the file, the number of entries, the declared sizes and the ratio are
 * judged from the directory before anything is unzipped, and then the bytes themselves are counted as they come.
 *
 * @throws ArchiveError: too large, a zip bomb, no zip file, encrypted, with macros, or two entries of one name
 */
export function openArchive(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const mb = (size: number) => `${Math.round(size / 1024 / 1024)} MB`;
  if (bytes.length > archiveLimits.fileBytes)
    throw new ArchiveError(`tệp nặng ${mb(bytes.length)}; tối đa ${mb(archiveLimits.fileBytes)}`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ArchiveError(
      "tệp có mật khẩu hoặc ở định dạng .xls cũ; hãy lưu lại thành .xlsx không mật khẩu",
    );
  const names = readDirectory(bytes);
  const contents = inflate(bytes);
  if (contents.size !== names.size || [...names].some((name) => !contents.has(name)))
    throw new ArchiveError("mục lục của tệp nén không khớp nội dung");
  if (names.has("xl/vbaProject.bin")) throw new ArchiveError("tệp có macro; hãy lưu lại thành .xlsx");
  return contents;
}

function readDirectory(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  let total = 0;
  const look = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (names.has(name)) throw new ArchiveError(`tệp nén có hai mục cùng tên ${name}`);
    names.add(name);
    total += originalSize;
    if (names.size > archiveLimits.entries)
      throw new ArchiveError(`tệp nén có hơn ${archiveLimits.entries} mục`);
    if (total > archiveLimits.unzippedBytes || isBomb(size, originalSize)) throw tooLarge();
    return false;
  };
  try {
    unzipSync(bytes, { filter: look });
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError("tệp không phải sổ tính .xlsx đọc được");
  }
  return names;
}

function inflate(bytes: Uint8Array): Map<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>();
  let total = 0;
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, isLast) => {
      if (error)
        throw error instanceof ArchiveError
          ? error
          : new ArchiveError(`mục ${file.name} của tệp nén bị hỏng`);
      size += chunk.length;
      total += chunk.length;
      if (total > archiveLimits.unzippedBytes || isBomb(bytes.length, size)) throw tooLarge();
      chunks.push(chunk);
      if (isLast) contents.set(file.name, join(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length; from += chunkBytes)
      unzip.push(bytes.subarray(from, from + chunkBytes), from + chunkBytes >= bytes.length);
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    throw new ArchiveError("tệp nén bị hỏng");
  }
  return contents;
}

function isBomb(zipped: number, unzipped: number): boolean {
  return unzipped > 1024 * 1024 && unzipped > zipped * archiveLimits.ratio;
}

function tooLarge(): ArchiveError {
  return new ArchiveError("tệp nén phình ra quá lớn khi giải nén (nghi là bom nén); không giải nén tiếp");
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
