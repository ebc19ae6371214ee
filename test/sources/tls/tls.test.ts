import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createPlainServer } from "node:http";
import { createServer, type Server } from "node:https";
import type { AddressInfo, Server as NetServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as soon } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readStoreDdl } from "../../../sources/store/readStoreDdl.ts";
import { type ScratchProject, scratchProject } from "../../pipelines/scratchProject.ts";
import { hasMariadb, type MariadbServer, startMariadb } from "../limesurvey/mariadb.ts";
import { smallSurvey } from "../limesurvey/smallSurvey.ts";
import { grantReader } from "../postgres/copyStore.ts";
import { type PostgresServer, startPostgres } from "../postgres/server.ts";
import { type Authority, type Certificate, makeAuthority } from "./authority.ts";

/** Three servers that an office runs behind a certificate authority of its own, reached as a user reaches them. */
const withMariadb = hasMariadb();
const secret = "reading only";
let folder: string;
let project: ScratchProject;
let office: Authority;
let stranger: Authority;
let postgres: PostgresServer;
let mariadb: MariadbServer | undefined;
let central: Server;

type Kind = "postgres" | "limesurvey" | "odk";
const kinds: readonly Kind[] = withMariadb ? ["postgres", "limesurvey", "odk"] : ["postgres", "odk"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "thuocdo-tls-"));
  chmodSync(folder, 0o755); // the servers run as other users
  office = makeAuthority(folder, "office");
  stranger = makeAuthority(folder, "stranger");
  postgres = await startPostgres();
  await postgres.sql("postgres", await readStoreDdl());
  await grantReader(postgres, "postgres");
  const [{ hba_file: rules }] = (await postgres.sql("postgres", "show hba_file")) as [{ hba_file: string }];
  const here = "127.0.0.1/32 scram-sha-256";
  writeFileSync(rules, `host all postgres ${here}\nhostssl all reader ${here}\nhost all plain ${here}\n`);
  if (withMariadb) {
    const own = place("mariadb", office.issue("DNS:localhost"));
    mariadb = await startMariadb([`--ssl-cert=${own.cert}`, `--ssl-key=${own.key}`]);
    await mariadb.sql(null, "create database lime character set utf8mb4");
    const modes = "set session sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'";
    await mariadb.sql("lime", modes, ...smallSurvey("v6", "mysql"));
    await mariadb.sql(
      "lime",
      `create user reader@'127.0.0.1' identified by '${secret}'`,
      "grant select on lime.* to reader@'127.0.0.1'",
    );
  }
  central = createServer(office.issue("DNS:localhost"), (request, response) => {
    const isSession = request.url === "/v1/sessions";
    response.end(JSON.stringify(isSession ? { token: "t0ken" } : { value: [], "@odata.count": 0 }));
  });
  await portOf(central);
  project = await scratchProject();
  writeFileSync(join(project.folder, "password"), secret, { mode: 0o600 });
  writeFileSync(join(project.folder, "key"), "a key that is long enough", { mode: 0o600 });
});
afterAll(async () => {
  await postgres?.stop();
  await mariadb?.stop();
  central?.close();
  project?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a server of this machine, if it is not running, and gives its port. */
async function portOf(server: NetServer): Promise<number> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** Puts a certificate where a server's user, and nobody else, may read it. */
function place(server: string, { cert, key }: Certificate): { cert: string; key: string } {
  const paths = { cert: join(folder, `${server}.pem`), key: join(folder, `${server}.key`) };
  writeFileSync(paths.cert, cert);
  rmSync(paths.key, { force: true });
  writeFileSync(paths.key, key, { mode: server === "mariadb" ? 0o644 : 0o600 });
  if (process.getuid?.() === 0 && server === "postgres") chownSync(paths.key, 65534, 65534);
  return paths;
}

/** Has a server show a certificate from now on. */
async function show(kind: Kind, certificate: Certificate): Promise<void> {
  if (kind === "odk") return central.setSecureContext(certificate);
  if (kind === "limesurvey") {
    place("mariadb", certificate);
    await mariadb!.sql(null, "flush ssl");
    return;
  }
  const { cert, key } = place("postgres", certificate);
  const loadedAt = async () =>
    (await postgres.sql("postgres", "select pg_conf_load_time()::text as at"))[0]!["at"];
  const before = await loadedAt();
  await postgres.sql(
    "postgres",
    "alter system set ssl = on",
    `alter system set ssl_cert_file = '${cert}'`,
    `alter system set ssl_key_file = '${key}'`,
    "select pg_reload_conf()",
  );
  while ((await loadedAt()) === before) await soon(20);
}

function storeOf(kind: Kind, changes: object): object {
  const common = { kind, provenance: "illustrative", password_file: "password", tls_ca_file: office.file };
  const login = { host: "localhost", user: "reader", tls: "verify" };
  const store = {
    postgres: { ...login, port: postgres.port, database: "postgres" },
    limesurvey: {
      ...login,
      engine: "mysql",
      port: mariadb?.port,
      database: "lime",
      token_key_file: "key",
      surveys: [{ sid: 12345, round: "2022", instrument: "form-2022" }],
    },
    odk: {
      url: `https://localhost:${(central.address() as AddressInfo).port}`,
      email: "reader@example.org",
      token_key_file: "key",
      forms: [{ project: 3, form: "sipas", round: "2022", instrument: "sipas-2022" }],
    },
  };
  return { ...common, ...store[kind], ...changes };
}

function useStores(changes: Partial<Record<Kind, object>>): void {
  const stores = Object.entries(changes).map(([kind, change]) => [kind, storeOf(kind as Kind, change)]);
  writeFileSync(join(project.folder, "thuocdo.yaml"), stringify({ stores: Object.fromEntries(stores) }));
}

const untrusted =
  /unable to verify the first certificate\.\n {2}→ No authority that is trusted here .* tls_ca_file/;
const anothers = /does not match certificate's altnames: .*\n {2}→ The certificate is another host's/;
const wantsTls = /\n {2}→ The server asks for encryption: set tls: verify/;

/** Collects from one store; what fails has to be said once and at once, in words, without a secret. */
async function complaintOf(kind: Kind, changes: object = {}): Promise<string> {
  useStores({ [kind]: changes });
  const begin = Date.now();
  const { code, err } = await project.thuocdo("collect");
  expect(err).not.toMatch(/attempt 1 failed|reading only|\n\s+at |HANDSHAKE|EPROTO|routines/);
  expect(Date.now() - begin).toBeLessThan(5000);
  expect(code).toBe(4);
  return err;
}

test("a server without encryption is not spoken to where it is asked for", async () => {
  expect(await complaintOf("postgres")).toMatch(
    /does not support SSL.*\n {2}→ The server offers no encryption/,
  );
  const plain = createPlainServer((_, response) => response.end("{}"));
  const url = `https://localhost:${await portOf(plain)}`;
  expect(await complaintOf("odk", { url })).toMatch(
    /TLS: wrong version number.*\n {2}→ .* does not speak TLS/,
  );
  plain.close();
});

describe.each(kinds)("%s behind the office's own authority", (kind) => {
  /** Settings that name the server by its address instead of its name. */
  const byAddress = async () =>
    kind === "odk" ? { url: `https://127.0.0.1:${await portOf(central)}` } : { host: "127.0.0.1" };

  test("is not trusted while that authority is not named, or another one is", async () => {
    await show(kind, office.issue("DNS:localhost"));
    for (const tls_ca_file of [undefined, stranger.file]) {
      expect(await complaintOf(kind, { tls_ca_file })).toMatch(untrusted);
    }
  });

  test("is refused under a name or an address that its certificate does not have", async () => {
    await show(kind, office.issue("DNS:localhost"));
    expect(await complaintOf(kind, await byAddress())).toMatch(anothers);
    await show(kind, office.issue("DNS:db.example.org,IP:127.0.0.1"));
    expect(await complaintOf(kind)).toMatch(anothers);
  });

  test("is refused when its certificate has expired", async () => {
    await show(kind, office.issue("DNS:localhost", -1));
    expect(await complaintOf(kind)).toMatch(/certificate has expired\.\n {2}→ .* has to renew it/);
  });

  test("is reached under each name and address of its certificate", async () => {
    await show(kind, office.issue("DNS:localhost,IP:127.0.0.1"));
    for (const changes of [{}, await byAddress()]) {
      useStores({ [kind]: changes });
      const { code, out } = await project.thuocdo("sources", "check");
      expect(out).toMatch(/^\w+: (reached|\d+ difference)/);
      expect([0, 5]).toContain(code);
    }
  });
});

test("a server that takes nobody without encryption says what to set", async () => {
  expect(await complaintOf("postgres", { tls: "off" })).toMatch(wantsTls);
  if (!mariadb) return;
  const plainly = { tls: "off", host: "127.0.0.1" };
  const refused = /Access denied .*\n {2}→ .*, or not without encryption \(tls: verify\)/; // MariaDB says no more
  await mariadb.sql(null, "set global require_secure_transport = on");
  expect(await complaintOf("limesurvey", plainly)).toMatch(refused);
  await mariadb.sql(
    null,
    "set global require_secure_transport = off",
    "alter user reader@'127.0.0.1' require ssl",
  );
  expect(await complaintOf("limesurvey", plainly)).toMatch(refused);
});

test("stores that fail are checked one after the other, each with what to do", async () => {
  useStores(Object.fromEntries(kinds.map((kind) => [kind, { tls_ca_file: stranger.file }])));
  const { code, out } = await project.thuocdo("sources", "check");
  expect(code).toBe(4);
  expect(out.match(/FAILED\n.*\n {2}→ No authority that is trusted here/g)).toHaveLength(kinds.length);
});
