import { expect, test } from "vitest";
import { redact, redactText } from "../../pipelines/redact.ts";

test.each([
  ["mysql://reader:hunter2@10.0.0.5/limesurvey", "mysql://***@10.0.0.5/limesurvey"],
  ["cannot connect: password=hunter2; host=db", "cannot connect: password=***; host=db"],
  ["https://hooks.example/x?token=abc123&room=1", "https://hooks.example/x?token=***&room=1"],
  ["Authorization: Bearer eyJhbGciOi.abc", "Authorization: ***"],
  ["mail to nguyen.van.a@sonoivu.gov.vn bounced", "mail to <e-mail> bounced"],
  ["gọi 0912 345 678 hoặc +84 912345678", "gọi <phone> hoặc <phone>"],
  ["căn cước 001099012345 đã dùng", "căn cước <identity number> đã dùng"],
])("%s is kept as %s", (text, kept) => {
  expect(redactText(text)).toBe(kept);
});

test.each([
  "weight = 0.9123456789, share = 81.25",
  "snapshot 463fb23d385e59d2eca56b8e62b4d9d7fc7773dfa0cc0a2b389d3f9d09294040",
  "run 20230410-010000-001 since 2023-04-10T01:00:00.000Z",
  "Leaves of area 3 sum to 14.0 points; decision 2948/QĐ-BNV gives 14.5.",
])("%s is no secret and nobody's, and stays", (text) => {
  expect(redactText(text)).toBe(text);
});

test("what a name announces as a secret is hidden whole, at any depth", () => {
  const config = { stores: [{ user: "reader", password: "x", options: { api_key: ["y"] } }], threads: 2 };
  expect(redact(config)).toEqual({
    stores: [{ user: "reader", password: "***", options: { api_key: "***" } }],
    threads: 2,
  });
});

test("an error is kept by its kind and redacted message, without its stack", () => {
  expect(redact(new TypeError("mail a@b.vn"))).toEqual({ kind: "TypeError", message: "mail <e-mail>" });
});
