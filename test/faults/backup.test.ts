import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { filesIn } from "../../pipelines/discover.ts";
import { sha256OfFile } from "../../pipelines/files.ts";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";
import { run, start, until } from "./thuocdo.ts";

let project: ScratchProject;
let backup: string;
const inVar = (...parts: string[]) => join(project.folder, "var", ...parts);
beforeAll(async () => {
  project = await scratchProject();
  backup = mkdtempSync(join(tmpdir(), "thuocdo-backup-"));
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  expect((await project.thuocdo("publish")).code).toBe(0);
});
afterAll(() => {
  project.remove();
  rmSync(backup, { recursive: true });
});

async function hashes(folder: string): Promise<string[]> {
  const files = await filesIn(folder, [""]);
  return Promise.all(files.map(async (path) => `${path} ${await sha256OfFile(join(folder, path))}`));
}

describe("a backup", () => {
  test("holds every finished release, its snapshot and the pointer, and nothing of a run that goes on", async () => {
    project.edit("thuocdo.yaml", (text) => text.replace("language: vi", "language: en"));
    const { child, ended } = start(project.folder, ["publish"]);
    await until("a second publication is at work", () => existsSync(inVar("lock")));
    const answer = await run(project.folder, ["backup", backup]);
    child.kill("SIGKILL");
    await ended;
    expect(answer.out).toBe("2023-r1: backed up\n");
    expect((await filesIn(backup, ["manifest.json"])).map((path) => path.split("/")[0])).toEqual([
      "releases",
      "snapshots",
    ]);
    expect(await hashes(join(backup, "releases"))).toEqual(await hashes(inVar("releases")));
    expect(readFileSync(join(backup, "current.json"))).toEqual(readFileSync(inVar("current.json")));
    project.edit("thuocdo.yaml", (text) => text.replace("language: en", "language: vi"));
  });

  test("made again into the same folder says that all is there, and whole", async () => {
    expect((await project.thuocdo("backup", backup)).out).toBe("2023-r1: there already, and whole");
  });

  test("restores an empty project: the same bytes, readers are led to the release, and it can be built again", async () => {
    const empty = await scratchProject();
    expect((await empty.thuocdo("restore", backup)).out).toBe("2023-r1: restored");
    expect(await hashes(join(empty.folder, "var/releases"))).toEqual(await hashes(inVar("releases")));
    expect((await empty.thuocdo("releases", "--verify")).out).toMatch(
      /^\* 2023-r1[\s\S]*is what was delivered\.$/,
    );
    empty.remove();
  });

  test("that was damaged is not restored, and what is damaged is named", async () => {
    const page = join(backup, "releases/2023-r1/national/index.html");
    const whole = readFileSync(page);
    truncateSync(page, 10);
    const empty = await scratchProject();
    const { code, err } = await empty.thuocdo("restore", backup);
    expect(code).toBe(1);
    expect(err).toContain("national/index.html is not what was delivered.");
    expect(existsSync(join(empty.folder, "var/releases"))).toBe(false);
    writeFileSync(page, whole);
    empty.remove();
  });

  test("never replaces a release of the same number that says something else", async () => {
    const other = await scratchProject();
    expect((await other.thuocdo("restore", backup)).code).toBe(0);
    other.edit("var/releases/2023-r1/manifest.json", (text) =>
      text.replace('"language": "vi"', '"language": "en"'),
    );
    const { code, err } = await other.thuocdo("restore", backup);
    expect(code).toBe(1);
    expect(err).toContain("is another release under the number 2023-r1; nothing was replaced.");
    other.remove();
  });

  test("is refused within the project's own var, and of a release that is no longer whole", async () => {
    expect((await project.thuocdo("backup", inVar("backup"))).err).toContain("a backup belongs elsewhere.");
    const page = inVar("releases/2023-r1/index.html");
    const whole = readFileSync(page);
    writeFileSync(page, "changed");
    expect((await project.thuocdo("backup", join(backup, "second"))).err).toContain(
      "index.html is not what was delivered.",
    );
    const verified = await project.thuocdo("releases", "--verify");
    expect(verified.code).toBe(1);
    expect(verified.err).toContain("2023-r1: index.html is not what was delivered.");
    writeFileSync(page, whole);
    rmSync(join(backup, "second"), { recursive: true, force: true });
  });

  test("with a manifest that points out of its folder is no backup", async () => {
    const evil = mkdtempSync(join(tmpdir(), "thuocdo-evil-"));
    await project.thuocdo("backup", evil);
    const path = join(evil, "releases/2023-r1/manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    manifest.files[0].path = "../../../../outside";
    writeFileSync(path, JSON.stringify(manifest));
    const { code, err } = await project.thuocdo("restore", evil);
    expect(code).toBe(1);
    expect(err).toContain("holds no backup");
    rmSync(evil, { recursive: true });
  });
});

describe("the doctor", () => {
  const findings = async () => {
    const answer = await project.thuocdo("doctor", "--json");
    const list = JSON.parse(answer.out) as { what: string; is_well: boolean; detail: string }[];
    return { code: answer.code, of: (what: string) => list.find((finding) => finding.what === what) };
  };

  test("finds all well where all is well", async () => {
    await project.thuocdo("collect"); // settles the run that was killed above
    const { code, of } = await findings();
    expect(of("order")).toEqual({ what: "order", is_well: true, detail: "nothing is left over" });
    expect(of("store demo")?.detail).toBe("store, illustrative, can be read");
    expect(of("clock")?.detail).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d Asia\/Ho_Chi_Minh$/);
    expect(code).toBe(0);
  });

  test("finds a clock that shows a time before what was already done here", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2020-01-01T00:00:00Z") });
    const { code, of } = await findings();
    vi.useRealTimers();
    expect(of("clock")).toMatchObject({ is_well: false });
    expect(of("clock")?.detail).toMatch(
      /^it shows 2020-01-01 07:00:00 Asia\/Ho_Chi_Minh, but something was done here at 20/,
    );
    expect(code).toBe(1);
  });

  test("finds a store that cannot be reached, leftovers, and what people put there", async () => {
    const store = inVar("store/demo.duckdb");
    const whole = readFileSync(store);
    truncateSync(store, 5000);
    writeFileSync(inVar("current.json.partial"), "{");
    writeFileSync(inVar("builds/mine.duckdb"), "x");
    const { of } = await findings();
    expect(of("store demo")).toMatchObject({ is_well: false });
    expect(of("order")?.detail).toBe(
      "current.json.partial is unfinished; builds/mine.duckdb was put there by hand and is ignored; the next run puts that in order",
    );
    writeFileSync(store, whole);
  });
});
