/** The marts that tell of a campaign while it goes on; `thuocdo monitor` builds them and what they are made from. */
export const monitorMarts = [
  "marts.field_quality",
  "marts.mail_failures",
  "marts.outcome_rates",
  "marts.participation",
  "marts.participation_balance",
  "marts.participation_exceptions",
  "marts.participation_signals",
  "marts.participation_trend",
  "marts.participation_units",
  "marts.polls",
  "marts.questions_answered",
  "marts.reminders",
] as const;

export type MonitorMart = (typeof monitorMarts)[number];
