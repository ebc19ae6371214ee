import type { Addressee } from "../../../reports/letters/addressee.ts";
import type { MailFailure, UnitForm } from "../../../reports/monitor/rows.ts";

export const ngheAn: Addressee = {
  unit_code: "40",
  unit_level: "province",
  unit_type: "province",
  unit_name: "Nghệ An",
  unit_name_en: "Nghe An",
};

const empty: UnitForm = {
  round_code: "2023",
  instrument_code: "pchc-dia-phuong",
  domain_level: "province",
  domain_code: "40",
  unit_code: "40",
  domain_name: "Nghệ An",
  domain_name_en: "Nghe An",
  respondent_group: "all",
  group_name: null,
  group_name_en: null,
  form_name: "Phiếu cải cách hành chính đánh giá địa phương",
  form_name_en: "Form on administrative reform: one's own province",
  form_order: 1,
  mode: "online",
  opens: "2023-11-01",
  closes: "2023-12-30",
  as_of_date: "2023-11-20",
  days_left: 40,
  n_registered: 40,
  n_invited: 38,
  n_delivered: 30,
  n_bounced: 8,
  n_blocked: 2,
  n_opted_out: 0,
  n_started: 12,
  n_submitted: 10,
  n_valid: 9,
  n_answers: 11,
  response_percent: 22.5,
  answers_percent: null,
  target_n: 30,
  target_percent: 30,
  is_below_target: true,
  forecast_n: 21.4,
  forecast_n_low: 15.2,
  forecast_n_high: 27.9,
  forecast_status: "ok",
  shortfall_n: 8.6,
  width_ratio: 1.184,
  expected_margin_points: 21.2,
  target_margin_points: 17.9,
  priority_order: 1,
  document: null,
  document_date: null,
  provenance: "illustrative",
};

/** A row of marts.participation_units: a province a third of whose officials have answered, with some columns changed. */
export function unitForm(changed: Partial<UnitForm> = {}): UnitForm {
  return { ...empty, ...changed };
}

/** What letter 9547/UBND-KSTT prints: 43 registered; 9, 7 and 15 answers to the three forms. */
export const ngheAn2021: readonly UnitForm[] = (
  [
    ["pchc-dia-phuong", "Phiếu cải cách hành chính đánh giá địa phương", 9],
    ["pchc-bo-chu-quan", "Phiếu cải cách hành chính đánh giá bộ chủ quản", 7],
    ["phan-hoi-he-thong", "Phiếu phản hồi ý kiến về hệ thống", 15],
  ] as const
).map(([instrument_code, form_name, n_answers], i) =>
  unitForm({
    round_code: "2021",
    instrument_code,
    form_name,
    form_order: i + 1,
    mode: null,
    opens: null,
    closes: null,
    as_of_date: "2021-12-07",
    days_left: null,
    n_registered: 43,
    n_invited: null,
    n_delivered: null,
    n_bounced: null,
    n_blocked: null,
    n_opted_out: null,
    n_started: null,
    n_submitted: null,
    n_valid: null,
    n_answers,
    response_percent: null,
    answers_percent: (100 * n_answers) / 43,
    target_n: null,
    target_percent: null,
    is_below_target: null,
    forecast_n: null,
    forecast_n_low: null,
    forecast_n_high: null,
    forecast_status: "document",
    shortfall_n: null,
    width_ratio: null,
    expected_margin_points: null,
    target_margin_points: null,
    priority_order: null,
    document: "9547/UBND-KSTT",
    document_date: "2021-12-07",
    provenance: "published",
  }),
);

/** A row of marts.mail_failures. */
export function mailFailure(changed: Partial<MailFailure> = {}): MailFailure {
  return {
    round_code: "2023",
    instrument_code: "pchc-dia-phuong",
    domain_level: "province",
    domain_code: "40",
    unit_code: "40",
    domain_name: "Nghệ An",
    domain_name_en: "Nghe An",
    form_name: "Phiếu cải cách hành chính đánh giá địa phương",
    form_name_en: "Form on administrative reform: one's own province",
    mail_domain: "nghean.example.vn",
    failure_kind: "rejected",
    as_of_date: "2023-11-20",
    n_failing: 6,
    n_sent: 30,
    failing_percent: 20,
    first_failed_date: "2023-11-02",
    is_domain_broken: false,
    provenance: "illustrative",
    ...changed,
  };
}
