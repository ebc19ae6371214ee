-- The survey store. Plain SQL that DuckDB and PostgreSQL both accept; docs/survey-store.md says what each column means.
-- No primary keys: a store takes what the field sends, and a doubled row is found and counted later, not refused.
-- Every time is UTC, without a zone.

create table instruments (
  instrument_code text not null,
  round_code text not null,
  title text,
  version text
);

create table instrument_questions (
  round_code text not null,
  instrument_code text not null,
  question_code text not null,
  answer_kind text,
  wording text,
  answer_codes text
);

create table sample_units (
  round_code text not null,
  index_code text not null,
  sample_unit_key text not null,
  parent_key text,
  stage_code text not null,
  unit_name text not null,
  sample_unit_name text,
  population_count bigint,
  selection_probability double precision,
  is_certainty boolean,
  is_selected boolean,
  is_substitute boolean,
  replaced_by_key text,
  final_disposition text
);

create table participants (
  round_code text not null,
  instrument_code text not null,
  participant_key text not null,
  sample_unit_key text,
  unit_name text,
  respondent_group text,
  registered_at timestamp
);

create table deliveries (
  round_code text not null,
  instrument_code text not null,
  participant_key text not null,
  channel text,
  sent_at timestamp,
  delivery_status text,
  mail_domain text,
  status_at timestamp
);

create table responses (
  round_code text not null,
  instrument_code text not null,
  response_key text not null,
  participant_key text,
  opened_at timestamp,
  submitted_at timestamp,
  edited_at timestamp,
  is_test boolean,
  interviewer_key text,
  team_key text,
  device_key text
);

create table answers (
  round_code text not null,
  response_key text not null,
  question_code text not null,
  answer_value text
);

create table rechecks (
  round_code text not null,
  response_key text not null,
  question_code text not null,
  recheck_value text,
  rechecked_at timestamp,
  interviewer_key text
);

create table scorecards (
  round_code text not null,
  index_code text not null,
  unit_name text not null,
  node_code text not null,
  stage_code text not null,
  points numeric(18, 9),
  max_points numeric(18, 9),
  published_rank bigint,
  source_url text,
  framework_code text,
  framework_version text,
  score_status text,
  inputs text,
  role_code text,
  scored_at timestamp,
  reason text,
  evidence text,
  is_locked boolean
);

create table polls (
  round_code text not null,
  poll_key text not null,
  topic text,
  title text,
  unit_name text,
  opened_at timestamp,
  closed_at timestamp
);

create table poll_questions (
  round_code text not null,
  poll_key text not null,
  question_code text not null,
  wording text,
  answer_value text not null,
  answer_wording text
);

create table poll_answers (
  round_code text not null,
  poll_key text not null,
  answer_key text not null,
  question_code text not null,
  answer_value text,
  answered_at timestamp
);

create table questions (
  round_code text not null,
  question_key text not null,
  topic text,
  unit_name text,
  asked_at timestamp,
  answered_at timestamp
);
