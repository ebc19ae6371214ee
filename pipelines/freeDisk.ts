import { readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import { StorageError } from "../models/errors.ts";
import { asStorageError, makeFolder } from "./files.ts";
import { type Project, toBytes } from "./project.ts";

/** A run holds its new warehouse beside the old one, its snapshot and its pages: so many times the largest build. */
const timesLargestBuild = 3;

/** Refuses before any work begins where the folder of runtime state cannot be written or has too little room. */
export async function checkFreeDisk(project: Project): Promise<void> {
  await checkWritable(project);
  const needed = Math.max(
    toBytes(project.config.free_disk),
    timesLargestBuild * (await largestBuild(project)),
  );
  const free = await freeBytes(project);
  if (free >= needed) return;
  throw new StorageError(
    `The disk has too little room: ${project.varPath()} has ${inMegabytes(free)} free, and a run needs ${inMegabytes(needed)}.`,
    {
      hint: "Free some space, or name another folder as `var` in thuocdo.yaml; the last release is untouched.",
    },
  );
}

/** Writes a small file where runs write, and removes it: rights and read-only disks show in nothing else. */
export async function checkWritable(project: Project): Promise<void> {
  const probe = project.varPath("tmp", `probe-${process.pid}`);
  try {
    await makeFolder(project.varPath("tmp"));
    await writeFile(probe, "thuocdo");
  } catch (error) {
    throw asStorageError(error, project.varPath());
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

export async function freeBytes(project: Project): Promise<number> {
  const { bavail, bsize } = await statfs(project.varPath());
  return bavail * bsize;
}

async function largestBuild(project: Project): Promise<number> {
  const names = await readdir(project.varPath("builds")).catch(() => []);
  const sizes = names.map((name) =>
    stat(project.varPath("builds", name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return Math.max(0, ...(await Promise.all(sizes)));
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
