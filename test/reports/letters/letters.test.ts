import { expect, test } from "vitest";
import type { Addressee } from "../../../reports/letters/addressee.ts";
import type { Letter } from "../../../reports/letters/letter.ts";
import { ministryLetter } from "../../../reports/letters/ministryLetter.ts";
import { isBelowThreshold, type Standing } from "../../../reports/letters/standing.ts";
import { unitLetter } from "../../../reports/letters/unitLetter.ts";
import { wordsOf } from "../../../reports/messages/words.ts";
import { mailFailure, ngheAn, ngheAn2021, unitForm } from "../monitor/participationRows.ts";

const words = wordsOf("vi");
const printed: Standing = {
  unit: ngheAn,
  round: "2021",
  threshold: 50,
  forms: ngheAn2021,
  groups: [],
  mail: [],
};
const running: Standing = { ...printed, round: "2023", forms: [unitForm()] };
const bodyOf = ({ body }: Letter): string => body.map(({ text }) => text).join("\n");

test("the figures of Nghệ An come out as letter 9547/UBND-KSTT prints them", () => {
  for (const letter of [unitLetter(printed, words), ministryLetter(printed, words)]) {
    expect(bodyOf(letter)).toContain("đăng ký tham gia là 43 người. Tuy nhiên,");
    expect(bodyOf(letter)).toContain(
      "toàn tỉnh Nghệ An chỉ có 09 lượt công chức trả lời phiếu cải cách hành chính đánh giá địa phương, 07 lượt trả lời phiếu cải cách hành chính đánh giá bộ chủ quản, 15 lượt trả lời phiếu phản hồi ý kiến về hệ thống.",
    );
    expect(letter.isIllustrative).toBe(false);
    expect(letter.annex?.notes).toContain("Số liệu do 9547/UBND-KSTT ngày 07/12/2021 in.");
  }
});

test("a unit's letter goes from its committee to its offices, with three numbered demands", () => {
  const letter = unitLetter(printed, words);
  expect(letter.issuer).toEqual(["Ủy ban nhân dân", "tỉnh Nghệ An"]);
  expect(letter.place).toBe("Nghệ An");
  expect(letter.recipients).toEqual([
    "Các Sở, ban, ngành cấp tỉnh",
    "Ủy ban nhân dân các huyện, thành phố, thị xã",
  ]);
  expect(letter.body.flatMap(({ number }) => (number === undefined ? [] : [number]))).toEqual([1, 2, 3]);
  expect(bodyOf(letter)).toMatch(/các nội dung trên\.\/\.$/);
});

test("since no province has districts, a letter of a later day goes to communes", () => {
  const day = { as_of_date: "2025-11-20", opens: "2025-11-01", closes: "2025-12-30" };
  expect(unitLetter({ ...running, forms: [unitForm(day)] }, words).recipients).toContain(
    "Ủy ban nhân dân các xã, phường, đặc khu",
  );
});

test("the ministry writes to the committee of a province or city, or to a ministry, by its full name", () => {
  const to = (unit: Addressee) => ministryLetter({ ...running, unit }, words).recipients;
  expect(to(ngheAn)).toEqual(["Ủy ban nhân dân tỉnh Nghệ An"]);
  expect(to({ ...ngheAn, unit_name: "TP. Hồ Chí Minh", unit_type: "city" })).toEqual([
    "Ủy ban nhân dân thành phố Hồ Chí Minh",
  ]);
  const justice = { unit_level: "ministry", unit_type: "ministry", unit_name: "Bộ Tư pháp" } as const;
  expect(to({ ...ngheAn, ...justice })).toEqual(["Bộ Tư pháp"]);
  expect(unitLetter({ ...running, unit: { ...ngheAn, ...justice } }, words).place).toBeNull();
});

test("a unit is below a threshold when one form is, by persons where they are known, and never without a list", () => {
  const below = (...forms: Parameters<typeof isBelowThreshold>[0]["forms"][number][]) =>
    isBelowThreshold({ forms, threshold: 22.5 });
  expect(below(unitForm({ response_percent: 22.5 }))).toBe(false);
  expect(below(unitForm({ response_percent: 22.5 }), unitForm({ response_percent: 22.4 }))).toBe(true);
  expect(below(unitForm({ response_percent: null, answers_percent: 20 }))).toBe(true);
  expect(below(unitForm({ response_percent: null, answers_percent: null }))).toBe(false);
});

test("answers and persons are kept apart, and forms with different lists name each list", () => {
  const body = bodyOf(
    ministryLetter(
      {
        ...running,
        forms: [
          unitForm(),
          unitForm({
            instrument_code: "b",
            form_name: "Phiếu B",
            n_registered: 5,
            n_answers: 3,
            response_percent: 60,
          }),
        ],
      },
      words,
    ),
  );
  expect(body).toContain(
    "11 lượt công chức trả lời phiếu cải cách hành chính đánh giá địa phương trên 40 người đăng ký",
  );
  expect(body).toContain("03 lượt trả lời phiếu B trên 05 người đăng ký");
  expect(body).toContain(
    "thấp nhất là 22,5% (phiếu cải cách hành chính đánh giá địa phương: 09 trong 40 người)",
  );
});

test("mail that does not arrive is told once, by kind, from the form that reaches the fewest; a broken domain is named", () => {
  const second = { instrument_code: "b", form_name: "Phiếu B" };
  const body = bodyOf(
    ministryLetter(
      {
        ...running,
        forms: [unitForm(), unitForm(second)],
        mail: [
          mailFailure({ n_failing: 6 }),
          mailFailure({ n_failing: 5, ...second, is_domain_broken: true }),
          mailFailure({ n_failing: 2, ...second, failure_kind: "mailbox_full" }),
        ],
      },
      words,
    ),
  );
  expect(body).toContain(
    "Thư mời trả lời phiếu B không đến được 07 người: 05 người có thư bị máy chủ nhận từ chối, 02 người có hộp thư đầy.",
  );
  expect(body).toContain("Ở tên miền nghean.example.vn, lỗi nằm ở cả tên miền");
});

test("the forecast stands with its interval beside the target, and not at all where there is none", () => {
  expect(bodyOf(ministryLetter(running, words))).toContain(
    "đến hết ngày 30/12/2023 dự báo có 21 người trả lời phiếu cải cách hành chính đánh giá địa phương (khoảng dự báo 95%: từ 15 đến 28 người), trong khi chỉ tiêu là 30 người",
  );
  const early = { forecast_status: "too_early", forecast_n: null, shortfall_n: null };
  expect(bodyOf(ministryLetter({ ...running, forms: [unitForm(early)] }, words))).not.toContain("dự báo");
});

test("a survey that is closed is spoken of as past, and nobody is asked to finish it", () => {
  const body = bodyOf(ministryLetter({ ...running, forms: [unitForm({ days_left: 0 })] }, words));
  expect(body).toContain("Bộ Nội vụ đã tổ chức khảo sát");
  expect(body).toContain("trong các lần khảo sát tiếp theo");
});
