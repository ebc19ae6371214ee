import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../../pipelines/commandLine.ts";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
beforeAll(async () => {
  project = await scratchProject();
});
afterAll(() => project.remove());

test("help names every command, gives examples first and lists the exit codes", async () => {
  const { code, out } = await project.thuocdo("--help");
  expect(code).toBe(0);
  expect(out.indexOf("Examples:")).toBeLessThan(out.indexOf("Usage:"));
  for (const name of ["init", "doctor", "demo", "collect", "build", "publish", "releases", "runs"])
    expect(out).toContain(`  ${name}`);
  expect(out).toContain("7 another run holds the lock");
});

/** The commands that a help lists, without its own. */
const commandsIn = (help: string): string[] =>
  [...(help.split("Commands:\n")[1] ?? "").matchAll(/^ {2}([a-z]+)/gm)]
    .map(([, name]) => name as string)
    .filter((name) => name !== "help");

test("the help of every command that does something has an example, and names what it needs", async () => {
  const helpOf = async (...words: string[]) => (await project.thuocdo(...words, "--help")).out;
  const found: string[] = [];
  for (const command of commandsIn(await helpOf())) {
    const help = await helpOf(command);
    const own = /^Examples?:\n {2}thuocdo/m;
    for (const name of commandsIn(help)) {
      expect(await helpOf(command, name), `${command} ${name}`).toMatch(own);
      found.push(`${command} ${name}`);
    }
    if (commandsIn(help).length === 0) expect(help, command).toMatch(own);
  }
  expect(found).toContain("recheck draw");
  expect(await helpOf("recheck", "draw")).toMatch(
    /--seed <n> .*\(needed\)\n {2}--share <x> .*\n .*\n {2}--out <file> .*\(needed\)/,
  );
});

test("whoever stops reading early, as `head` does, meets no error", () => {
  const main = join(packageRoot, "dist/pipelines/main.js");
  const script = '"$0" "$1" --help | true';
  const { status, stderr } = spawnSync("sh", ["-c", script, process.execPath, main], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a misspelt command is a usage error that suggests the right one", async () => {
  const { code, err } = await project.thuocdo("publsh");
  expect(code).toBe(2);
  expect(err).toContain("Did you mean publish?");
});

test("a number that is none is a usage error", async () => {
  const { code, err } = await project.thuocdo("demo", "--units", "many");
  expect(code).toBe(2);
  expect(err).toContain("It must be a whole number of at least 1.");
});

test("outside a project the command says how to make one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "thuocdo-none-"));
  const said: string[] = [];
  const code = await runCommandLine(["releases", "--project", folder], {
    out: () => {},
    err: (text) => said.push(text),
  });
  rmSync(folder, { recursive: true });
  expect(code).toBe(1);
  expect(said.join("\n")).toContain(`No thuocdo.yaml in ${folder} or in any folder above`);
  expect(said.join("\n")).toContain("thuocdo init");
});

test.each([
  [["runs", "show", "nothing"], "There is no run nothing."],
  [["notebook", "nothing.md"], "There is no notebook at"],
  [["sources", "compare", "3f2a", "91cc"], "There is no snapshot 3f2a."],
  [["scorecard", "template", "--unit", "Tỉnh 01", "--round", "1999"], "There is no round 1999."],
])("%j names what is not there: wrong usage", async (words, sentence) => {
  const { code, err } = await project.thuocdo(...words);
  expect(err).toContain(sentence);
  expect(code).toBe(2);
});

test("a misspelt format is refused before anything is read", async () => {
  const { code, err } = await project.thuocdo("publish", "--formats", "xslx,pdf");
  expect(code).toBe(2);
  expect(err).toMatch(/cannot be written as xslx: no such format .*\n.*may name .*xlsx/);
});

test.each<[string, string, number, RegExp]>([
  [
    "a folder of runs that is a file",
    "var: thuocdo.yaml\nstores: {}\n",
    8,
    /cannot be written: .*is no folder/,
  ],
  [
    "a folder of runs where none can be made",
    "var: /proc/thuocdo\nstores: {}\n",
    8,
    /cannot be (made|written)/,
  ],
  [
    "a store named in capitals",
    "stores: { Demo: { kind: store } }\n",
    3,
    /stores\.Demo: is no name .* small letters/,
  ],
  ["a size with a blank", "memory_limit: 4 GB\nstores: {}\n", 3, /is "4 GB"; a size such as 2GB is needed/],
  ["a text of another encoding", "\u0000s\u0000t\u0000", 3, /thuocdo\.yaml:1: is no text in UTF-8/],
])("%s in thuocdo.yaml is said, without a stack", async (_, text, expected, sentence) => {
  const own = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
  project.edit("thuocdo.yaml", () => text);
  const { code, err } = await project.thuocdo("collect");
  project.edit("thuocdo.yaml", () => own);
  expect(code).toBe(expected);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/is a bug/);
});

test("a project that names no store says that its snapshot is empty", async () => {
  const own = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
  project.edit("thuocdo.yaml", () => "stores: {}\n");
  const { code, err } = await project.thuocdo("collect");
  project.edit("thuocdo.yaml", () => own);
  expect(code).toBe(0);
  expect(err).toMatch(/names no store that is there/);
});

test("init refuses a folder that is a project already, and changes nothing", async () => {
  const before = readFileSync(join(project.folder, "thuocdo.yaml"), "utf8");
  const { code, err } = await project.thuocdo("init", project.folder);
  expect(code).toBe(1);
  expect(err).toContain("is a project already; nothing was changed");
  expect(readFileSync(join(project.folder, "thuocdo.yaml"), "utf8")).toBe(before);
});

test("a failed run leaves a record with its exit code and sentence", async () => {
  const failed = await project.thuocdo("build");
  expect(failed.code).toBe(4); // no demo store yet
  const records = JSON.parse((await project.thuocdo("runs", "list", "--json")).out) as Record<
    string,
    unknown
  >[];
  expect(records.at(-1)).toMatchObject({ command: "build", status: "failed", exit_code: 4 });
  const shown = await project.thuocdo("runs", "show", String(records.at(-1)?.["id"]));
  expect(shown.out).toContain('"exit_code": 4');
});

test("a typing error in thuocdo.yaml is named with its line", async () => {
  project.edit("thuocdo.yaml", (text) => text.replace("language: vi", "langauge: vi"));
  const { code, err } = await project.thuocdo("releases");
  project.edit("thuocdo.yaml", (text) => text.replace("langauge: vi", "language: vi"));
  expect(code).toBe(3);
  expect(err).toMatch(/thuocdo\.yaml:2: .*langauge/);
});
