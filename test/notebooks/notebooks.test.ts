import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256OfFile } from "../../pipelines/files.ts";
import { packageRoot } from "../../pipelines/packageRoot.ts";
import { type ScratchProject, scratchProject } from "../pipelines/scratchProject.ts";

let project: ScratchProject;
let build: string;
beforeAll(async () => {
  project = await scratchProject();
  expect((await project.thuocdo("demo", "--respondents", "900", "--units", "3")).code).toBe(0);
  build = JSON.parse((await project.thuocdo("build", "--json")).out).path;
});
afterAll(() => project.remove());

const notebooks = readdirSync(join(packageRoot, "notebooks")).filter((name) =>
  /^\d{4}-\d\d-.+\.md$/.test(name),
);

/** Runs a notebook with this text. */
async function runText(text: string) {
  mkdirSync(join(project.folder, "notebooks"), { recursive: true });
  const file = join(project.folder, "notebooks/asked.md");
  writeFileSync(file, text);
  const answer = await project.thuocdo("notebook", file);
  const read = (ending: string) =>
    readFileSync(join(project.folder, `var/notebooks/asked-minh-hoa.${ending}`), "utf8");
  return { ...answer, html: () => read("html"), ipynb: () => JSON.parse(read("ipynb")) };
}

const fenced = (language: string, source: string) => `\`\`\`${language}\n${source}\n\`\`\`\n`;

describe("every notebook of the repository", () => {
  test.each(notebooks)(
    "%s runs on a small demo, leaves the build as it was, and marks what is invented",
    async (name) => {
      const before = await sha256OfFile(build);
      const answer = await project.thuocdo("notebook", join(packageRoot, "notebooks", name));
      expect(answer.err).toBe("");
      const html = readFileSync(
        join(project.folder, "var/notebooks", name.replace(".md", "-minh-hoa.html")),
        "utf8",
      );
      expect(html).toContain("Số liệu minh họa");
      expect(html).not.toMatch(/NaN|undefined|\[object/);
      expect(html).toContain("<svg");
      expect(await sha256OfFile(build)).toBe(before);
    },
  );

  test("gives the same bytes twice", async () => {
    const file = join(
      project.folder,
      "var/notebooks",
      (notebooks[0] as string).replace(".md", "-minh-hoa.html"),
    );
    const first = await sha256OfFile(file);
    await project.thuocdo("notebook", join(packageRoot, "notebooks", notebooks[0] as string));
    expect(await sha256OfFile(file)).toBe(first);
  });
});

describe("a notebook", () => {
  test("hands rows from cell to cell: SQL to SQL, SQL to code, code to a chart", async () => {
    const { code, html } = await runText(
      `# Sums\n\n${fenced("sql name=numbers", "select n from range(1, 4) t(n)")}
${fenced("sql", "select sum(n)::integer as total from numbers")}
${fenced("js name=squares", "return data.numbers.map(({ n }) => ({ n, square: n * n }));")}
${fenced("ts", "const last: number = Number(data.squares!.at(-1)!.square);\nreturn ['The last is', last].join(' ');")}
${fenced("vega-lite data=squares", "mark: bar\nencoding: { x: { field: n, type: ordinal }, y: { field: square, type: quantitative } }")}`,
    );
    expect(code).toBe(0);
    expect(html()).toContain('<td class="number">6</td>');
    expect(html()).toContain('<td class="number">9</td>');
    expect(html()).toContain("The last is 9");
    expect(html()).toContain("<svg");
  });

  test("is written for Jupyter too, cell by cell, with what each gave", async () => {
    const { ipynb } = await runText(`# Two\n\nWords.\n\n${fenced("sql name=two", "select 2 as two")}`);
    expect(ipynb()).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
    expect(ipynb().cells).toMatchObject([
      { cell_type: "markdown", id: "cell-1", source: ["# Two\n", "\n", "Words."] },
      {
        cell_type: "code",
        metadata: { language: "sql", name: "two" },
        source: ["select 2 as two"],
        outputs: [{ output_type: "display_data" }],
      },
    ]);
  });

  test("marks as illustrative all but rows that say they were published", async () => {
    const { html } = await runText(
      `# Marks\n\n${fenced("sql", "select 1 as a, 'published' as provenance")}\n${fenced("sql", "select 2 as a")}`,
    );
    expect(html().match(/<caption class="mark">/g)).toHaveLength(1);
  });

  test("shows words, names and answers as text, never as markup", async () => {
    const { html } = await runText(
      `# <script>alert(1)</script>\n\nSee [here](javascript:alert(1)) and [there](https://example.org).\n\n${fenced("sql", "select '<img src=x onerror=alert(1)>' as answer")}`,
    );
    expect(html()).not.toMatch(/<script|<img|href="javascript/);
    expect(html()).toContain('<a href="https://example.org">there</a>');
  });

  test.each([
    ["writes a table", "sql", "create table marts.x as select 1", "must be one SELECT and nothing else"],
    [
      "reads a file",
      "sql",
      "select * from read_text('/etc/hostname')",
      "calls the table function read_text()",
    ],
    ["asks for an unknown table", "sql", "select * from marts.nothing", "nothing does not exist"],
    [
      "draws data of its own",
      "vega-lite data=none",
      "data: { url: 'x.csv' }\nmark: bar",
      "there is no cell named none above it",
    ],
    ["has an unknown option", "sql colour=red", "select 1", '"colour=red" is no option of a sql cell'],
    ["breaks off in code", "js", "return nowhere.value;", "nowhere is not defined"],
  ])("that %s stops with its file and line", async (_what, language, source, said) => {
    const { code, err } = await runText(`# Wrong\n\n${fenced(language, source)}`);
    expect(code).toBe(3);
    expect(err).toContain("asked.md:3");
    expect(err).toContain(said);
  });
});
