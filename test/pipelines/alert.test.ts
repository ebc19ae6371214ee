import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lastRecord } from "../faults/thuocdo.ts";
import { change, type ScratchProject, scratchProject } from "./scratchProject.ts";

let project: ScratchProject;
let server: Server;
let received: string[] = [];
let answerWith = 204;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (text) => {
      body += text;
    });
    request.on("end", () => {
      received.push(body);
      response.writeHead(answerWith).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  project = await scratchProject();
  expect(
    (await project.thuocdo("demo", "--respondents", "600", "--units", "3", "--rounds", "2022")).code,
  ).toBe(0);
  writeFileSync(join(project.folder, "tell.sh"), "cat > told.json\n");
  const alerts = `alerts:\n  webhook: http://127.0.0.1:${port}/hook\n  command: [sh, tell.sh]\n  on: [failed, done]\n`;
  project.edit("thuocdo.yaml", (text) => text + alerts);
});
beforeEach(() => {
  received = [];
  answerWith = 204;
});
afterAll(() => {
  server.close();
  project.remove();
});

test("an alert carries status and nothing else: no figure and no word of the error", async () => {
  // a figure that breaks a check stands in the error's message
  await change(
    join(project.folder, "var/store/demo.duckdb"),
    "update sample_units set selection_probability = 7.125 where stage_code = 'person'",
  );
  const answer = await project.thuocdo("build");
  expect(answer.code).toBe(6);
  expect(answer.err).toContain("7.125");
  const { id, started_at } = lastRecord(project.folder);
  const status = {
    project: expect.any(String),
    host: expect.any(String),
    run: id,
    command: "build",
    status: "failed",
    exit_code: 6,
    error_kind: "CheckError",
    started_at,
  };
  expect(received.map((text) => JSON.parse(text))).toEqual([status]);
  expect(JSON.parse(readFileSync(join(project.folder, "told.json"), "utf8"))).toEqual(status);
  expect(received.join()).not.toContain("7.125");
});

test("an address that does not answer well costs a line in the log, never the run", async () => {
  answerWith = 500;
  expect((await project.thuocdo("collect")).code).toBe(0);
  const { id } = lastRecord(project.folder);
  expect(readFileSync(join(project.folder, `var/runs/${id}.jsonl`), "utf8")).toContain(
    "An alert could not be delivered.",
  );
});

test("only the endings that are asked for are told", async () => {
  project.edit("thuocdo.yaml", (text) => text.replace("on: [failed, done]", "on: [crashed]"));
  expect((await project.thuocdo("collect")).code).toBe(0);
  expect(received).toEqual([]);
});

test("an address that holds a secret comes from the environment, and is written nowhere", async () => {
  const { port } = server.address() as AddressInfo;
  process.env["THUOCDO_TEST_HOOK"] = `http://127.0.0.1:${port}/T0P5ECRET`;
  project.edit("thuocdo.yaml", (text) =>
    text.replace(/webhook: .*/, "webhook_env: THUOCDO_TEST_HOOK").replace("on: [crashed]", "on: [done]"),
  );
  expect((await project.thuocdo("collect")).code).toBe(0);
  expect(received).toHaveLength(1);
  const { id } = lastRecord(project.folder);
  for (const ending of ["json", "jsonl"]) {
    expect(readFileSync(join(project.folder, `var/runs/${id}.${ending}`), "utf8")).not.toContain("T0P5ECRET");
  }
});
