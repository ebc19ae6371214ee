/**
 * The settings of the demo's season: sixty days in which officials answer online, in the shape of the trial of 2021 that
 * 5628/BNV-CCHC tells of. All of them are invented; so is every person, mail and answer.
 */
export const seasonShape = {
  seed: 2023,
  roundCode: "2023",
  /** The campaign of models/rounds/2023/campaign.yaml. */
  opens: "2023-11-01",
  days: 60,

  /** Officials of a unit on the lists; Nghệ An had 43. */
  officials: { least: 34, most: 52 },
  /** Of a province's officials, how many work in districts. */
  districtShare: 0.4,
  forms: {
    province: ["pchc-dia-phuong", "pchc-bo-chu-quan", "phan-hoi-he-thong"],
    ministry: ["pchc-bo-chu-quan", "phan-hoi-he-thong"],
  },

  /** Days (from 0) on which a mail goes to everyone who has not answered: the invitation and two reminders. */
  mailDays: [0, 14, 35],
  /** The chance to answer on a day: highest after a mail, then fading to a floor; less at weekends; units differ. */
  hazard: { afterMail: 0.055, fadesOver: 8, floor: 0.005, weekend: 0.3, unitSpread: 0.3 },
  unfinishedShare: 0.03,
  optedOutShare: 0.01,
  wrongAddressShare: 0.015,
  /** A mail that fails is known to have failed so many days later. */
  bounceDays: 2,

  planted: {
    lateInvitationDay: 24,
    silentUntilDay: 45,
    fullMailboxes: 6,
    fullOnMail: 1,
    missingAddresses: 3,
    noToken: { n: 4, day: 19 },
    unknownToken: { n: 3, day: 21 },
    secondAnswers: { n: 5, day: 30 },
    beforeOpening: 2,
    afterClosing: 2,
    twoUnits: { n: 2, day: 4 },
    listedTwice: { n: 1, day: 4 },
    unknownUnit: { n: 3, day: 5, name: "Sở Minh Họa Không Có" },
  },

  interviews: {
    form: "minh-hoa-tai-nha",
    questions: 12,
    firstDay: 1,
    lastDay: 50,
    teams: 3,
    interviewersPerTeam: 4,
    formsADay: 2,
    minutes: { mean: 26, spread: 5, least: 12 },
    blankShare: 0.03,
    fastMinutes: 5,
    blankShareOfCareless: 0.4,
    nightHour: 23,
    busyDevice: { day: 35, forms: 30 },
  },

  polls: { answers: 240, questions: 80 },
} as const;
