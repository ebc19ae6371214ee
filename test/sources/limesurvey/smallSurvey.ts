/** LimeSurvey's three layouts of definitions and names. */
export type Layout = "v3" | "v6" | "v7";
export type Engine = "postgres" | "mysql";

/** What is planted among the participants, and may never be found outside the store. */
export const planted = {
  names: ["Nguyễn Thị Bí Mật", "Trần Văn Kín"],
  addresses: ["bi.mat@example.org", "kin@example.net"],
  tokens: ["tokenAAAA1111", "tokenBBBB2222", "tokenQQQQ3333"],
};

type Question = readonly [
  qid: number,
  parent: number,
  type: string,
  title: string,
  wording: string,
  scale?: number,
  other?: string,
];

const questions: readonly Question[] = [
  [2, 0, "L", "A1", "<p>Giới&nbsp;tính</p>"],
  [3, 0, "F", "Q1", "Mức độ hài lòng"],
  [31, 3, "T", "SQ1", "Chỗ ngồi"],
  [32, 3, "T", "SQ2", "Thiết bị"],
  [4, 0, "M", "Q2", "Nguồn thông tin", 0, "Y"],
  [41, 4, "T", "a", "Tivi"],
  [42, 4, "T", "b", "Báo"],
  [5, 0, "O", "Q3", "Thủ tục"],
  [6, 0, "R", "Q4", "Xếp hạng"],
  [7, 0, "N", "Q5", "Số lần"],
  [8, 0, "1", "Q6", "Hai thang"],
  [81, 8, "T", "d", "Dòng"],
  [9, 0, ";", "Q7", "Bảng"],
  [91, 9, "T", "r", "Hàng", 0],
  [92, 9, "T", "c", "Cột", 1],
  [10, 0, "T", "Q8", "Ý kiến"],
  [11, 0, "Y", "Q9", "Đã đến"],
  [13, 0, "P", "Q10", "Lý do"],
  [131, 13, "T", "p", "Xa"],
  [14, 0, "D", "Q11", "Ngày"],
  [15, 0, "!", "Q12", "Nơi", 0, "Y"],
  [16, 0, "|", "Q13", "Tệp"],
];

/** From version 7 what is ranked are subquestions. */
const ranked: readonly Question[] = [
  [61, 6, "T", "r1", "Một"],
  [62, 6, "T", "r2", "Hai"],
  [63, 6, "T", "r3", "Ba"],
];

type Answer = readonly [qid: number, code: string, wording: string, scale?: number];

const answers: readonly Answer[] = [
  [2, "1", "Nam"],
  [2, "2", "Nữ"],
  ...["1", "2", "3", "4", "5"].map((code): Answer => [3, code, `Mức ${code}`]),
  [5, "k", "Khai sinh"],
  [5, "h", "Hộ khẩu"],
  [6, "r1", "Một"],
  [6, "r2", "Hai"],
  [6, "r3", "Ba"],
  [8, "x", "X", 0],
  [8, "y", "Y", 0],
  [8, "p", "P", 1],
  [8, "q", "Q", 1],
  [15, "w", "Nhà"],
];

/** Every answer column: its name up to version 6, its name from version 7, its type, and the values of the five responses. */
const columns: readonly (readonly [
  string,
  string,
  "code" | "text" | "number" | "date",
  ...(string | null)[],
])[] = [
  ["12345X1X2", "Q2", "code", "2", "1", "1", "2", "1"],
  ["12345X1X3SQ1", "Q3_S31", "code", "5", "4", "3", "2", "1"],
  ["12345X1X3SQ2", "Q3_S32", "code", "4", "4", null, "", "1"],
  ["12345X1X4a", "Q4_S41", "code", "Y", "", null, "Y", ""],
  ["12345X1X4b", "Q4_S42", "code", "", "Y", null, "Y", ""],
  ["12345X1X4other", "Q4_Cother", "text", "Loa phường", "", null, "", ""],
  ["12345X1X5", "Q5", "code", "k", "k", null, "", ""],
  ["12345X1X5comment", "Q5_Ccomment", "text", 'nói "ổn", rồi\nxuống dòng \\N', "", null, "", ""],
  ["12345X1X61", "Q6_S61", "code", "r3", "r1", null, "", ""],
  ["12345X1X62", "Q6_S62", "code", "r1", "", null, "", ""],
  ["12345X1X63", "Q6_S63", "code", "r2", "", null, "", ""],
  ["12345X1X7", "Q7", "number", "12.5", "100", null, null, "0"],
  ["12345X1X8d#0", "Q8_S81#0", "code", "x", "y", null, "", ""],
  ["12345X1X8d#1", "Q8_S81#1", "code", "q", "p", null, "", ""],
  ["12345X1X9r_c", "Q9_S91_S92", "text", "ô", "", null, "", ""],
  ["12345X1X10", "Q10", "text", "\\N", "'; drop table x; --", null, "", ""],
  ["12345X1X11", "Q11", "code", "Y", "N", null, "", "Y"],
  ["12345X1X13p", "Q13_S131", "code", "Y", "", null, "", ""],
  ["12345X1X13pcomment", "Q13_S131_Ccomment", "text", "10 km", "", null, "", ""],
  ["12345X1X14", "Q14", "date", "2022-11-30 00:00:00", null, null, null, null],
  ["12345X1X15", "Q15", "code", "-oth-", "w", null, "", ""],
  ["12345X1X15other", "Q15_Cother", "text", "Chợ", "", null, "", ""],
  ["12345X1X16", "Q16", "text", "[]", null, null, null, null],
  ["12345X1X16_filecount", "Q16_Cfilecount", "number", "0", null, null, null, null],
];

const responses: readonly (readonly (string | null)[])[] = [
  // id, submitdate, token, startdate, datestamp (times of the server's clock, seven hours ahead of UTC)
  ["1", "2022-12-05 10:00:00", planted.tokens[0]!, "2022-12-05 09:30:00", "2022-12-05 10:00:00"],
  ["3", "2022-12-06 00:10:00", planted.tokens[0]!, "2022-12-05 23:50:00", "2022-12-07 08:00:00"],
  ["4", null, planted.tokens[1]!, "2022-12-05 11:00:00", "2022-12-05 11:05:00"],
  ["6", "1980-01-01 00:00:00", "", "1980-01-01 00:00:00", "1980-01-01 00:00:00"],
  ["7", "2022-12-08 12:00:00", planted.tokens[2]!, "2022-12-08 11:00:00", "2022-12-08 12:00:00"],
];

const people: readonly (readonly (string | null)[])[] = [
  // tid, firstname, lastname, email, emailstatus, token, blacklisted, sent, remindersent, completed, attribute_1, attribute_2
  [
    "1",
    "Bí Mật",
    planted.names[0]!,
    planted.addresses[0]!,
    "OK",
    planted.tokens[0]!,
    "N",
    "2022-12-01 08:00",
    "2022-12-03 09:15",
    "2022-12-05 10:00",
    "Hà Nội",
    "p1",
  ],
  [
    "2",
    "Kín",
    planted.names[1]!,
    planted.addresses[1]!,
    "bounced",
    planted.tokens[1]!,
    "N",
    "2022-12-01 08:00",
    "N",
    "N",
    "Đắk Lắk",
    "p2",
  ],
  ["3", "Q", "Q", "q@EXAMPLE.com", "OptOut", planted.tokens[2]!, "N", "N", "N", "Q", "", null],
  ["4", "Không", "Thư", "", "OK", "", "N", "N", "N", "N", "Hà Nội", "p4"],
];

/** The statements that make the survey in one layout, with the neighbours whose names start alike. */
export function smallSurvey(layout: Layout, engine: Engine): string[] {
  const time = engine === "postgres" ? "timestamp" : "datetime";
  const all = layout === "v7" ? [...questions, ...ranked] : questions;
  const options = layout === "v7" ? answers.filter(([qid]) => qid !== 6) : answers;
  const table = layout === "v7" ? "lime_responses_12345" : "lime_survey_12345";
  const types = { code: "varchar(5)", text: "text", number: "numeric(30,10)", date: time };
  const names = columns.map(([old, recent]) => (layout === "v7" ? recent : old));
  const inMysql = (set: string) => (engine === "mysql" ? ` character set ${set}` : "");
  const quota = layout === "v7" ? ", quota_exit integer" : "";
  const make = [
    `create table lime_surveys (sid int, gsid int, language varchar(50), additional_languages text, anonymized varchar(1), datestamp varchar(1))`,
    `insert into lime_surveys values (12345, 1, 'vi', 'en', 'I', 'I')`,
    `create table lime_surveys_languagesettings (surveyls_survey_id int, surveyls_language varchar(45), surveyls_title varchar(200))`,
    `insert into lime_surveys_languagesettings values (12345, 'vi', 'Khảo sát minh họa'), (12345, 'en', 'Illustration')`,
    ...(layout === "v3" ? wordsInside(all, options) : wordsBeside(all, options)),
    `create table ${table} (id integer, submitdate ${time}, lastpage integer, startlanguage varchar(20), token varchar(36)${inMysql("utf8mb4 collate utf8mb4_bin")},
      startdate ${time}, datestamp ${time}${quota},
      ${columns.map((each, index) => `"${names[index]}" ${types[each[2]]}${index === 14 ? inMysql("latin1") : ""}`).join(", ")})`,
    ...responses.map((row, at) => {
      const own = [...row.slice(0, 2), "1", "vi", ...row.slice(2)].map(literal);
      const quotaExit = layout === "v7" ? ["null"] : [];
      return `insert into ${table} values (${[...own, ...quotaExit, ...columns.map((each) => literal(each[3 + at] ?? null))].join(", ")})`;
    }),
    `create table lime_tokens_12345 (tid integer, firstname text, lastname text, email text, emailstatus text, token varchar(36),
      blacklisted varchar(17), sent varchar(17), remindersent varchar(17), completed varchar(17), attribute_1 text, attribute_2 text)`,
    ...people.map((row) => `insert into lime_tokens_12345 values (${row.map(literal).join(", ")})`),
    ...(layout === "v7"
      ? [
          `create table lime_timings_12345 (id integer, interviewtime numeric(8,2), "G1" numeric(8,2), "Q2" numeric(8,2))`,
        ]
      : [
          `create table lime_survey_12345_timings (id integer, interviewtime numeric(8,2), "12345X1time" numeric(8,2), "12345X1X2time" numeric(8,2))`,
        ]),
    `insert into ${layout === "v7" ? "lime_timings_12345" : "lime_survey_12345_timings"} values (1, 300.5, 300.5, 12.25), (4, 20, null, null)`,
    `create table lime_survey_links (participant_id varchar(50))`,
  ];
  if (layout !== "v3") {
    make.push(
      `create table lime_surveys_groups (gsid int, parent_id int)`,
      `insert into lime_surveys_groups values (1, 0)`,
      `create table lime_surveys_groupsettings (gsid int, anonymized varchar(1), datestamp varchar(1))`,
      `insert into lime_surveys_groupsettings values (0, 'N', 'Y'), (1, 'I', 'Y')`,
    );
  }
  return make;
}

function wordsBeside(all: readonly Question[], options: readonly Answer[]): string[] {
  return [
    `create table lime_groups (gid int, sid int, group_order int)`,
    `insert into lime_groups values (1, 12345, 1)`,
    `create table lime_questions (qid int, parent_qid int, sid int, gid int, type varchar(30), title varchar(20), other varchar(1), encrypted varchar(1), question_order int, scale_id int)`,
    `create table lime_question_l10ns (id int, qid int, question text, language varchar(20))`,
    `create table lime_answers (aid int, qid int, code varchar(5), sortorder int, scale_id int)`,
    `create table lime_answer_l10ns (id int, aid int, answer text, language varchar(20))`,
    ...all.flatMap(([qid, parent, type, title, wording, scale = 0, other = "N"], order) => [
      `insert into lime_questions values (${qid}, ${parent}, 12345, 1, ${literal(type)}, ${literal(title)}, '${other}', 'N', ${order}, ${scale})`,
      `insert into lime_question_l10ns values (${qid * 2}, ${qid}, ${literal(wording)}, 'vi'), (${qid * 2 + 1}, ${qid}, 'in English', 'en')`,
    ]),
    ...options.flatMap(([qid, code, wording, scale = 0], order) => [
      `insert into lime_answers values (${order}, ${qid}, ${literal(code)}, ${order}, ${scale})`,
      `insert into lime_answer_l10ns values (${order}, ${order}, ${literal(wording)}, 'vi')`,
    ]),
  ];
}

function wordsInside(all: readonly Question[], options: readonly Answer[]): string[] {
  return [
    `create table lime_groups (gid int, sid int, group_order int, language varchar(20))`,
    `insert into lime_groups values (1, 12345, 1, 'vi'), (1, 12345, 1, 'en')`,
    `create table lime_questions (qid int, parent_qid int, sid int, gid int, type varchar(1), title varchar(20), question text, other varchar(1), question_order int, scale_id int, language varchar(20))`,
    `create table lime_answers (qid int, code varchar(5), answer text, sortorder int, language varchar(20), scale_id int)`,
    ...all.flatMap(([qid, parent, type, title, wording, scale = 0, other = "N"], order) =>
      ["vi", "en"].map(
        (language) =>
          `insert into lime_questions values (${qid}, ${parent}, 12345, 1, ${literal(type)}, ${literal(title)}, ${literal(language === "vi" ? wording : "in English")}, '${other}', ${order}, ${scale}, '${language}')`,
      ),
    ),
    ...options.flatMap(([qid, code, wording, scale = 0], order) =>
      ["vi", "en"].map(
        (language) =>
          `insert into lime_answers values (${qid}, ${literal(code)}, ${literal(wording)}, ${order}, '${language}', ${scale})`,
      ),
    ),
  ];
}

function literal(value: string | null): string {
  return value === null ? "null" : `'${value.replaceAll("'", "''")}'`;
}
