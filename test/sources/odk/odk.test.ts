import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { inspect } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { SourceError } from "../../../models/errors.ts";
import odk from "../../../sources/odk/index.ts";
import { extractAll, failureOf } from "../extractAll.ts";
import { freePort } from "../postgres/server.ts";
import { scratchFolder } from "../scratchStore.ts";

/** A server on this machine that speaks Central's OData: sessions, pages, links to the next page. */
const submissions = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
  __id: `uuid:${n}`,
  __system: {
    submissionDate: `2022-12-0${n}T03:00:00.000Z`,
    updatedAt: n === 2 ? "2022-12-09T01:00:00.000Z" : null,
    deletedAt: n === 3 ? "2022-12-10T00:00:00.000Z" : null,
    submitterId: "17",
    submitterName: "Phạm Thị Điều Tra",
    reviewState: n === 4 ? "rejected" : n === 2 ? "edited" : null,
    status: null,
    edits: n === 2 ? 1 : 0,
  },
  meta: { instanceID: `uuid:${n}`, instanceName: "Lê Văn Giấu" },
  code: `token-${n}`,
  service: { seats: String(n % 5 || 5), visited: "yes", note: null },
  visits: [{ office: "xã" }, { office: "huyện" }],
}));
type Fault =
  | "none"
  | "no link"
  | "repeated page"
  | "fewer"
  | "hang"
  | "other server"
  | "broken page"
  | "moved"
  | "zipped"
  | "page of words";
let fault: Fault = "none";
let server: Server;
let settings: Record<string, unknown>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://central");
    const send = (status: number, body: unknown) => {
      const isZipped = fault === "zipped" && request.headers["accept-encoding"] === "gzip";
      const type = { "content-type": "application/json" };
      response.writeHead(status, { ...type, ...(isZipped && { "content-encoding": "gzip" }) });
      response.end(isZipped ? gzipSync(JSON.stringify(body)) : JSON.stringify(body));
    };
    if (fault === "moved") {
      response.writeHead(301, { location: `https://central.example.org${url.pathname}` });
      return response.end();
    }
    if (fault === "page of words") return response.end("<!doctype html><title>Welcome</title>");
    if (url.pathname === "/v1/sessions") {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () =>
        JSON.parse(body).password === "reading only"
          ? send(200, { token: "t0ken" })
          : send(401, { code: 401.2 }),
      );
      return;
    }
    if (request.headers.authorization !== "Bearer t0ken") return send(401, {});
    if (url.pathname !== "/v1/projects/3/forms/sipas%202022.svc/Submissions")
      return send(404, { code: 404.1 });
    const top = Number(url.searchParams.get("$top"));
    const from = Number(url.searchParams.get("$skiptoken") ?? 0);
    if (from > 0 && fault === "hang") return;
    if (from > 0 && fault === "broken page") {
      response.writeHead(200, { "content-length": "10000" });
      response.write('{"value": [');
      setTimeout(() => response.destroy(), 20);
      return;
    }
    const start = fault === "repeated page" && from > 0 ? 0 : from;
    const more = from + top < submissions.length && fault !== "no link";
    const host = fault === "other server" ? "elsewhere.example" : request.headers.host;
    const link = `http://${host}${url.pathname}?%24top=${top}&%24count=true&%24expand=*&%24skiptoken=${from + top}`;
    send(200, {
      value: submissions.slice(start, start + (fault === "fewer" ? top - 1 : top)),
      "@odata.count": submissions.length,
      ...(more && { "@odata.nextLink": link }),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = await scratchFolder();
  const secret = async (name: string, text: string) => {
    await writeFile(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  settings = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    email: "reader@example.org",
    password_file: await secret("password", "reading only"),
    token_key_file: await secret("key", "a key that is long enough"),
    page_size: 3,
    page_seconds: 0.5,
    forms: [
      {
        project: 3,
        form: "sipas 2022",
        round: "2022",
        instrument: "sipas-2022",
        questions: { "service/seats": "Q9_01", "service/visited": "Q2" },
        answers: { Q2: { yes: "1" } },
        participant: "code",
      },
    ],
  };
});
afterEach(() => {
  fault = "none";
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("pages are followed by their links; deleted and rejected submissions are left out, edits kept", async () => {
  const { batches, warnings } = await extractAll(odk, settings);
  expect(batches.responses!.map((row) => row["response_key"])).toEqual([
    "uuid:1",
    "uuid:2",
    "uuid:5",
    "uuid:6",
    "uuid:7",
  ]);
  expect(batches.responses![1]).toMatchObject({
    submitted_at: new Date("2022-12-02T03:00:00Z"),
    edited_at: new Date("2022-12-09T01:00:00Z"),
  });
  expect(warnings).toEqual([
    "Form sipas 2022: 1 submission deleted, left out.",
    "Form sipas 2022: 1 submission rejected in review, left out.",
    "Form sipas 2022: 1 submission edited after they were sent.",
  ]);
});

test("pages that the server packs for the line are the same", async () => {
  const plain = await extractAll(odk, settings);
  fault = "zipped";
  expect((await extractAll(odk, settings)).batches).toEqual(plain.batches);
});

test("answers stand under the instrument's codes, groups by path and repeats by number", async () => {
  const { batches } = await extractAll(odk, settings);
  const first = batches.answers!.filter((row) => row["response_key"] === "uuid:1");
  expect(Object.fromEntries(first.map((row) => [row["question_code"], row["answer_value"]]))).toEqual({
    Q9_01: "1",
    Q2: "1",
    "visits[1]/office": "xã",
    "visits[2]/office": "huyện",
  });
});

test("the participant's code and the interviewer are keyed hashes, and no name is read", async () => {
  const { batches, warnings } = await extractAll(odk, settings);
  const all = inspect([batches, warnings], { depth: 9, maxArrayLength: null });
  for (const secret of ["token-1", "Phạm Thị Điều Tra", "Lê Văn Giấu"]) expect(all).not.toContain(secret);
  expect(batches.responses![0]).toMatchObject({
    participant_key: expect.stringMatching(/^[0-9a-f]{32}$/),
    interviewer_key: expect.stringMatching(/^[0-9a-f]{32}$/),
  });
});

test.each<[Fault, RegExp]>([
  ["no link", /counts 7 submissions .* sent 3/],
  ["repeated page", /sent submission uuid:1 .* twice/],
  ["fewer", /counts 7 submissions .* sent 5/],
  ["hang", /did not answer in time/],
  ["broken page", /failed/],
])("paging that goes wrong (%s) stops, and nothing is taken", async (how, sentence) => {
  fault = how;
  const error = await failureOf(odk, settings);
  expect(error).toBeInstanceOf(SourceError);
  expect(error).toMatchObject({ retriable: true, message: expect.stringMatching(sentence) });
});

test("a link to another server is not followed", async () => {
  fault = "other server";
  expect((await failureOf(odk, settings)).message).toMatch(
    /another server \(elsewhere\.example\); it is not followed/,
  );
});

test("a wrong password is permanent and stands in no error; an unknown form says what to correct", async () => {
  const file = join(await scratchFolder(), "password");
  await writeFile(file, "sai-9021", { mode: 0o600 });
  const error = await failureOf(odk, { ...settings, password_file: file });
  expect(error).toMatchObject({ retriable: false, hint: expect.stringMatching(/password is wrong/) });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("9021");
  const [form] = settings["forms"] as object[];
  const unknown = await failureOf(odk, { ...settings, forms: [{ ...form, form: "none" }] });
  expect(unknown.hint).toMatch(/project and form/);
});

test("a host without an address is said with what to do, and asked again only where no name server answered", async () => {
  const error = await failureOf(odk, { ...settings, url: "https://nowhere.invalid" });
  expect(error.message).toMatch(/ODK Central at nowhere\.invalid failed: getaddrinfo E/);
  expect(error.hint).toMatch(/host of the store|looked up/);
  expect(error.retriable).toBe(/EAI_AGAIN/.test(error.message));
});

test.each<[Fault, RegExp, RegExp]>([
  ["moved", /status 301/, /points to https:\/\/central\.example\.org:/],
  ["page of words", /something else than JSON/, /Is an ODK Central there/],
])("an address that is no Central (%s) is said so, and not asked again", async (how, sentence, hint) => {
  fault = how;
  const error = await failureOf(odk, settings);
  expect(error).toMatchObject({ retriable: false, message: expect.stringMatching(sentence) });
  expect(error.hint).toMatch(hint);
});

test("a password that is not named is asked for, and plain HTTP to another machine is warned of", async () => {
  const { password_file: _, ...without } = settings;
  expect((await failureOf(odk, without)).hint).toMatch(/password_file or password_env/);
  const warnings: string[] = [];
  const context = { resolvePath: (path: string) => path, warn: (text: string) => void warnings.push(text) };
  const away = odk.config.parse({ ...settings, url: "http://nowhere.invalid" });
  await expect(odk.extract(away, context)[Symbol.asyncIterator]().next()).rejects.toThrow(/nowhere/);
  expect(warnings).toEqual([expect.stringMatching(/reached without encryption: write its url with https/)]);
});

test("a Central that nobody listens for may come up again", async () => {
  const error = await failureOf(odk, { ...settings, url: `http://127.0.0.1:${await freePort()}` });
  expect(error).toMatchObject({ retriable: true, message: expect.stringContaining("ECONNREFUSED") });
});
