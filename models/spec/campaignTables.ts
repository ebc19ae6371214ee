import { unitRegistry } from "../units/unitRegistry.ts";
import type { Spec } from "./spec.ts";
import { type SpecTable, specTable } from "./specTable.ts";

/** What every round's campaign fixes, and what documents printed of participation. */
export function campaignTables(spec: Spec): SpecTable[] {
  return [
    forms(spec),
    groups(spec),
    campaignUnits(spec),
    rules(spec),
    targets(spec),
    statuses(spec),
    published(spec),
  ];
}

/**
 * The day until which things are told, the day itself included; empty: everything that the snapshot holds. SQL never
 * reads a clock.
 */
export function asOfTable(asOf: string | null): SpecTable {
  return specTable("spec.as_of", { scope_code: "VARCHAR", as_of_date: "DATE" }, [
    { scope_code: asOf === null ? "all" : "day", as_of_date: asOf },
  ]);
}

function campaignsOf(spec: Spec) {
  return spec.rounds.flatMap(({ round, campaign, targets }) =>
    campaign === null
      ? []
      : [{ round_code: round.round, reference_date: round.reference_date, campaign, targets }],
  );
}

function forms(spec: Spec): SpecTable {
  return specTable(
    "spec.campaign_forms",
    {
      round_code: "VARCHAR",
      instrument_code: "VARCHAR",
      form_order: "INTEGER",
      form_name: "VARCHAR",
      form_name_en: "VARCHAR",
      mode: "VARCHAR",
      opens: "DATE",
      closes: "DATE",
      rule_status: "VARCHAR",
    },
    campaignsOf(spec).flatMap(({ round_code, campaign }) =>
      campaign.forms.map((form, i) => ({
        round_code,
        instrument_code: form.instrument,
        form_order: i + 1,
        form_name: form.name.vi,
        form_name_en: form.name.en,
        mode: form.mode,
        opens: form.opens,
        closes: form.closes,
        rule_status: form.status,
      })),
    ),
  );
}

function groups(spec: Spec): SpecTable {
  return specTable(
    "spec.campaign_groups",
    {
      round_code: "VARCHAR",
      respondent_group: "VARCHAR",
      group_order: "INTEGER",
      group_name: "VARCHAR",
      group_name_en: "VARCHAR",
    },
    campaignsOf(spec).flatMap(({ round_code, campaign }) =>
      campaign.groups.map((group, i) => ({
        round_code,
        respondent_group: group.code,
        group_order: i + 1,
        group_name: group.name.vi,
        group_name_en: group.name.en,
      })),
    ),
  );
}

/** Every unit that a participant of the round may be of, fictional ones too, as it is called on the reference date. */
function campaignUnits(spec: Spec): SpecTable {
  const registry = unitRegistry(spec);
  return specTable(
    "spec.campaign_units",
    {
      round_code: "VARCHAR",
      unit_level: "VARCHAR",
      unit_code: "VARCHAR",
      unit_name: "VARCHAR",
      unit_name_en: "VARCHAR",
      is_fictional: "BOOLEAN",
    },
    campaignsOf(spec).flatMap(({ round_code, reference_date }) => [
      ...(["ministry", "province"] as const).flatMap((level) =>
        registry.unitsOn(level, reference_date).map((unit) => ({ round_code, ...unit, is_fictional: false })),
      ),
      ...spec.fictionalUnits.map((unit) => ({ round_code, ...unit, is_fictional: true })),
    ]),
  );
}

/** One row a round; empty where the campaign does not say. */
function rules(spec: Spec): SpecTable {
  return specTable(
    "spec.campaign_rules",
    {
      round_code: "VARCHAR",
      pace_days: "INTEGER",
      design_effect: "DOUBLE",
      broken_share: "DOUBLE",
      least_persons: "INTEGER",
      short_minutes: "DOUBLE",
      night_from: "VARCHAR",
      night_until: "VARCHAR",
      straight_items: "INTEGER",
      device_forms_a_day: "INTEGER",
      least_forms: "INTEGER",
      robust_z: "DOUBLE",
      equal_peers_distance: "DOUBLE",
      least_peers: "INTEGER",
      answer_within_days: "INTEGER",
    },
    campaignsOf(spec).map(({ round_code, campaign: { forecast, mail, field_quality, questions } }) => ({
      round_code,
      pace_days: forecast?.pace_days.value ?? null,
      design_effect: forecast?.design_effect.value ?? null,
      broken_share: mail?.broken_share.value ?? null,
      least_persons: mail?.least_persons.value ?? null,
      short_minutes: field_quality?.short_minutes.value ?? null,
      night_from: field_quality?.night.value.from ?? null,
      night_until: field_quality?.night.value.until ?? null,
      straight_items: field_quality?.straight_items.value ?? null,
      device_forms_a_day: field_quality?.device_forms_a_day.value ?? null,
      least_forms: field_quality?.least_forms.value ?? null,
      robust_z: field_quality?.robust_z.value ?? null,
      equal_peers_distance: field_quality?.equal_peers_distance.value ?? null,
      least_peers: field_quality?.least_peers.value ?? null,
      answer_within_days: questions?.answer_within_days?.value ?? null,
    })),
  );
}

function targets(spec: Spec): SpecTable {
  return specTable(
    "spec.campaign_targets",
    {
      round_code: "VARCHAR",
      unit_level: "VARCHAR",
      unit_code: "VARCHAR",
      instrument_code: "VARCHAR",
      respondent_group: "VARCHAR",
      target_n: "BIGINT",
      target_share: "DOUBLE",
      rule_status: "VARCHAR",
      provenance: "VARCHAR",
      source_url: "VARCHAR",
    },
    campaignsOf(spec).flatMap(({ round_code, targets: rows }) =>
      rows.map(({ status, source, ...row }) => ({
        round_code,
        ...row,
        rule_status: status,
        source_url: source,
      })),
    ),
  );
}

function statuses(spec: Spec): SpecTable {
  return specTable(
    "spec.delivery_statuses",
    { delivery_status: "VARCHAR", state: "VARCHAR", failure_kind: "VARCHAR", rule_status: "VARCHAR" },
    spec.deliveryStatuses,
  );
}

function published(spec: Spec): SpecTable {
  return specTable(
    "spec.published_participation",
    {
      round_code: "VARCHAR",
      unit_level: "VARCHAR",
      unit_code: "VARCHAR",
      instrument_code: "VARCHAR",
      form_order: "INTEGER",
      form_name: "VARCHAR",
      form_name_en: "VARCHAR",
      n_registered: "BIGINT",
      n_answers: "BIGINT",
      document: "VARCHAR",
      document_date: "DATE",
      source_url: "VARCHAR",
    },
    spec.publishedParticipation.map((row, i) => ({ ...row, form_order: i + 1 })),
  );
}
