/*
summary: "Every answer that may be chosen in a poll."
grain: [round_code, poll_key, question_code, answer_value]
*/
select round_code, poll_key, question_code, answer_value, min(wording) as wording, min(answer_wording) as answer_wording,
  max(provenance) as provenance
from raw.poll_questions
group by all
