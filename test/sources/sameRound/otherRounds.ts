import { writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type CommonRound, planted } from "./commonRound.ts";

/** The common round as an ODK Central of this machine gives it, in pages. */
export async function serveCentral({
  responses,
  answers,
}: CommonRound): Promise<{ server: Server; url: string; form: object }> {
  const submissions = responses.map((row) => ({
    __id: row["response_key"],
    __system: {
      submissionDate: "2022-12-31T00:00:00.000Z",
      updatedAt: isoTime(row["edited"]),
      submitterId: row["visitor"],
      submitterName: planted.interviewer,
      edits: 0,
    },
    code: row["participant_key"],
    end: isoTime(row["submitted"]),
    trial: row["is_test"] ? "yes" : null,
    ...Object.fromEntries(answers.get(String(row["response_key"])) ?? []),
  }));
  const server = createServer((request, response): void => {
    const url = new URL(request.url ?? "/", "http://central");
    response.setHeader("content-type", "application/json");
    if (url.pathname === "/v1/sessions") return void response.end(JSON.stringify({ token: "t" }));
    const top = Number(url.searchParams.get("$top"));
    const from = Number(url.searchParams.get("$skiptoken") ?? 0);
    url.searchParams.set("$skiptoken", String(from + top));
    const isLast = from + top >= submissions.length;
    response.end(
      JSON.stringify({
        value: submissions.slice(from, from + top),
        "@odata.count": submissions.length,
        ...(!isLast && { "@odata.nextLink": `${url.pathname}${url.search}` }),
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const form = {
    project: 1,
    form: "sipas",
    round: "2022",
    instrument: "sipas-2022",
    participant: "code",
    participant_is_key: true,
    submitted: "end",
    is_test: "trial",
  };
  return { server, url, form };
}

/** The common round as files of an office: persons, forms, and answers in a column a question. */
export function handIn({ responses, answers, persons }: CommonRound, folder: string): object[] {
  const codes = [...new Set([...answers.values()].flatMap((own) => [...own.keys()]))].sort();
  const write = (name: string, header: readonly string[], rows: readonly (readonly unknown[])[]) => {
    const line = (cells: readonly unknown[]) =>
      cells.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`).join(";");
    writeFileSync(join(folder, name), `\ufeff${[header, ...rows].map(line).join("\r\n")}\r\n`);
    return join(folder, name);
  };
  const personal = ["participant_key", "sample_unit_key", "unit_name", "respondent_group"];
  const formal = ["response_key", "participant_key", "interviewer_key"];
  const constants = { round_code: "2022", instrument_code: "sipas-2022" };
  const same = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));
  return [
    {
      path: write(
        "persons.csv",
        [...personal, "họ tên", "thư điện tử"],
        persons.map((person) => [...personal.map((name) => person[name]), planted.name, planted.address]),
      ),
      table: "participants",
      columns: same(personal),
      constants,
      separator: ";",
    },
    {
      path: write(
        "forms.csv",
        [...formal, "nộp", "sửa", "thử"],
        responses.map((row) => [
          ...formal.map((name) => row[name]),
          officeTime(row["submitted"]),
          officeTime(row["edited"]),
          row["is_test"] ? "có" : "không",
        ]),
      ),
      table: "responses",
      columns: { ...same(formal), submitted_at: "nộp", edited_at: "sửa", is_test: "thử" },
      constants,
      separator: ";",
    },
    {
      path: write(
        "answers.csv",
        ["phiếu", ...codes],
        responses.map((row) => [
          row["response_key"],
          ...codes.map((code) => answers.get(String(row["response_key"]))?.get(code)),
        ]),
      ),
      table: "answers",
      columns: { response_key: "phiếu" },
      constants: { round_code: "2022" },
      questions: same(codes),
      separator: ";",
    },
  ];
}

function isoTime(seconds: unknown): string | null {
  return seconds === null ? null : new Date(Number(seconds) * 1000).toISOString();
}

/** Seconds of UTC as an office in Vietnam writes them. */
function officeTime(seconds: unknown): string {
  if (seconds === null) return "";
  const [date = "", time = ""] = new Date((Number(seconds) + 7 * 3600) * 1000).toISOString().split("T");
  return `${date.split("-").reverse().join("/")} ${time.slice(0, 8)}`;
}
