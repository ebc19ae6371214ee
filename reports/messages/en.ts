import type { vi } from "./vi.ts";

/** The translation: the same keys and placeholders as the original. */
export const en: Readonly<Record<keyof typeof vi, string>> = {
  "nav.skip": "Skip to the content",
  "nav.files": "Parts of the report",
  "nav.downloads": "Download",
  "nav.drafts": "Draft papers ({n:count})",
  "glance.title": "What to know first",
  "glance.table": "In short: {chapter}",
  "glance.question": "Question",
  "glance.answer": "Answer",
  "nav.language": "English",
  "download.data": "Open data (CSV, dictionary)",
  "download.docx": "Report to edit (DOCX)",
  "download.pdf": "Report for print (PDF)",
  "nav.contents": "In this report",
  "page.note": "How to read it.",
  "page.scroll": "Swipe sideways to see all of it »",

  "provenance.mark": "dữ liệu minh họa – invented respondents",
  "provenance.warning":
    "The respondents of the survey part were made up by a computer to show the system. No figure in it says anything about the place it names; do not quote it, do not judge by it.",
  "provenance.fictional_warning":
    "This unit does not exist. Its name, scorecard and survey answers were made by a computer to show the system, on illustrative criteria. No figure says anything about a real agency.",
  "provenance.short": "invented respondents",
  "provenance.illustrative": "dữ liệu minh họa – invented respondents",
  "provenance.published": "published figures",
  "provenance.derived": "derived from published figures",
  "provenance.published_and_derived": "published figures and figures derived from them",

  "mark.c":
    "not shown: by itself or together with other figures, those of an earlier release included, it would disclose the answers of too few people",
  "mark.x": "not available",
  "mark.z": "does not apply",

  "footer.release": "Release",
  "footer.comparison": "Compared",
  "footer.date": "Date",
  "footer.snapshot": "Data snapshot",
  "footer.method": "Method",
  "footer.code": "Program version",
  "monitor.label": "Monitor of participation, counted to the end of {date:date}",
  "footer.as_of": "Counted to the end of",

  "download.xlsx": "Tables (XLSX)",
  "workbook.cover": "Cover",
  "workbook.contents": "Contents",
  "workbook.notes": "Notes",
  "workbook.source": "Source of figures: {source}",
  "workbook.minus": "{column}: down to the lower end",
  "workbook.plus": "{column}: up to the upper end",
  "workbook.low": "{column}: from",
  "workbook.high": "{column}: to",
  "workbook.fact": "Item",
  "workbook.value": "Value",
  "workbook.sheet": "Sheet",
  "workbook.table": "Table",
  "workbook.question": "Question",
  "workbook.chapter": "Chapter",
  "workbook.note": "Note",

  "release.title": "Satisfaction (SIPAS) and public administration reform (PAR INDEX)",
  "release.label": "Release {release}, {date:date}",
  "release.national": "National report",
  "release.provinces": "Reports of the provinces and cities",
  "release.ministries": "Reports of the ministries and ministerial agencies",
  "release.fictional": "Units that do not exist, to show scorecards",

  "bundle.illustrative_part":
    "The results of this part come from invented respondents and stand only in the file named minh-hoa.",
  "bundle.overview": "Key results",
  "bundle.national": "National report",
  "bundle.national_title": "National results",
  "bundle.fictional": "A unit that does not exist, for illustration",
  "bundle.province": "Report of the province or city",
  "bundle.ministry": "Report of the ministry or ministerial agency",

  "chapter.sipas": "Satisfaction index SIPAS",
  "chapter.par_ministry": "PAR INDEX of ministries",
  "chapter.par_scorecard": "PAR INDEX scorecard",
  "chapter.par_history": "PAR INDEX over the years",
  "chapter.method": "Method",

  "column.rank": "Rank",
  "column.unit": "Unit",
  "column.province": "Province or city",
  "column.ministry": "Ministry or agency",
  "column.region": "Region",
  "column.satisfied": "Satisfied (%)",
  "column.interval": "95% confidence interval",
  "column.df": "Degrees of freedom",
  "column.responses": "Responses",
  "column.domain": "Place",
  "column.part": "Part",
  "column.criterion": "Content",
  "column.item": "Question",
  "column.option": "Answer",
  "column.nation": "Nation",
  "column.region_value": "Region",
  "column.own": "Province",
  "column.difference": "Difference",
  "column.step": "Step",
  "column.count": "Responses",
  "column.share": "Share (%)",
  "column.weighted": "Weighted (%)",
  "column.rule_status": "Status",
  "column.year": "Year",
  "table.on_paper":
    "{caption} (first {rows:count} of {n:count} rows; all are on the page and in the workbook)",
  "table.totals_on_paper": "{caption} (totals only; all {n:count} rows are on the page and in the workbook)",
  "table.off_paper": "{caption}: {n:count} rows, all on the page and in the workbook.",
  "print.elsewhere": "Not printed here, all on the page and in the workbook: {titles}",
  "column.framework": "Criteria set",
  "column.group": "Group",
  "column.source": "Source",
  "column.rule": "Rule",
  "column.value": "Value",
  "column.why": "Why",
  "column.points": "Points",
  "column.max": "Maximum",
  "column.appraised": "Appraised points",
  "column.survey": "Survey points",
  "column.unit_type": "Type",
  "column.total": "Total points",

  "status.confirmed": "confirmed by a source",
  "status.inferred": "inferred from published figures",
  "status.assumed": "our assumption",

  "recipe.plain": "every response counts the same",
  "recipe.design": "weighted by the sample design",

  "chart.interval": "Dots are results, lines are 95% confidence intervals. Dashed: the national value.",
  "chart.interval_only": "Dots are results, lines are 95% confidence intervals.",

  "sipas_ranking.title": "In which provinces are people more satisfied, and how sure is that?",
  "sipas_ranking.note":
    "Every result has a sampling error. Two provinces whose intervals overlap cannot be told apart by their ranks alone. No way of weighting shown here is official.",
  "sipas_ranking.top":
    "{first} has the highest share of satisfied people, {first_value:percent}; {last} the lowest, {last_value:percent}.",
  "sipas_ranking.overlap":
    "The leader's interval {n?overlaps that of no other province|overlaps that of 1 other province: against it, the first place is not certain|overlaps those of # other provinces: against that many, the first place is not certain}.",
  "sipas_ranking.chart": "Share of satisfied people in {n:count} provinces and cities",
  "sipas_ranking.chart_subtitle":
    "Dots are results ({recipe}), lines are 95% confidence intervals. Ordered by unrounded values.",
  "sipas_ranking.chart_description":
    "Ranking of {n:count} provinces by the share of satisfied people, from {first} ({first_value:percent}) to {last} ({last_value:percent}), each a dot and a line for its 95% confidence interval.",
  "sipas_ranking.map": "Share of satisfied people in {n:count} provinces and cities, one tile each",
  "sipas_ranking.map_subtitle":
    "One tile of one size for each province, roughly where it lies; not a map of boundaries. Darker is higher, which is not to say established. Hoàng Sa belongs to the tile of Đà Nẵng, Trường Sa to that of Khánh Hòa.",
  "sipas_ranking.map_description":
    "Tile map of {n:count} provinces by the share of satisfied people: highest {first} ({first_value:percent}), lowest {last} ({last_value:percent}). The figures of all tiles are in the table.",
  "sipas_ranking.ends": "The first five and the last five provinces",
  "sipas_ranking.table": "Results of all provinces ({recipe})",
  "sipas_ranking.tied": "equal when rounded, different before rounding",
  "sipas_ranking.axis": "Satisfied (%)",

  "province_place.title": "Where does the province stand in the country?",
  "province_place.note":
    "The rank is that of the sample's result. The interval says where the true value may lie, and the rank moves with it. The two ways of weighting give two results; neither is official.",
  "province_place.sentence":
    "{value:percent} of people are satisfied (95% confidence interval: {low:number} – {high:number}), rank {rank:count} of {n:count} provinces and cities.",
  "province_place.alike":
    "The rank is not sure: with all pairs compared together, the sample cannot tell the province apart from {n:count} of {of:count} others.",
  "province_place.apart":
    "With all pairs compared together, the sample tells the province apart from all {of:count} others.",
  "province_place.suppressed": "The province's result is not shown: there are too few valid responses.",
  "province_place.missing": "The province's result cannot be estimated from the responses received.",
  "province_place.table": "The province's result under each way of weighting",
  "province_place.recipe": "Way of weighting",
  "province_place.of": "Of",

  "among_all.title": "Where on the scale is the province, among all provinces?",
  "among_all.note":
    "Each dot is a province; only this one is named. Where the interval is longer than the distance between provinces, the rank says less than the value. The full ranking is in the national report.",
  "among_all.sentence":
    "The interval of {unit} spans stretches of the scale that hold {within:count} of {n:count} provinces and cities.",
  "among_all.chart": "{unit} among {n:count} provinces and cities",
  "among_all.subtitle":
    "Each round dot is a province, by percentage point. Diamond: {unit}; the line below is the province's 95% confidence interval.",
  "among_all.subtitle_without":
    "Each round dot is a province, by percentage point. {unit} has no published result.",
  "among_all.description":
    "Dot plot of {n:count} provinces from {from:count}% to {to:count}%, with {unit} marked. The table below counts the provinces of each stretch.",
  "among_all.stretch": "{from:count} to below {to:count}%",
  "among_all.provinces": "{n:count} provinces",
  "among_all.table": "Provinces in each stretch of the scale",
  "among_all.units": "Provinces",
  "among_all.own": "This province",

  "shade.below": "below {high}%",
  "shade.between": "{low} to below {high}%",
  "shade.from": "{low}% and more",
  "shade.none": "no figure [c], [x]",
  "shade.title": "Satisfied",

  "levels.title": "How satisfied are people, subject by subject?",
  "levels.note":
    "All answers to the questions of a subject are pooled, weighted as in the recipe shown. This is a description: single levels have no interval of their own; that of the share satisfied stands with the questions. The two satisfied levels may differ a little from the subject's index, which averages its questions.",
  "levels.sentence":
    "The largest share of dissatisfied answers is about {factor}: {worse:percent1} dissatisfied or very dissatisfied, {better:percent1} satisfied or very satisfied.",
  "levels.chart": "Levels of satisfaction by subject: {domain}",
  "levels.subtitle":
    "Left of the middle line is dissatisfied, right of it satisfied; the neutral answer is half on each side. Small parts have no figure here, see the table.",
  "levels.description":
    "Diverging bars of {n:count} subjects ({domains}): the share of answers at five levels, from very dissatisfied to very satisfied.",
  "levels.axis": "Share of answers (%)",
  "levels.table": "Answers by level of satisfaction: {domain}",
  "levels.answers": "Answers",

  "suppressed.title": "Which figures are withheld [c], and why?",
  "suppressed.note":
    "Withheld because too few answered, because a few people hold most of the weight, because it differs from an earlier release by a few people, or because such a figure could be worked out from it by subtraction. The thresholds and the rule are listed under Method and are assumed. A withheld figure is always [c], never 0 and never blank.",
  "suppressed.sentence":
    "{n?No figure is|1 figure is|# figures are} withheld: {few?none|1|#} for too few answers, {protects?none|1|#} so that nobody can work those out.",
  "suppressed.dominate":
    "In {n:count} of them a few people hold most of the weight: the share would tell what they answered.",
  "suppressed.differ":
    "{n:count} of them differ by a few people from an earlier release of the round: the difference would tell how those answered who were added or taken out.",
  "suppressed.table": "Withheld figures by table and reason",
  "suppressed.own_table": "Each withheld figure: {domain}",
  "suppressed.where": "Table",
  "suppressed.why": "Reason",
  "suppressed.figures": "Figures",
  "suppressed.domains": "In provinces and regions",
  "suppressed.satisfaction": "satisfaction",
  "suppressed.perceptions": "other questions",
  "suppressed.respondents": "who answered",
  "suppressed.too_few": "too few answers",
  "suppressed.dominated": "a few people hold most of the weight",
  "suppressed.protects": "so that another cannot be worked out",
  "suppressed.differs": "a few people apart from an earlier release",

  "sipas_heat.title": "Which provinces are strong or weak, and in what?",
  "sipas_heat.note":
    "The shade helps the eye and does not say whether a difference is established. The interval of each figure is in the province's report and in the open data (table sipas_nodes).",
  "sipas_heat.chart": "Share of satisfied people by province and subject (%)",
  "sipas_heat.subtitle":
    "The nation comes first; provinces are ordered by the whole. The darker a cell, the higher its share.",
  "sipas_heat.description":
    "Shaded table of {n:count} rows (nation and provinces) and {m:count} columns of subjects, the figure in each cell. The data table is below.",
  "sipas_heat.table": "Each province by subject (%)",

  "sipas_trend.title": "Over the years, is satisfaction going up or down?",
  "sipas_trend.note":
    "Only years that can be compared with this one are joined; years of another method or form stand alone. Overlapping intervals may still be a real change, and the other way round: the test of the change stands with the comparison with the previous survey.",
  "sipas_trend.chart": "Share of satisfied people over the years: {domain}",
  "sipas_trend.subtitle":
    "Ribbons and vertical bars are 95% confidence intervals. Dashed vertical line: what lies on its two sides cannot be compared.",
  "sipas_trend.description":
    "Line of {domain} from {first} ({first_value:percent}) to {last} ({last_value:percent}) with 95% confidence intervals and breaks between years that cannot be compared.",
  "sipas_trend.comparable": "comparable with this year",
  "sipas_trend.apart": "stands alone",
  "sipas_trend.table": "Year by year: {domain}",
  "sipas_trend.versus": "Compared with this year",
  "sipas_trend.yes": "comparable",
  "sipas_trend.no": "not comparable",

  "sipas_regions.title": "Which regions are above and which below the national value?",
  "sipas_regions.note":
    "A region's result pools its provinces, which may differ considerably among themselves. A region whose interval contains the national value cannot be said to differ from it.",
  "sipas_regions.nation":
    "Nation: {value:percent} of people are satisfied (95% confidence interval: {low:number} – {high:number}).",
  "sipas_regions.ends":
    "Among the regions, {first} is highest ({first_value:percent}), {last} lowest ({last_value:percent}).",
  "sipas_regions.chart": "Share of satisfied people in the nation and its regions",
  "sipas_regions.description":
    "Dots with 95% confidence intervals: the nation and the regions, {n:count} rows.",
  "sipas_regions.table": "The nation and its regions",

  "sipas_factors.title": "What is the nation satisfied with, and what not?",
  "sipas_factors.note":
    "How questions combine into factors, factors into two parts and parts into the whole are inferred or assumed rules, listed under Method; another rule gives another figure.",
  "sipas_factors.sentence":
    "Among the factors, {first} satisfies most ({first_value:percent}), {last} least ({last_value:percent}).",
  "sipas_factors.chart": "The whole, the two parts and their factors, nation",
  "sipas_factors.description":
    "Dots with 95% confidence intervals for the whole, the two parts and their factors: {n:count} rows.",
  "sipas_factors.table": "The whole, the two parts and their factors",

  "sipas_items.title": "What is strongest, what is weakest?",
  "sipas_items.note":
    "Questions close to each other may change places in another sample: look at the intervals before concluding. A province's interval is wide because few places were drawn in each province.",
  "sipas_items.strongest": "Strongest: {first} ({first_value:percent}).",
  "sipas_items.weakest": "Weakest: {last} ({last_value:percent}).",
  "sipas_items.above":
    "{n?No question has its|1 question has its|# questions have their} interval wholly above the national value, {m?none|1|#} wholly below.",
  "sipas_items.chart": "Share of satisfied people by question, {domain}",
  "sipas_items.description":
    "Dots with 95% confidence intervals for {n:count} questions, from the strongest to the weakest.",
  "sipas_items.table": "Each question, from the strongest to the weakest, {domain}",
  "sipas_items.versus": "Compared with the nation",

  "province_factors.title": "Where is the province ahead of or behind its region and the nation?",
  "province_factors.note":
    "Compare intervals, not two figures alone. The province's interval is wider than those of the region and the nation because its sample is smaller.",
  "province_factors.chart": "{unit} beside its region and the nation",
  "province_factors.description":
    "{unit} compared with its region and the nation for the whole, the two parts and their factors, each a dot with a 95% confidence interval.",
  "province_factors.table": "The whole, the two parts and their factors (%)",
  "province_factors.sentence":
    "{unit}: {own:percent}; region {region}: {region_value:percent}; nation: {nation:percent}.",

  "strengths.title": "Where is the province strong or weak compared with the rest of the nation?",
  "strengths.note":
    "Each item is compared with all answers of the other provinces together. A difference counts as established when q < 0.05: of the items so named, no more than 5% on average are due to chance in sampling. An item that is not established is not equal to the nation: the province's sample is too small to tell. With 2 to 5 degrees of freedom only large differences can be established.",
  "strengths.count":
    "Of {n} items, {up?none is|1 is|# are} established as above and {down?none|1|#} as below the rest of the nation.",
  "strengths.chart": "Difference from the rest of the nation, by item",
  "strengths.subtitle":
    "Dot: difference; line: 95% interval. Dashed: equal to the rest. • established (q < 0.05).",
  "strengths.description":
    "Dots and intervals: the difference of {n} items from the rest of the nation, highest first. The figures are in the tables below.",
  "strengths.strengths": "Established strengths",
  "strengths.weaknesses": "Established weaknesses, weakest first",
  "strengths.gaps": "Largest gaps, not established: where work may begin",
  "strengths.own": "Province (%)",
  "strengths.rest": "The rest (%)",
  "strengths.difference": "Difference",
  "strengths.named": "{name} ({difference:signed} percentage points)",
  "strengths.first_up": "Strongest: {names}.",
  "strengths.first_down": "Weakest: {names}.",
  "strengths.first_gap": "No weakness is established; the largest gaps, to look at first: {names}.",
  "strengths.q": "q",
  "sipas_changes.title": "Has satisfaction risen or fallen since the previous survey?",
  "sipas_changes.note":
    "A change is this year's result minus the earlier one, in percentage points. Its interval takes into account that some districts were surveyed in both years: they make the two results move together. Where the interval includes 0, neither a rise nor a fall can be claimed. Among many provinces a few cross the line by chance alone; the test for all provinces together allows for that.",
  "sipas_changes.nation":
    "{domain}: from {earlier} to {later} the satisfaction index changed by {change:signed} percentage points, 95% confidence interval from {low:signed} to {high:signed}.",
  "sipas_changes.nation_unclear":
    "{domain}: from {earlier} to {later} the satisfaction index changed by {change:signed} percentage points, but the 95% confidence interval from {low:signed} to {high:signed} includes 0: it cannot be told whether it rose or fell.",
  "sipas_changes.shared":
    "{shared:count} of the {n:count} first-stage sample units of {later} were surveyed in {earlier} as well.",
  "sipas_changes.provinces":
    "Of {of:count} provinces that can be compared with {earlier}, {up?none|1|#} rose and {down?none|1|#} fell with an interval that excludes 0; for all provinces together {held?none remains|1 remains|# remain}.",
  "sipas_changes.not_comparable": "Not compared with {earlier}: {reason}",
  "sipas_changes.undeclared": "Not compared with {earlier}: nothing says that the two years can be compared.",
  "sipas_changes.chart": "Change of the satisfaction index since {earlier}, provinces",
  "sipas_changes.chart_nodes": "Change of each subject since {earlier}: {domain}",
  "sipas_changes.subtitle": "Dots are changes, lines are 95% confidence intervals. Dashed line: no change.",
  "sipas_changes.description": "Dots and 95% confidence intervals of {n:count} changes since {earlier}.",
  "sipas_changes.slope": "{domain}: each subject, {earlier} and {later}",
  "sipas_changes.slope_subtitle":
    "Solid line: the interval of the change excludes 0; dashed: nothing can be concluded. In brackets the change.",
  "sipas_changes.slope_description":
    "Slopes of {n:count} subjects of {domain}, from {earlier} to {later}; {clear:count} changes have an interval that excludes 0.",
  "sipas_changes.years": "The two years",
  "sipas_changes.table_none": "Change since {earlier}: not compared",
  "sipas_changes.axis": "Percentage points",
  "sipas_changes.table": "Change since {earlier}, provinces",
  "sipas_changes.table_nodes": "Change of each subject since {earlier}: {domain}",
  "sipas_changes.year": "{year} (%)",
  "sipas_changes.change": "Change",
  "sipas_changes.shared_units": "Shared sample units",

  "recipe_comparison.title": "Do ranks change with the way of weighting?",
  "recipe_comparison.note":
    "Both ways use the same answers. Neither is official; no published source says which one was used. A rank that changes with the way of weighting should not be read too closely.",
  "recipe_comparison.sentence":
    "{n:count} of {of:count} provinces change rank with the way of weighting; the largest change is {most?no place|1 place|# places} ({unit}).",
  "recipe_comparison.same": "None of {of:count} provinces changes rank with the way of weighting.",
  "recipe_comparison.table": "Provinces that change rank, the largest change first",
  "recipe_comparison.plain": "Every response the same (%)",
  "recipe_comparison.design": "By sample design (%)",
  "recipe_comparison.plain_rank": "Rank, every response the same",
  "recipe_comparison.design_rank": "Rank, by sample design",
  "recipe_comparison.rank_difference": "Change of rank",

  "diff.title": "Trial {after} against {before}, {round}",
  "diff.official": "the current build",
  "diff.range": "{low:signed} to {high:signed}",
  "diff.subtitle": "Nothing here is published: it shows a change before it is made",
  "diff.summary.title": "What does the recipe change?",
  "diff.summary.note":
    "Both results come from one sample, so the error of a difference is far smaller than that of each value. A difference whose 95% interval excludes 0 comes from the recipe and not from the draw of the sample. A trial is never published; to use it, change the files of the round itself.",
  "diff.summary.values":
    "{n:count} of {of:count} values differ, {beyond?none|1|#} by more than the error (95%).",
  "diff.summary.ranks": "{n?None|1|#} of {of:count} provinces {n?changes|changes|change} rank.",
  "diff.summary.people":
    "Responses that count: {old:count} before, {new:count} after ({left:count} left, {joined:count} joined; {reweighted:count} weighted otherwise, {answered:count} answered otherwise).",
  "diff.summary.cause": "Cause: {causes}.",
  "diff.summary.hash": "Hash of this comparison: {hash}",
  "diff.cause.data": "data",
  "diff.cause.recipe": "recipe",
  "diff.cause.code": "code",
  "diff.cause.none": "nothing differs",
  "diff.cause.unknown": "not known (an old build does not say)",
  "diff.ranks.title": "Which provinces change rank?",
  "diff.ranks.chart": "Ranks before and after",
  "diff.ranks.description":
    "Lines from the rank before to the rank after of {n:count} provinces; those that move are drawn strongly.",
  "diff.ranks.table": "Index and rank of each province",
  "diff.nodes.title": "Which values change by more than their error?",
  "diff.nodes.table": "Differences whose 95% interval excludes 0",
  "diff.nodes.none": "No difference is larger than its error.",
  "diff.old": "Before (%)",
  "diff.new": "After (%)",
  "diff.interval": "95% interval of the difference",
  "diff.old_rank": "Rank before",
  "diff.new_rank": "Rank after",
  "diff.left": "Left",
  "diff.joined": "Joined",

  "analysis.column.restricted_key": "Pseudonymous key of the row; it stands in no store",
  "analysis.column.round_code": "Index year",
  "analysis.column.provenance": "Provenance: illustrative is of invented respondents",
  "analysis.column.unit_code": "Province",
  "analysis.column.stratum_id": "Stratum of the first stage",
  "analysis.column.stage_id": "Sampled unit of stage {stage:count} ({code}), numbered within the one above",
  "analysis.column.stage_sampled":
    "Units of {code} that were sampled in the one above; of persons: valid responses",
  "analysis.column.stage_population":
    "Units of {code} in the population of the one above (finite population correction)",
  "analysis.column.base_weight": "Base weight: inverse of the selection probability",
  "analysis.column.weight": "Weight under the recipe {recipe}",
  "analysis.column.calibration_method": "How weights were calibrated",
  "analysis.column.calibration_group": "Units calibrated together; empty without margins",
  "analysis.column.calibrated_levels":
    "Levels of the margins that were calibrated to, separated by |, merged ones as 1+2; - is no answer",
  "analysis.column.calibration_cell": "Calibration cell",
  "analysis.column.calibration_factor": "Calibration factor of the cell",
  "analysis.column.top":
    "Satisfied (level {from:count} or above) with {item}: 1 yes, 0 no, empty does not count",
  "analysis.column.node_code": "Factor, part or the whole",
  "analysis.column.node_level": "Level of the node",
  "analysis.column.term": "Number of the ratio in the formula",
  "analysis.column.coefficient": "Coefficient of the ratio",
  "analysis.column.item_code": "Item pooled in the ratio",
  "analysis.column.recipe_code": "Weighting recipe",
  "analysis.column.rep_0001":
    "Factor of each replicate (rep_0001, rep_0002, …) on the weight before calibration",
  "analysis.column.share": "Share satisfied, 0 to 1",
  "analysis.column.share_se": "Standard error by linearisation",
  "analysis.column.share_df": "Degrees of freedom",
  "analysis.column.share_low": "Lower end, 95%",
  "analysis.column.share_high": "Upper end, 95%",
  "analysis.column.share_n": "Responses",
  "analysis.column.share_status": "ok, or why there is no value",
  "analysis.column.replicate_share_se": "Standard error by the replicates that are exported",
  "analysis.readme.title": "Restricted microdata, SIPAS {round}",
  "analysis.readme.illustrative": "**Illustrative data: the respondents are invented.**",
  "analysis.readme.restricted":
    "**RESTRICTED. Never part of a release.** Each row is a person under a pseudonym; pseudonymous data are still personal data. There is no open answer, no token, no interviewer and no time.",
  "analysis.readme.holder":
    "Who may hold it: statisticians whom the office that keeps the survey store has charged in writing, on a machine that nobody else can read. No official rule for such files was found; this is assumed until the office lays one down.",
  "analysis.readme.retention":
    "Retention: delete when the analysis is done, at the latest when the snapshot {snapshot} is deleted. Do not join it with other sources to find respondents.",
  "analysis.readme.contents":
    "{n:count} valid responses of the build {build}; {replicates:count} replicates; code version {code}. What each column means: codebook.md.",
  "analysis.readme.scripts":
    "`Rscript reproduce.R` (R with the package survey) and `do reproduce.do` (Stata) compute the table of units in expected.csv again from the responses and compare each number. The R script is run in tests; the Stata script was never run.",
  "analysis.readme.alone_unit":
    "Within the province, {n:count} of {of:count} respondents share what they say about themselves with nobody.",
  "analysis.readme.alone":
    "Within the same {level}, {n:count} of {of:count} respondents share what they say about themselves with nobody.",
  "analysis.readme.small_unit": "Unit {unit} has fewer responses than are shown in print.",
  "analysis.readme.small": "Small cells",

  "item_quality.title": "Do the items of a factor measure one thing?",
  "item_quality.note":
    "A check of the form, not of the scores: no weight comes from here. A high alpha does not mean that one thing is measured; look at the shares of the first two components. Only those who answered all items of the factor count. The error of alpha comes from 100 replicates, raked again each. Levels 1 to 5 are taken as numbers.",
  "item_quality.sentence":
    "Among {n:count} respondents who answered every satisfaction item, the first component takes {first:percent} of the items' variance, the second {second:percent}.",
  "item_quality.factors": "Reliability of each factor, nation",
  "item_quality.items": "Each item within its factor, nation",
  "item_quality.factor": "Factor",
  "item_quality.item": "Item",
  "item_quality.alpha": "Alpha",
  "item_quality.low": "Lower end, 95%",
  "item_quality.high": "Upper end, 95%",
  "item_quality.first": "Component 1 (%)",
  "item_quality.second": "Component 2 (%)",
  "item_quality.rest": "Correlation with the others",
  "item_quality.dropped": "Alpha without it",
  "item_quality.loading": "Loading on one factor",
  "item_nonresponse.title": "Which items are left blank, and where?",
  "item_nonresponse.note":
    "Per cent of valid responses; an answer off the scale is blank too. A question that the form passes over counts as blank. A question that weights were raked to has no error of its blanks, so it is [x].",
  "item_nonresponse.sentence":
    "{share:percent} of the satisfaction items asked are blank; the item left blank most often is “{item}” ({most:percent}).",
  "item_nonresponse.no_dont_know": "This form offers no “don't know”, so there is no such rate.",
  "item_nonresponse.units": "Satisfaction items left blank, provinces",
  "item_nonresponse.items": "Each question left blank, {domain}, most frequent first",
  "item_nonresponse.unknown": "Answered “don't know”, {domain}",
  "item_nonresponse.unknown_units": "Answered “don't know”, provinces",
  "recheck_rates.title": "How many answers differ when asked again?",
  "recheck_rates.note":
    "Kind 1 cannot change (an error of the interviewer), kind 2 is hard to ask (training), kind 3 tells of stability only. The interval takes into account that answers of one form err together. No official limit was found. There are codes and no names. A batch is voided only by a signed decision, once its effect was seen.",
  "recheck_rates.sentence":
    "{forms:count} forms were asked again; of kind 1, {share:percent} of the answers differ.",
  "recheck_rates.voided":
    "{batches?No batch was|1 batch was|# batches were} voided by a signed decision: {n?no response is left out|1 response does not count|# responses do not count}.",
  "recheck_rates.none_voided": "No batch was voided after a recheck.",
  "recheck_rates.nation": "Nation, by kind",
  "recheck_rates.unit": "Provinces, kind 1",
  "recheck_rates.team": "Teams, kind 1",
  "recheck_rates.commune": "Communes, kind 1, highest first",
  "recheck_rates.interviewer": "Interviewers by code, kind 1, highest first",
  "recheck_rates.decisions": "Decisions after the recheck, and their effect",
  "recheck_rates.batch": "Batch",
  "recheck_rates.kind": "Kind",
  "recheck_rates.forms": "Forms",
  "recheck_rates.compared": "Answers compared",
  "recheck_rates.rate": "Differ (%)",
  "recheck_rates.decision": "Decision",
  "recheck_rates.keep": "keep",
  "recheck_rates.correct": "take the rechecked answers",
  "recheck_rates.void": "void",
  "recheck_rates.left_out": "Responses left out",
  "recheck_rates.share_left_out": "Of the batch's responses that would count (%)",

  "sipas_merged.title": "How do the provinces stand as merged since?",
  "sipas_merged.note":
    "Each value is the mean of the old provinces with responses, weighted by the population of 2019. Nothing is put in the place of an old province without data; coverage says what percentage of the population is represented. A value that covers less than 100% (bold) is not that of the whole new province, so there are no ranks.",
  "sipas_merged.sentence":
    "{n?No merged province has|1 merged province has|# merged provinces have} figures; {partial?none|1|#} of them {partial?lacks|lacks|lack} those of at least one old province.",
  "sipas_merged.table": "Provinces as merged",
  "sipas_merged.unit": "Merged province",
  "sipas_merged.coverage": "Population covered (%)",
  "sipas_merged.missing": "Old provinces without data",

  "rule_outcomes.title": "How many forms break a rule?",
  "rule_outcomes.note":
    "A rule finds and counts; no form is left out for breaking one, unless a decision is recorded after its effect on each province's score was seen. A flagged form need not be wrong: somebody may be satisfied with everything.",
  "rule_outcomes.sentence":
    "{checked:count} forms were checked by {rules:count} rules; {warned?no rule passed its limit|1 rule passed its limit|# rules passed their limit}.",
  "rule_outcomes.table": "Outcome of each rule, {domain}",
  "rule_outcomes.severity": "Kind",
  "rule_outcomes.error": "error",
  "rule_outcomes.flag": "flag",
  "rule_outcomes.limit": "Warns above (%)",
  "rule_outcomes.effect": "Forms that break it",
  "rule_outcomes.excludes": "left out",
  "rule_outcomes.keeps": "still count",

  "rules.title": "Rules for forms, run by run",
  "rules.table": "Each rule in each run, newest first; also in runs that stopped",
  "rules.run": "Run",
  "rules.checked": "Forms checked",
  "rules.failing": "Forms that break it",
  "rules.beyond": "Provinces beyond its limit",

  "response_flow.title": "How many responses count, which were dropped and why?",
  "response_flow.note":
    "Every dropped response has exactly one reason, the first that applies in the order of the table. Responses received equal valid ones plus all dropped ones.",
  "response_flow.sentence":
    "{store:count} responses received, {dropped:count} dropped, {valid:count} valid ({share:percent}).",
  "response_flow.any": "With this reason",
  "response_flow.chart": "Dropped responses by reason, {domain}",
  "response_flow.description": "Bars of the number of dropped responses for {n:count} reasons.",
  "response_flow.table": "From responses received to valid responses, {domain}",

  "fieldwork.title": "How many of those invited answered?",
  "fieldwork.note":
    "The response rate is taken over those first sampled; substitutes do not count. Those who did not answer may think differently from those who did, and no confidence interval measures that.",
  "fieldwork.sentence": "Response rate ({domain}): {rate:percent}, of {n:count} persons approached.",
  "fieldwork.table": "What became of those sampled",
  "fieldwork.psus": "Primary sampling units",
  "fieldwork.approached": "Approached",
  "fieldwork.completed": "Completed",
  "fieldwork.refused": "Refused",
  "fieldwork.not_contacted": "Not contacted",
  "fieldwork.ineligible": "Not eligible",
  "fieldwork.unknown": "Unknown",
  "fieldwork.substitutes": "Substitutes",
  "fieldwork.valid": "Valid",
  "fieldwork.rate": "Response rate (%)",

  "weighting.title": "Are the weights steady enough to trust?",
  "weighting.note":
    "The more unequal the weights, the less a sample tells: its effective size is below the number of responses.",
  "weighting.margins":
    "The numbers of adults used for the weights here are illustrative, written by the data generator; they are not statistics.",
  "weighting.sentence":
    "Adjustment factors lie between {low:number} and {high:number}; the largest remaining margin error is below one in a million in {n:count} of {of:count} provinces.",
  "weighting.table": "Diagnostics of the weights of each province",
  "weighting.responses": "Responses",
  "weighting.n_eff": "Effective sample size",
  "weighting.deff": "Kish design effect",
  "weighting.cv": "Coefficient of variation",
  "weighting.factor_min": "Smallest adjustment",
  "weighting.factor_max": "Largest adjustment",
  "weighting.iterations": "Iterations",
  "weighting_steps.title": "Which steps do weights go through, and what does each do?",
  "weighting_steps.note":
    "A step that is not taken is named too, with its reason (page of the method). Errors count calibration; the factors of the two steps before it and the caps of trimming are taken as fixed, so that their bias and their own spread are in no error.",
  "weighting_steps.sentence":
    "{round}: the nation's effective sample size is {first:count} by base weights and {last:count} after the last step, of {n:count} responses.",
  "weighting_steps.nation": "The steps, nation",
  "weighting_steps.provinces": "Kish design effect after each step, by province",
  "weighting_steps.step": "Step",
  "weighting_steps.setting": "What is done",
  "weighting_steps.sum": "Sum of weights",
  "weighting_steps.factor_median": "Median adjustment",
  "weighting_step.base": "1. Base weights",
  "weighting_step.eligibility": "2. Unknown eligibility",
  "weighting_step.nonresponse": "3. Nonresponse",
  "weighting_step.calibration": "4. Calibration",
  "weighting_step.trimming": "5. Trimming",
  "weighting_step.quantisation": "6. Quantisation",
  "weighting_margins.title": "How far is the sample from the adult population totals before calibration?",
  "weighting_margins.note":
    "The ratio before tells which group the sample lacks (below 1) or has too many of (above 1); after calibration it is 1, but for those who left the question blank.",
  "weighting_margins.sentence":
    "{round}: furthest off before calibration is “{category}” ({margin}), of which the sample has {before:number} times the adult total.",
  "weighting_margins.merged":
    "{n?No category|1 category|# categories} had too few responses and {n?was|was|were} merged with {n?its|its|their} neighbour by the written rule.",
  "weighting_margins.merged_table": "Categories that were merged",
  "weighting_margins.merged_into": "Merged as",
  "weighting_margins.merged_responses": "Responses, merged",
  "weighting_margins.table": "Margins, nation",
  "weighting_margins.margin": "Margin",
  "weighting_margins.category": "Category",
  "weighting_margins.population": "Adults",
  "weighting_margins.before": "Before / total",
  "weighting_margins.after": "After / total",
  "weighting_margins.blank": "left blank",
  "weighting_margins.reference_date": "Reference date",
  "weighting_margins.verified_by": "Verified by",
  "weighting_response.title": "Did those sampled respond evenly?",
  "weighting_response.note":
    "Only persons first sampled are counted: substitutes hide nonresponse. R is 1 where every place responds alike; it is not to be compared between surveys whose models differ.",
  "weighting_response.sentence":
    "{round}: {rate:percent} of {n:count} persons first sampled and eligible have a valid response of their own; the R-indicator is {r:number} (bias-adjusted: {adjusted:number}).",
  "weighting_response.none":
    "{round}: all or none of those first sampled responded, so that there is no R-indicator.",
  "weighting_response.table": "The features of areas by which response was uneven",
  "weighting_response.term": "Feature",
  "weighting_response.partial": "Standard deviation between its categories",
  "weighting_response.left_out": "cannot be told from the features before it",
  "weighting_response.region": "region",
  "weighting_response.unit_type": "kind of province",
  "weighting_response.persons": "persons of the area (five classes)",

  "respondents.title": "Who answered?",
  "respondents.note":
    "The first column counts valid responses; the last is the share when each response counts by its weight: the population that the results speak of.",
  "respondents.table": "Respondents by {item}, {domain}",

  "perceptions.title": "What do people say they care about, have met and expect?",
  "perceptions.note":
    "This is what respondents report from their own view and experience; it is not an established fact. Figures on harassment or payments outside the rules count people who answered so, not cases.",
  "perceptions.interest": "People report their interest in policies",
  "perceptions.channel": "People report their channels of information on policies",
  "perceptions.participation": "People report their readiness to comment on policies",
  "perceptions.harassment": "People report whether officials cause trouble or harass",
  "perceptions.bribe": "People report whether payments outside the rules have to be made",
  "perceptions.submission_mode": "People report the way of submitting papers that suits them",
  "perceptions.information_mode": "People report the way of being informed that suits them",
  "perceptions.experience": "People report that they or their family have had these dealings",
  "perceptions.need": "People report the need for improvement",
  "perceptions.axis": "Share of respondents (%)",
  "perceptions.description":
    "Bars of the parts of the answers to {n:count} questions, each row adding to 100%.",
  "perceptions.subtitle": "The parts of a row add to 100% of valid answers, {domain}.",
  "perceptions.table": "{block}, {domain}",

  "par_ranking.title": "Which ministries have the highest reform index?",
  "par_ranking.note":
    "Points are as printed in the published table. The two printed parts sometimes add to 0.01 more or less than the total, because the total was made from unrounded parts: the printed total is the right one. The published table gives no error of the survey part.",
  "par_ranking.ends":
    "{first} leads with {first_total:decimal} points; {last} is last of {n:count} ranked ministries and agencies with {last_total:decimal} points.",
  "par_ranking.sums":
    "For {n?no ministry|1 ministry|# ministries} the two printed parts do not add to the printed total; {unit}: printed {total:decimal}, sum {sum:decimal}.",
  "par_ranking.missing": "{unit} [x]: {reason}",
  "par_ranking.chart": "Reform index of ministries and ministerial agencies (published total points)",
  "par_ranking.chart_subtitle":
    "Dots are printed totals; there are no error lines because the source publishes no error.",
  "par_ranking.description":
    "Dots of {n:count} ministries and agencies by total points, from {first} to {last}.",
  "par_ranking.axis": "Total points of 100",
  "par_ranking.table": "Ranking",

  "chapter.par_scores_province": "PAR INDEX of provinces from scorecards",
  "chapter.par_scores_ministry": "PAR INDEX of ministries from scorecards",

  "ranks.with_interval":
    "The interval does not cover appraisal judgement, choice of respondents or coverage.",
  "ranks.without_interval":
    "No interval can be given for these ranks, because the source publishes no error; one would not cover appraisal judgement, choice of respondents or coverage either.",
  "ranks.sampled":
    "The interval does not cover choice of respondents outside the design, nonresponse that weighting does not correct, or coverage.",
  "ranks.sampled_without_interval":
    "No interval can be given for these ranks, because the source publishes no error; one would not cover choice of respondents outside the design, nonresponse that weighting does not correct, or coverage either.",
  "scorecard.covered":
    "The interval measures nonresponse in the survey of officials only, assuming answers missing at random within class, and the sampling error of SIPAS.",
  "scorecard.rank_set": "{low:count}–{high:count}",
  "scorecard.fixed": "appraised points only, nothing surveyed",
  "scorecard.of": "{rank:count}/{n:count}",

  "rank_changes.title": "Did ranks change because the province changed, or because the others did?",
  "rank_changes.note":
    "Ranks of both years are computed anew among provinces ranked in both comparable years. A province's own part is the mean of two orders: changing it first and the others then, and the other way round; the rest is due to the others. Both years have sampling error: a rank can change where nothing really did.",
  "rank_changes.sentence":
    "Since {earlier}, {moved?none|1|#} of {n:count} provinces changed rank; {passed?none did so|1 did so|# did so} mostly because the others changed.",
  "rank_changes.table": "Change of rank since {earlier} (below zero: a rise)",
  "rank_changes.earlier": "Earlier rank",
  "rank_changes.change": "Change",
  "rank_changes.own": "Due to itself",
  "rank_changes.others": "Due to the others",
  "rank_changes.others_units": "Due to other units",

  "unit_standing.title": "How sure are the unit's index and rank?",
  "unit_standing.sentence":
    "Index {percent:percent} (95% confidence interval: {low:number} to {high:number}), rank {rank:count} of {n:count} units; when all pairs are compared at once, the result {others?differs from that of every other unit|cannot be told apart from that of 1 other unit|cannot be told apart from those of # other units}.",
  "unit_standing.no_error":
    "Index {percent:percent}, rank {rank:count} of {n:count} units; no rank sets can be given, because the survey error of one of these units is not known.",
  "unit_standing.tied":
    "Another unit has the same index when rounded and another rank: ranks are made before rounding.",
  "unit_standing.table": "Index with its error, and 95% rank sets",
  "unit_standing.indistinct": "Units not distinguishable",

  "scorecard_changes.title": "Did ranks change because the unit changed, or because the others did?",
  "scorecard_changes.note":
    "Two years are compared only under one criteria set, or with a reviewed crosswalk of every item, and with the same rules for the surveyed part. Ranks of both years are computed anew among units ranked in both. A unit's own part is the mean of two orders: changing it first and the others then, and the other way round; the rest is due to the others. The survey errors of the two years are added as those of two independent surveys.",
  "scorecard_changes.sentence":
    "Since {earlier}, {moved?none|1|#} of {n:count} units ranked in both years changed rank; {passed?none did so|1 did so|# did so} mostly because the others changed.",
  "scorecard_changes.table": "Change since {earlier} (ranks: below zero is a rise)",
  "scorecard_changes.own": "Due to the unit itself",
  "scorecard_changes.points": "Change of the index (percentage points)",
  "scorecard_changes.without": "{unit}: ranks are not compared, because {reason}.",
  "scorecard_changes.not_comparable": "Not compared with {earlier}: {reason}.",
  "scorecard_changes.other_framework":
    "the two years have different criteria sets, and no reviewed crosswalk has every item",
  "scorecard_changes.other_survey_rules":
    "the surveyed parts of the two years were computed by different rules",
  "scorecard_changes.no_rank": "the unit has no rank this year",
  "scorecard_changes.no_earlier_card": "the unit had no scorecard the year before",
  "scorecard_changes.no_earlier_rank": "the unit had no rank the year before",

  "unit_changes.title": "How did the unit change since the year before?",
  "unit_changes.rank":
    "Since {earlier}, among {n:count} units ranked in both years: from rank {from:count} to rank {to:count}; {own:signed} places due to the unit itself, {others:signed} due to the other units (below zero is a rise).",
  "unit_changes.no_rank": "Since {earlier}: ranks are not compared, because {reason}.",
  "unit_changes.beyond_error":
    "The index changed by {change:signed} percentage points (95% confidence interval: {low} to {high}): more than the survey errors of the two years.",
  "unit_changes.within_error":
    "The index changed by {change:signed} percentage points (95% confidence interval: {low} to {high}): not more than the survey errors of the two years, so no change can be claimed.",
  "unit_changes.table": "Each area since {earlier}",
  "unit_changes.earlier": "{earlier} (%)",

  "standings.title": "Which unit has the higher index, and how sure is its rank?",
  "standings.ends":
    "{first} leads with {first_value:percent}; {last} is last of {n:count} ranked units with {last_value:percent}.",
  "standings.leader_alone": "The leader's result can be told apart from that of every other unit.",
  "standings.leader_shared":
    "The leader cannot be said to be ahead of {n?any other unit|1 other unit|# other units}: {names}. All pairs compared at once, at 95% confidence.",
  "standings.without_rank": "{unit} has no rank: {reason}.",
  "standings.others_rule":
    "A unit without a rank takes no place: the others are ranked as if it were not there, and it is in no mean.",
  "standings.withheld": "not every criterion has points, as a survey had too few responses or none",
  "standings.sipas_invented":
    "SIPAS of the fictional provinces, with its error, is made up: there are no citizens to ask.",
  "standings.tied": "equal when rounded, different before rounding",
  "standings.chart": "Index of the {n:count} ranked units",
  "standings.chart_subtitle":
    "Dots are the index (points over maximum), lines the 95% interval of its surveyed part. Ordered by unrounded values.",
  "standings.chart_description":
    "A ranking of {n:count} units by index, from {first} to {last}, a dot and a line for the 95% interval each.",
  "standings.axis": "Index (% of the maximum)",
  "standings.table": "Ranking with 95% rank sets",
  "standings.index": "Index (%)",
  "standings.marginal": "Rank set, single unit",
  "standings.simultaneous": "Rank set, simultaneous",
  "standings.indistinct": "Not distinguishable from",
  "standings.nobody": "no unit",
  "standings.top": "In the first 5 (% of draws)",
  "standings.bottom": "In the last 5 (% of draws)",
  "standings.sets_explained":
    "The set of a single unit holds its true rank at 95% confidence when only that unit is read; the simultaneous sets hold for all units at once. Shares among the first and last five describe a simulation; they are no confidence levels.",
  "standings.peers": "Rank within region, group and type of unit",
  "standings.in_region": "In the region",
  "standings.in_group": "In the group",
  "standings.in_type": "In the type",
  "unit_type.city": "city",
  "unit_type.province": "province",
  "unit_type.ministry": "ministry",
  "unit_type.ministerial-agency": "ministerial agency",

  "scorecard_means.title": "What are the mean, the median and the best, by area and place?",
  "scorecard_means.note":
    "Means are of ranked units, each counting the same. The error of a mean is that of these units' own surveys; the units are not a sample. An area without a surveyed part has no interval [z].",
  "scorecard_means.sentence":
    "Mean {mean:percent}, median {median:percent}; best {best} ({best_value:percent}).",
  "scorecard_means.areas": "Areas, all ranked units (% of the maximum)",
  "scorecard_means.places": "By region, group and type of unit (% of the maximum)",
  "scorecard_means.area": "Area",
  "scorecard_means.mean": "Mean",
  "scorecard_means.median": "Median",
  "scorecard_means.best": "Best",
  "scorecard_means.best_unit": "Best unit",
  "scorecard_means.units": "Units",
  "scorecard_means.nation": "All",
  "scorecard_means.total": "Total",
  "scorecard_means.chart": "Means by area",
  "scorecard_means.description":
    "Means of {n:count} areas and the total, with 95% intervals where something is surveyed.",

  "unit_means.title": "How do the unit's areas stand beside the units that are ranked with it?",
  "unit_means.note":
    "Compared with the units that are ranked together only; fictional and real units are never counted together. No other unit is named. In a mean each unit counts the same, this one included if it is ranked. Intervals are of the surveyed part only; an area without one has none [z].",
  "unit_means.sentence":
    "{percent:percent} of the maximum; the mean of {n:count} ranked units is {mean:percent}, the median {median:percent}, the best {best:percent}.",
  "unit_means.areas":
    "{above?None|1|#} of {of:count} areas {above?is|is|are} above the mean. These differences are not tested: only the surveyed part has an error.",
  "unit_means.chart": "Unit and mean by area",
  "unit_means.chart_region": "Unit, region and mean by area",
  "unit_means.description": "Dots of {series}, for {n:count} areas and the total.",
  "unit_means.table": "Comparison by area (% of the maximum)",
  "unit_means.own": "Unit",
  "unit_means.mean": "Mean",
  "unit_means.mean_of": "Mean ({n:count})",
  "unit_means.mean_in": "{name} ({n:count})",
  "unit_means.mean_of_type": "Type: {name} ({n:count})",

  "officials.title": "What did officials answer, and how many of them did?",
  "officials.note":
    "Somebody drew up the lists: they are neither a census, since many did not answer, nor a random sample. The interval covers nonresponse only, assuming answers missing at random within class; it says nothing about who was put on the list. Form and items are illustrative.",
  "officials.sentence":
    "{responses:count} valid forms from {listed:count} names on the lists ({rate:percent}); the lowest rate is that of {unit} ({lowest:percent}).",
  "officials.leaves": "Share of points of each surveyed criterion (%), all groups",
  "officials.rates": "Lists and forms by group of respondents",
  "officials.all_groups": "all groups",
  "officials.listed": "Listed",
  "officials.forms": "Valid forms",
  "officials.rate": "Response rate (%)",
  "officials.group": "Group",
  "officials.mean": "Mean of the surveyed criteria (%)",
  "officials.leaf": "Criterion",
  "officials.points": "Points",
  "officials.chart": "Surveyed criterion {leaf}: share of points by unit",
  "officials.chart_subtitle":
    "Lines: 95% interval, nonresponse only, assuming answers missing at random within class.",
  "officials.description": "Dots with 95% intervals for {n:count} units.",
  "officials.axis": "Share of points (%)",

  "robustness.title": "How much would ranks move under other rules?",
  "robustness.note":
    "For statisticians. Each line changes one thing and computes everything again; the column “applied” says whether the alternative was really computed. None of the alternatives is official, and neither is the rule in use.",
  "robustness.sentence":
    "Changing one thing at a time, “{alternative}” moves most: ranks shift by {shift:number} on average, at most by {most:count} ({unit}).",
  "robustness.alternatives": "Alternatives one by one",
  "robustness.alternative": "Alternative",
  "robustness.applied": "Applied",
  "robustness.mean_shift": "Mean rank shift",
  "robustness.most": "Largest shift",
  "robustness.whom": "Unit that moves most",
  "robustness.leader": "Leader",
  "robustness.status.applied": "yes",
  "robustness.status.same": "the same as the rule in use",
  "robustness.status.not_applied": "no: these units have no data for it",
  "robustness.all_at_once":
    "Everything varied at once ({n:count} runs, a fixed random seed): ranks shift by {shift:number} on average.",
  "sensitivity.title": "What does the ranking depend on most?",
  "robustness.sobol": "What the ranking depends on: Sobol indices of the mean rank shift",
  "robustness.sobol_note":
    "“Alone” is the share of the variance that one input causes by itself; “total” includes its interactions. Small values below zero are simulation error.",
  "robustness.input": "What varies",
  "robustness.first": "Alone",
  "robustness.total": "Total",
  "robustness.se": "± simulation error",
  "robustness.ranks": "Ranks of each unit with everything varied at once (5th, 50th and 95th percentile)",
  "robustness.standing": "Rank as it stands",
  "robustness.low": "5th percentile",
  "robustness.median": "Median",
  "robustness.high": "95th percentile",
  "robustness.input.sampling": "survey error",
  "robustness.input.officials": "how officials' forms are combined",
  "robustness.input.sipas": "how SIPAS becomes points",
  "robustness.input.stage": "stage of appraisal",
  "robustness.input.area": "one area left out",
  "robustness.reference": "the rule in use",
  "robustness.officials_by_list": "groups weighted by the length of their lists",
  "robustness.officials_equal_groups": "groups weighted equally",
  "robustness.officials_plain":
    "every form of an official counts once (plain), no adjustment for nonresponse",
  "robustness.officials_pooled_items": "all answers of a criterion pooled",
  "robustness.sipas_from_50": "SIPAS below 50% gives nothing, then a straight line to 100%",
  "robustness.sipas_left_out": "SIPAS left out of points and maximum",
  "robustness.sipas_plain": "SIPAS unweighted (plain) in place of weighted by design",
  "robustness.stage_appraised_1": "first appraisal in place of final points",
  "robustness.stage_self": "self-scored in place of final points",
  "robustness.without": "without area {area}",

  "par_history.title": "How has the reform index changed over the years?",
  "par_history.note":
    "Where a line is broken the criteria set changed: points on both sides of the dashes cannot be compared. In many years only some units' points were published, so a gap does not mean a poor score; [x] is a year for which the source gives the rank alone.",
  "par_history.chart": "Published mean PAR INDEX, {level}",
  "par_history.level_ministry": "ministries and ministerial agencies",
  "par_history.level_province": "provinces and cities",
  "par_history.subtitle":
    "The criteria set is named at the foot; dashes: it changed, do not compare across. Hollow dots: derived from published figures.",
  "par_history.description":
    "Lines of the mean points of {level} from {from} to {to}, broken wherever the criteria set changed.",
  "par_history.axis": "Points of 100",
  "par_history.table": "Published points (rank) of {level}",
  "par_history.rank": "rank {rank:count}",
  "par_history.unnumbered": "number unknown",
  "par_history.pilot": "pilot of {year}",

  "unit_history.title": "How has the unit's PAR INDEX changed over the years?",
  "unit_history.note":
    "Where a line is broken the criteria set changed: points on both sides of the dashes cannot be compared. Only years for which a readable source gives the unit's figures stand here; [x] is a year with a rank alone.",
  "unit_history.chart": "PAR INDEX of {unit} and the mean",
  "unit_history.description":
    "Lines of the PAR INDEX of {unit} beside the mean, broken wherever the criteria set changed, with ranks.",
  "unit_history.table": "PAR INDEX of {unit}",

  "par_means.title": "What are the mean points and the counts by group?",
  "par_means.note": "Figures as the published sources give them; what is absent was not given.",
  "par_means.table": "Published means and counts by group",
  "par_means.component": "Content",

  "method_rules.title": "By which rules were the figures made, and which of them are assumed?",
  "method_rules.note":
    "Only a rule marked “confirmed by a source” is stated by a document or a published page. An inferred rule agrees with published figures though no source states it; an assumed rule is our choice. No way of weighting shown here is official.",
  "method_rules.sentence":
    "{index}, index year {round}: {confirmed?no rule is|1 rule is|# rules are} confirmed by a source, {inferred:count} inferred from published figures, {assumed:count} assumed.",
  "method_rules.table": "Rules of {index}, index year {round}",
  "method_rules.as_newer":
    "{n:count} rules of {index} {round} are word for word those of {newer}, printed above.",

  "rule_backtest.title": "Does the rule for the two parts reproduce the published figures?",
  "rule_backtest.note":
    "The residual is the recomputed figure minus the published one, in percentage points. A small residual shows that a rule agrees, not that it is the rule that was used.",
  "rule_backtest.sentence": "The largest residual of {n:count} cases is {most:residual} percentage points.",
  "rule_backtest.table": "The whole, recomputed from the two published parts",
  "rule_backtest.policy": "Policy",
  "rule_backtest.service": "Service",
  "rule_backtest.published": "Published",
  "rule_backtest.predicted": "Recomputed",
  "rule_backtest.residual": "Residual",
  "rule_backtest.weight": "Weight of service",
  "rule.equal_parts": "two equal parts",
  "rule.fitted_weight": "fitted weight",

  "sipas_published.title": "Which published SIPAS figures serve as checks?",
  "sipas_published.note":
    "These are real figures from public sources, used only to check rules. They never stand beside illustrative figures and cannot be compared with them.",
  "sipas_published.table": "Published figures",

  "how_to_read.title": "How to read this report?",
  "how_to_read.interval":
    "95% confidence interval: were the sample drawn many times in the same way, about 95% of such intervals would contain the true value for all adults. It measures sampling error, not the error from those who did not answer or from the questions.",
  "how_to_read.marks": "[c]: not shown, too few answers. [x]: not available or not estimable.",
  "how_to_read.published":
    "PAR INDEX points and ranks are published figures, kept digit for digit as printed.",

  "index.sipas": "SIPAS",
  "index.par_ministry": "PAR INDEX of ministries",
  "index.par_province": "PAR INDEX of provinces",

  "component.mean_total": "mean points",
  "component.group": "units in group {group}",
  "component.between": "units with {from} to {to} points",
  "component.above": "units above {points} points",
  "component.below": "units below {points} points",
  "domain.provinces": "{n:count} provinces",
  "domain.ministries": "{n:count} ministries",
  "domain.northern_midlands_and_mountains": "Northern Midlands and Mountains",
  "domain.red_river_delta": "Red River Delta",
  "domain.central_coast": "North Central and Central Coast",
  "domain.central_highlands": "Central Highlands",
  "domain.southeast": "Southeast",
  "domain.mekong_delta": "Mekong Delta",
  "domain.pilot_provinces": "{n:count} pilot provinces",
  "domain.all_provinces": "provinces",
  "domain.all_ministries": "ministries",
  "component.overall": "the whole",
  "component.policy": "policy part",
  "component.service": "service part",
  "component.factor:access": "factor: access to services",
  "component.factor:procedures": "factor: administrative procedures",
  "component.factor:civil_servants": "factor: civil servants",
  "component.factor:results": "factor: results of services",
  "component.factor:feedback": "factor: handling of feedback",
  "component.expectation:service_attitude": "expectation: better attitude of service",
  "component.expectation:official_capability": "expectation: more capable officials",
  "component.expectation:simplify_procedures": "expectation: simpler procedures",
  "component.expectation:shorten_time": "expectation: less time to wait",
  "component.expectation:information_transparency": "expectation: open information",
  "component.expectation:feedback_handling": "expectation: handling of feedback",
  "component.interest:economic_policy:very": "very interested in economic policy",
  "component.interest:economic_policy:slightly": "slightly interested in economic policy",
  "component.interest:economic_policy:none": "not interested in economic policy",
  "component.interest:health_policy:very": "very interested in health policy",
  "component.interest:health_policy:slightly": "slightly interested in health policy",
  "component.interest:health_policy:none": "not interested in health policy",
  "component.interest:min_policy": "interest, policy with the least",
  "component.interest:max_policy": "interest, policy with the most",
  "component.participation:willing_online": "willing to comment online",
  "component.participation:willing_to_comment": "willing to comment",
  "component.participation:comment_form_to_home_or_office":
    "willing to comment on a form sent home or to work",
  "component.perception:no_harassment": "say that officials do not harass",
  "component.perception:some_harassment": "say that some officials harass",
  "component.perception:many_harassment": "say that many officials harass",
  "component.perception:no_bribe": "say that no bribe is paid",
  "component.perception:asked_for_bribe": "say that they were asked for a bribe",
  "component.perception:officials_cause_difficulty": "say that officials cause difficulty",
  "component.perception:travelled_many_times": "say that they had to come many times",
  "component.item:official_attitude_satisfied": "satisfied with the attitude of officials",
  "component.service:marriage_registration": "service: registration of marriage",
  "component.service:land_use_certificate": "service: certificate of land use",
  "component.service:id_card": "service: identity card",
  "component.service:certification": "service: certification of papers",
  "component.service:building_permit": "service: building permit",
  "component.service:birth_certificate": "service: birth certificate",
  "component.officials:marriage_registration": "officials who register marriages",
  "component.officials:land_use_certificate": "officials who certify land use",
  "component.share:satisfied": "share satisfied",
  "component.share:neutral": "share neutral",
  "component.share:dissatisfied": "share dissatisfied",
  "component.min_province": "{component}, lowest province",
  "component.max_province": "{component}, highest province",

  "ministry_score.title": "How many points does the ministry have, and which rank?",
  "ministry_score.note":
    "Points and rank are those of the published table, not recomputed from rounded columns. The published table gives no error of the survey part, so it is not known whether a small gap between two ministries means anything.",
  "ministry_score.ranked":
    "{total:decimal}/{max:decimal} points, rank {rank:count} of {n:count} ranked ministries and agencies.",
  "ministry_score.grouped":
    "{total:decimal}/{max:decimal} points, rank {rank:count} of {n:count} ranked ministries and agencies; group “{group}”.",
  "ministry_score.unranked": "{total:decimal}/{max:decimal} points, not ranked.",
  "ministry_score.missing": "No published points or rank [x]: {reason}",
  "ministry_score.sum":
    "The two rounded parts add to {sum:decimal}, but the published total is {total:decimal}: it was made from unrounded parts, so the printed figure is the right one.",
  "ministry_score.table": "Points by part",

  "column.node": "Item",
  "column.area": "Area",
  "column.claimed": "Self-scored",
  "column.final": "Final",
  "column.lost": "Lost",
  "column.lost_share": "Share of all lost points (%)",
  "column.achieved_share": "Achieved (%)",
  "column.reason": "Why",
  "column.department": "Responsible",
  "column.repeated": "Consecutive years lost",
  "column.leaves": "Items",
  "column.error": "Survey error (±)",

  "scorecard_place.title": "How many points, and which rank?",
  "scorecard_place.note":
    "Points are added from the items, exact to nine decimals; print is rounded to two, so rows may add up 0.01 apart. Ranks are made on unrounded values, among scorecards under one framework only.",
  "scorecard_place.ranked":
    "{points:decimal} of {max:decimal} points, rank {rank:count} of {n:count} units under one framework.",
  "scorecard_place.incomplete":
    "{n?No item of the scorecard has|1 item of the scorecard has|# items of the scorecard have} no points yet, so there is no total and no rank.",
  "scorecard_place.table": "Points by area",

  "self_final.title": "Did the unit score itself above or below the final result?",
  "self_final.note":
    "Only items that the unit scores itself are compared; surveyed items are on neither side. Appraisal may lower or raise a claim.",
  "self_final.sentence":
    "The unit claimed {self:decimal} points for the items that it scores itself; after appraisal {final:decimal} stand, a difference of {gap:decimal}.",
  "self_final.chart": "Claim and final result by area, {unit}",
  "self_final.subtitle": "Percent of the maximum of the items that the unit scores itself.",
  "self_final.description":
    "Two dots for each of {n:count} areas, the claim and the final result, joined by a line.",
  "self_final.axis": "Percent of the maximum",
  "self_final.table": "Self-scored items through the stages",
  "self_final.gap": "Difference",
  "stage.appraised_1": "First appraisal",

  "lost_points.title": "Where were points lost, why, and who answers for it?",
  "lost_points.note":
    "Lost points are the maximum minus the final points. Where a survey gave the points, the loss has an error: [x] means that it is not known, so nobody can say whether that loss is real or due to who was asked. Years are counted only where rounds can be compared item by item: under one framework, or by a reviewed crosswalk.",
  "lost_points.sentence":
    "{lost:decimal} of {max:decimal} points were lost. The five largest losses make up {share:percent1} of them.",
  "lost_points.most": "The largest losses: {leaves}.",
  "lost_points.leaf": "{leaf} ({lost:decimal} points; responsible: {department})",
  "lost_points.beyond":
    "Of {n:count} items that a survey scored the loss is larger than its survey error (its 95% interval lies above 0): {codes}.",
  "lost_points.within":
    "Of {n:count} items that a survey scored the loss is not larger than its survey error, so it may be due to who answered: {codes}.",
  "lost_points.unknown":
    "Of {n:count} items that a survey scored the error is not known, so nobody can say whether their loss is larger: {codes}.",
  "lost_points.none": "The unit has the maximum of every item.",
  "lost_points.chart": "From the maximum down to the final result, {unit}",
  "lost_points.subtitle": "Each bar is the loss of one area. The axis does not start at 0.",
  "lost_points.description":
    "Waterfall chart: from {max:decimal} points, each of {n:count} areas takes a part, {points:decimal} remain.",
  "lost_points.axis": "Points",
  "lost_points.from": "Maximum",
  "lost_points.to": "Final result",
  "lost_points.table": "Every item with a loss, the largest first",
  "lost_points.departments": "Lost points by responsible department",
  "lost_points.departments_assumed":
    "Departments are a setting of the framework; here {n?none is|that of 1 item is|those of # items are} assumed.",
  "lost_points.no_department": "not named",
  "lost_points.single_round": "no earlier year to compare with",

  "what_if.title": "What would raise this unit's result and rank?",
  "what_if.note":
    "A plan has the fewest items, each lifted to its maximum, while all other units keep their points; it is arithmetic, not a forecast: others change too. Surveyed items are in no plan, since nobody can order an answer. Appraised points have no sampling error, so the interval of the total moves with them and keeps its width; while the error of surveyed items is not known there is no interval [x].",
  "what_if.table": "The fewest items for each goal",
  "what_if.goal": "Goal",
  "what_if.needed": "Needed",
  "what_if.leaves": "Items lifted to the maximum (points gained)",
  "what_if.after": "Resulting total",
  "what_if.rank_after": "Resulting rank",
  "what_if.interval": "Interval of the total",
  "what_if.ranks": "{n?no rank|1 rank|# ranks} higher",
  "what_if.points": "{n?no points|1 point|# points} more",
  "what_if.first": "no better rank exists",
  "what_if.out_of_reach": "all self-scored items at their maximum would not be enough",
  "what_if.sentence":
    "For {goal}, {needed:decimal} points more are needed; the fewest items to lift to their maximum are {n:count}: {leaves}.",
  "what_if.sentence_out_of_reach": "For {goal}, all self-scored items at their maximum would not be enough.",
  "what_if.leaf": "{code} (+{gain:decimal})",

  "unit_officials.title": "What did officials answer about the unit?",
  "unit_officials.sentence":
    "{n:count} of {listed:count} persons on the lists returned a valid form ({rate:percent}).",
  "unit_officials.table": "Share of the points of each question, all groups together",

  "explain.command":
    "Where a figure comes from is asked by the command (with another unit or node as needed): {command}",

  "node_origins.title": "Where does this figure come from?",
  "node_origins.note":
    "The points of a group are the exact sum of what is directly below it. The points of an item must be what the rule makes of the declared figures, or the scorecard gives a reason. The command thuocdo explain also prints the steps, the tables and the snapshot of each figure.",
  "node_origins.table": "Where each figure comes from",
  "node_origins.rule": "Rule",
  "node_origins.declared": "Declared figures",
  "node_origins.rule_points": "By the rule",
  "node_origins.sum": "sum of the {n?items|item|# items} below",
  "node_origins.stage": "Points at the stage: {stage}",

  "loss.none": "nothing lost",
  "loss.claimed": "already short in the unit's own claim",
  "loss.lowered": "lowered in appraisal",
  "loss.claimed_and_lowered": "short in the claim and lowered in appraisal",
  "loss.surveyed": "survey result",
  "loss.withheld": "points withheld",
  "loss.penalty": "penalty",
  "loss.bonus": "bonus",
  "loss.missing": "no points yet",

  "lost_blocks.title": "In which part did the ministry lose points?",
  "lost_blocks.note":
    "Only two blocks of points are published and no items, so it is not known where points were lost, why, or who answers for it. Losses follow from printed figures; the two blocks may add up 0.01 apart from the total. The error of the survey part was not published [x].",
  "lost_blocks.sentence": "{lost:decimal} of 100 points were lost.",
  "lost_blocks.table": "Lost points by published block",
  "what_if_parts.title": "Try it: what if these criteria had more points?",
  "what_if_parts.note":
    "The table holds only what the unit can lift itself; nobody can order a survey's answer. All other units stay as they are, so a goal of ranks says what would have to happen, not what will. The interval moves with the total and keeps its width, since appraised points have no sampling error.",
  "what_if_parts.sentence":
    "The unit has {total:decimal} of {max:decimal} points. The criteria below could add {gap:decimal} points.",
  "what_if_parts.table": "What the unit can lift itself: points it has and their maximum",
  "what_if_parts.gap": "Could add",
  "try.field": "Try points",
  "try.label": "Points to try: {leaf}",
  "try.total": "Resulting total: {total} of {max} ({gained}). Index: {percent}%.",
  "try.interval": "95% interval of the total: {low} – {high}.",
  "try.no_interval": "The error of the surveyed part is not known, so there is no interval.",
  "try.reached": "Goal, {goal}: reached.",
  "try.missing": "Goal, {goal}: {missing} points short.",
  "try.wrong": "{n} fields hold no points from 0 to the maximum; those criteria stay as they are.",
  "try.reset": "Back to the points it has",

  "findings.title": "What are the key findings, and how sure are they?",
  "findings.note":
    "Each sentence is written by rule from the numbers and goes with a test at the 5% level. “Cannot be told apart” does not mean equal: the sample is too small to tell.",
  "findings.table": "Each finding and its test",
  "findings.finding": "Finding",
  "findings.verdict": "Verdict",
  "findings.test": "Test",
  "findings.p": "p",
  "findings.no_error": "no error is published or can be estimated",
  "findings.leader": "Who leads, against all others",
  "findings.last": "Who is last, against all others",
  "findings.sure_ranks": "Units whose rank is sure",
  "findings.change": "Change of the nation",
  "findings.changes": "Change of each province",
  "findings.percent": "{value:percent}",
  "findings.points": "{value:decimal} points",
  "findings.leader_alone":
    "{unit} has the highest result ({value}) and is told apart from all {of:count} others.",
  "findings.leader_shared":
    "{unit} has the highest result ({value}), but cannot be told apart from {n:count} of the {of:count} others.",
  "findings.leader_of_none":
    "{unit} has the highest result ({value}), but cannot be told apart from any of the {of:count} others.",
  "findings.leader_untested":
    "{unit} has the highest result ({value}); without an error it cannot be tested whether it is ahead of others.",
  "findings.last_alone":
    "{unit} has the lowest result ({value}) and is told apart from all {of:count} others.",
  "findings.last_shared":
    "{unit} has the lowest result ({value}), but cannot be told apart from {n:count} of the {of:count} others.",
  "findings.last_of_none":
    "{unit} has the lowest result ({value}), but cannot be told apart from any of the {of:count} others.",
  "findings.last_untested":
    "{unit} has the lowest result ({value}); without an error it cannot be tested whether it is behind others.",
  "findings.sure":
    "{n:count} of {of:count} units have a sure rank: their simultaneous 95% set is a single rank.",
  "findings.rise":
    "The nation rose by {change:number} percentage points since {earlier} (95% interval {low:signed} to {high:signed}).",
  "findings.fall":
    "The nation fell since {earlier}: the change is {change:signed} percentage points (95% interval {low:signed} to {high:signed}).",
  "findings.no_change":
    "It cannot be told whether the nation rose or fell since {earlier}: the change is {change:signed} percentage points, and its 95% interval {low:signed} to {high:signed} includes 0.",
  "findings.provinces":
    "Since {earlier}, of {of:count} comparable provinces {up?none|1|#} rose and {down?none|1|#} fell as established for all together; for the rest it cannot be told.",
  "findings.no_province":
    "Since {earlier}, with all {of:count} comparable provinces tested together, it cannot be told of any whether it rose or fell.",
  "verdict.established": "established",
  "verdict.not_established": "not established",
  "verdict.not_tested": "cannot be tested",
  "test.pairs_holm":
    "t tests of all pairs of provinces, Satterthwaite's degrees of freedom, held together after Holm",
  "test.pairs_simultaneous": "all pairs compared at once, 95% confidence",
  "test.rank_sets": "simultaneous 95% rank sets",
  "test.change": "95% interval of the change, which takes the districts of both years into account",
  "test.changes_holm": "t test of each province's change, held together after Holm",

  "chapter.action_plan": "Action plan",
  "download.paper": "{title}: {subject} (draft, DOCX)",
  "action_plan.title": "What should the unit work on, who does it, and by when?",
  "action_plan.note":
    "Measure, owner and deadline are blank for the unit to fill in. Lost points and established weaknesses are results; a gap that is not established only suggests where to look first, since the sample is too small to say that the unit is below the rest. A department is named where one is on record.",
  "action_plan.first_mend": "{n?Nothing|1 matter|# matters} to work on; begin with: {names}.",
  "action_plan.first_gap":
    "Nothing is established as below the rest of the nation; look first into: {names}.",
  "action_plan.lost_points": "Lost points and what to do about them, largest first",
  "action_plan.weakness": "Established weaknesses and what to do about them, weakest first",
  "action_plan.gap": "Where to look first: largest gaps, not established",
  "action_plan.matter": "Matter",
  "action_plan.measure": "Measure",
  "action_plan.owner": "Owner",
  "action_plan.deadline": "Deadline",
  "action_plan.difference": "Below the rest (percentage points)",
  "action_plan.no_department": "no department is on record",
  "action_plan.blocks_only":
    "Points of single criteria were not published, so only the two blocks can be named.",
  "paper.notice":
    "Drafted by software from the results; the wording is a suggestion, no official form; dots are for the drafter to fill in",
  "paper.plan": "PLAN",
  "paper.plan_name": "Plan",
  "paper.plan_subject":
    "Remedying shortcomings and improving administrative reform, by the results of {round}",
  "paper.plan_purpose":
    "This plan names the matters in which {unit} lost points, or was rated below the rest of the nation, according to the results of {round}.",
  "paper.plan_matters":
    "Each matter is in the annex, with its lost points and the department that answers for it where one is on record.",
  "paper.plan_blanks":
    "Measure, owner and deadline of each matter are filled in by the unit before the plan is issued: ……………………………",
  "paper.plan_gaps":
    "A gap that is not established is no finding: the sample is too small to say that the unit is below the rest in that matter.",
  "paper.plan_annex": "Matters to work on according to the results of {round}: {unit}",
  "paper.submission": "SUBMISSION",
  "paper.submission_name": "Submission",
  "paper.decision": "DECISION",
  "paper.decision_name": "Decision",
  "paper.approval_subject": "Approval of the results of {index} {round}",
  "paper.reform_department": "Department of Administrative Reform",
  "paper.minister": "The Minister of Home Affairs",
  "paper.submission_opening":
    "The Department of Administrative Reform submits to the Minister the results of {index} {round} of {n:count} ranked units, as follows:",
  "paper.submission_method":
    "The chapter on method in the report says which rules are confirmed by a source, and which are inferred or assumed.",
  "paper.submission_ask":
    "The Minister is asked to consider and approve the results of {index} {round} as listed in the annex.",
  "paper.decider": "THE MINISTER OF HOME AFFAIRS",
  "paper.basis": "Pursuant to ………………………………………………………………;",
  "paper.proposal": "At the proposal of the Director of the Department of Administrative Reform,",
  "paper.decides": "DECIDES:",
  "paper.article": "Article {n:count}.",
  "paper.article_1":
    "The results of {index} {round} of the {n:count} ranked units in the annex to this Decision are approved.",
  "paper.article_2": "This Decision takes effect on the day of its signing.",
  "paper.article_3": "…………………………………………… are responsible for carrying out this Decision.",
  "paper.copy_article_3": "As in Article 3",
  "paper.ranking_annex": "Results of {index} {round}, by rank",
  "paper.ranking_note":
    "Ranks are made on unrounded values. Where the intervals of two units overlap it cannot be said which is ahead, even where their ranks differ.",

  "letter.draft": "DRAFT",
  "letter.nation": "SOCIALIST REPUBLIC OF VIET NAM",
  "letter.motto": "Independence - Freedom - Happiness",
  "letter.number": "No.            /",
  "letter.about": "Re: {subject}",
  "letter.blank_place": "……………",
  "letter.date": "{place}, day      month      year         ",
  "letter.to": "To:",
  "letter.copies": "Copies to:",
  "letter.blank_signer": "……………………………",
  "letter.official_letter": "Official letter",
  "letter.annex": "Annex",
  "letter.annex_of":
    "({paper} No.          /               of the {issuer}, day      month      year         )",

  "letter.subject": "taking part in the online survey for the PAR INDEX {round}",
  "letter.subject_unit": "remedying shortcomings in the online survey for the PAR INDEX {round}",
  "letter.ministry": "Ministry of Home Affairs",
  "letter.ministry_place": "Ha Noi",
  "letter.committee": "People's Committee",
  "letter.province": "People's Committee of {unit} province",
  "letter.city": "People's Committee of {unit} city",
  "letter.of_province": "{unit} province",
  "letter.of_city": "{unit} city",
  "letter.open":
    "The Ministry of Home Affairs is holding the online survey for the PAR INDEX {round} of ministries and provinces, from {opens:date} to the end of {closes:date}.",
  "letter.closed":
    "The Ministry of Home Affairs held the online survey for the PAR INDEX {round} of ministries and provinces, from {opens:date} to the end of {closes:date}.",
  "letter.printed":
    "The Ministry of Home Affairs has counted who took part in the online survey of {round} in ministries and provinces.",
  "letter.until":
    "Counted to the end of {as_of:date}, {unit} falls short: there is a form with fewer answers than {threshold:percent_short} of those registered.",
  "letter.until_unit":
    "As counted by the Ministry of Home Affairs to the end of {as_of:date}, {unit} falls short in the online survey of {round}: there is a form with fewer answers than {threshold:percent_short} of those registered.",
  "letter.registered":
    "In figures: {n:two} officials of {departments} are registered. Yet {place} has only {answers}.",
  "letter.not_all_registered": "In figures: {place} has only {answers}.",
  "letter.place_province": "the whole of {unit} province",
  "letter.place_city": "the whole of {unit} city",
  "letter.place_ministry": "{unit}",
  "letter.answers_first": "{n:two} answers of officials to the {form}",
  "letter.answers": "{n:two} answers to the {form}",
  "letter.answers_of": "{answers} from {registered:two} registered",
  "letter.persons":
    "By persons, each counted once, the lowest share with a valid answer is {percent:percent1} ({form}: {n:two} of {registered:two} persons).",
  "letter.mail": "The invitation to the {form} did not reach {n:two} persons: {kinds}.",
  "letter.mail_domain": "At {mail_domain} the fault is the whole domain's, not of single mailboxes.",
  "letter.mail_kind": "{n:two} {kind}",
  "mail.wrong_address": "with a wrong address",
  "mail.mailbox_full": "with a full mailbox",
  "mail.rejected": "refused by the receiving server",
  "mail.blocked": "without an address that can be written to",
  "mail.unspecified": "for an unknown reason",
  "letter.forecast":
    "At the present pace {n:two} persons are expected to have answered the {form} by the end of {closes:date} (95% forecast interval: {low:two} to {high:two} persons); the target is {target:two}.",
  "letter.ask":
    "For the survey to be sound, the Ministry of Home Affairs asks {unit} to have its offices do the following:",
  "letter.ask_unit":
    "For the survey to be sound, {unit} requires {departments} to remedy these shortcomings as follows:",
  "letter.ask_persons":
    "make sure that every official selected takes part fully and conscientiously before the end of {closes:date};",
  "letter.ask_persons_later":
    "make sure that every official selected takes part fully and conscientiously in the surveys to come;",
  "letter.ask_mail":
    "make sure that the registered office mailbox of every official receives the guidance letters of the Ministry of Home Affairs; check and correct the failing addresses by the enclosed list of tokens (it holds no names);",
  "letter.ask_together":
    "work closely with the Ministry of Home Affairs while the online survey for the PAR INDEX is held.",
  "letter.close": "The Ministry of Home Affairs asks {unit} to see to it./.",
  "letter.close_unit": "{departments} are required to carry this out strictly./.",
  "letter.departments_districts": "departments of the province and People's Committees of districts",
  "letter.departments_communes": "departments of the province and People's Committees of communes and wards",
  "letter.departments_ministry": "the offices of the {unit}",
  "letter.to_departments": "Departments of the province",
  "letter.to_districts": "People's Committees of districts",
  "letter.to_communes": "People's Committees of communes and wards",
  "letter.to_ministry_departments": "Offices of the {unit}",
  "letter.copy_above": "As above",
  "letter.copy_minister": "The Minister (to report)",
  "letter.copy_home_affairs": "Department of Home Affairs, {place}",
  "letter.copy_file": "File",
  "letter.copy_file_unit": "File",
  "letter.copy_chair": "Chair of the People's Committee of {place} (to report)",
  "letter.copy_head": "Head of the {unit} (to report)",
  "letter.annex_title": "Participation in the online survey of {round}: {unit}",
  "letter.annex_forms": "By form, to the end of {as_of:date}",
  "letter.annex_groups": "By group of respondents, to the end of {as_of:date}",
  "letter.annex_mail": "Invitations that did not arrive, by mail domain",
  "letter.annex_note":
    "Answers count submissions; persons count those with a valid answer, each once. [x]: not available.",
  "letter.annex_document": "Figures as printed in {document} of {date:date}.",
  "letter.form": "Form",
  "letter.group": "Group",
  "letter.n_registered": "Registered (persons)",
  "letter.n_answers": "Answers (submissions)",
  "letter.n_valid": "Valid (persons)",
  "letter.percent": "Share (%)",
  "letter.mail_address": "Mail domain",
  "letter.mail_why": "Failure",
  "letter.mail_n": "Persons",

  "chapter.monitor": "Monitor of participation",

  "monitor.title": "Monitor of participation",
  "monitor.national": "The nation",
  "monitor.provinces": "Province by province",
  "monitor.ministries": "Ministry by ministry",
  "monitor.form": "Form",
  "monitor.day": "to the end of {day:date}",
  "monitor.all_groups": "all",
  "monitor.ungrouped": "no group given",

  "standing.title": "How many have answered, and how far from the target will it be at the close?",
  "standing.note":
    "Persons are those with a valid answer, each counted once; answers count submissions, second ones too. The forecast assumes that the pace of the last days goes on until the close; its interval holds the variation from day to day, not reminders or breakdowns. A target marked assumed has no official source yet.",
  "standing.sentence":
    "{form}: {valid:count} of {registered:count} registered persons have a valid answer ({percent:percent1}), {answers?no submissions|1 submission|# submissions}; {days?no days|1 day|# days} left.",
  "standing.sentence_answers":
    "{unit}, {form}: {answers:count} answers from {registered:count} registered persons ({percent:percent1}); {document} does not say from how many persons.",
  "standing.below":
    "{form}: {below:count} of {of:count} units with a target will miss it at this pace; the furthest is {unit} ({valid:count} persons so far, target {target:count}).",
  "standing.forecast":
    "{form}: at the present pace about {n:count} persons by the end of {closes:date} (95% forecast interval: {low:count} to {high:count}); the target is {target:count}.",
  "standing.map": "{form}: share of the registered who have answered, by province",
  "standing.map_subtitle":
    "One tile of one size for each province, roughly in its place. Thick orange edge: will miss its target at this pace. Hoàng Sa belongs to the tile of Đà Nẵng, Trường Sa to that of Khánh Hòa.",
  "standing.map_description":
    "Tile map of {n:count} provinces: {below:count} will miss their target at this pace; the lowest share is {unit} ({percent:percent1}).",
  "standing.legend": "Answered",
  "standing.step1": "below 20%",
  "standing.step2": "20 to below 40%",
  "standing.step3": "40 to below 60%",
  "standing.step4": "60 to below 80%",
  "standing.step5": "80% and more",
  "standing.no_figure": "not available [x]",
  "standing.table": "{form}: unit by unit, the furthest from its target first",
  "standing.own_table": "By form and group of respondents",
  "standing.group": "Group",
  "standing.registered": "Registered",
  "standing.valid": "Valid (persons)",
  "standing.answers": "Answers",
  "standing.percent": "Share (%)",
  "standing.target": "Target",
  "standing.forecast_n": "Forecast at the close",
  "standing.forecast_interval": "95% forecast interval",
  "standing.range": "{low:count} – {high:count}",
  "standing.shortfall": "Short (forecast)",
  "standing.margin": "Margin as forecast (± points)",
  "standing.no_target": "the unit has no target yet",
  "standing.persons_unknown": "the document prints answers only, not persons",
  "forecast.closed": "the form is closed",
  "forecast.too_early": "too early for a forecast",
  "forecast.no_rule": "the round sets no rule for a forecast",
  "forecast.not_open": "the form is not open yet",
  "forecast.document": "figures of a document have no forecast",

  "funnel.title": "At which step do invitations stop?",
  "funnel.note":
    "Each step counts persons to the end of the day. Returned: the last mail came back. Cannot be sent: there is no usable address.",
  "funnel.sentence":
    "{form}: most persons are lost between “{before}” ({n_before:count}) and “{after}” ({n_after:count}).",
  "funnel.chart": "{form}: from registered to a valid answer, {domain}",
  "funnel.description":
    "Bar chart of {n:count} steps, from {first:count} registered persons to {last:count} with a valid answer.",
  "funnel.axis": "Persons",
  "funnel.table": "Persons at each step, {domain}",
  "funnel.registered": "Registered",
  "funnel.invited": "Invited",
  "funnel.delivered": "Delivered",
  "funnel.started": "Started",
  "funnel.submitted": "Submitted",
  "funnel.valid": "Valid",
  "funnel.bounced": "Returned",
  "funnel.blocked": "Cannot be sent",
  "funnel.opted_out": "Opted out",
  "funnel.answers": "Submissions",

  "trend.title": "How does the number of answers grow day by day, and will it reach the target?",
  "trend.note":
    "The line is the running number of persons with a valid answer. The green band begins at the target. The dashed line and the orange band are the forecast and its 95% interval, assuming that the pace of the last days goes on.",
  "trend.chart": "{form}: persons with a valid answer, {domain}",
  "trend.subtitle":
    "Running total by day, {opens:date} to {closes:date}; counted to the end of {as_of:date}.",
  "trend.description": "Line chart: {n:count} persons by the end of {as_of:date}; closing day {closes:date}.",
  "trend.axis": "Persons",
  "trend.target": "target {n:count}",
  "trend.registered": "registered {n:count}",
  "trend.forecast": "forecast {n:count} ({low:count}–{high:count})",

  "rates.title": "What are the response rates by international definitions?",
  "rates.note":
    "RR, COOP, REF and CON are the response, cooperation, refusal and contact rates of AAPOR's Standard Definitions. Substitutes never raise a rate.",
  "rates.table": "AAPOR outcome rates, {domain}",
  "rates.rate": "Rate",
  "rates.none": "there is nobody to take it over",

  "mail_failures.title": "Where do invitations fail to arrive, and why?",
  "mail_failures.note":
    "Persons are counted whose last mail did not arrive, not mails. The list to correct is in each unit's XLSX file, as tokens only.",
  "mail_failures.sentence":
    "Invitations {n?reached everybody|did not reach 1 person|did not reach # persons} ({form}).",
  "mail_failures.broken":
    "The mail domain {mail_domain} has been failing since {day:date}: {n:count} of {sent:count} persons get nothing. The fault is the domain's, not the persons'.",
  "mail_failures.units": "Units with most persons whom no mail reaches",
  "mail_failures.table": "Mail that does not arrive, by domain and failure, {domain}",
  "mail_failures.domain": "Mail domain",
  "mail_failures.kind": "Failure",
  "mail_failures.n": "Persons",
  "mail_failures.sent": "Sent to (persons)",
  "mail_failures.percent": "Failing in the domain (%)",
  "mail_failures.since": "Since",
  "mail_failures.no_domain": "domain unknown",
  "failure.wrong_address": "wrong address",
  "failure.mailbox_full": "mailbox full",
  "failure.rejected": "refused by the receiving server",
  "failure.blocked": "no address to send to",
  "failure.unspecified": "reason unknown",

  "field_quality.title": "Which face-to-face interviews need a second look?",
  "field_quality.note":
    "A flag asks for a look and is no verdict: nothing is excluded here. Each figure stands beside the distribution of its peers; the bounds are assumptions written in campaign.yaml.",
  "field_quality.sentence": "{n?No flag|1 flag|# flags} in {of:count} comparisons with peers.",
  "field_quality.none": "No flag in {of:count} comparisons with peers.",
  "field_quality.table": "Flags, the furthest from its peers first",
  "field_quality.actor": "Who or where",
  "field_quality.measure": "Measure",
  "field_quality.value": "Value",
  "field_quality.peers": "Median of peers",
  "field_quality.quartiles": "Middle half",
  "field_quality.range": "{low:number} – {high:number}",
  "field_quality.distance": "Distance (robust z)",
  "field_quality.equal_peers": "most peers have the same value, so there is no z",
  "field_quality.forms": "Forms",
  "actor.interviewer": "interviewer {key}",
  "actor.team": "team {key}",
  "actor.area": "area {key}",
  "actor.device": "device {key}",
  "measure.pace": "forms a working day",
  "measure.median_minutes": "minutes a form (median)",
  "measure.short": "share of short interviews",
  "measure.night": "share entered at night",
  "measure.straight": "share of straight lines",
  "measure.blank": "share of blank answers",
  "measure.device": "share from one busy device",

  "exceptions.title": "What in the store does not fit?",
  "exceptions.note":
    "Each kind is a list of its own; nothing is corrected and nothing silently dropped. Keys are those of answers or tokens of persons, never names. Of a long list only the first keys are shown.",
  "exceptions.sentence": "{n?No case|1 case|# cases} of {kinds?no kind|1 kind|# kinds}.",
  "exceptions.table": "What does not fit, by kind, {domain}",
  "exceptions.kind": "Kind",
  "exceptions.n": "Cases",
  "exceptions.excluded": "Not counted as valid",
  "exceptions.keys": "Keys (head of the list)",
  "exceptions.more": "{keys} … and {n:count} more",
  "exception.no_token": "answer without a token",
  "exception.unknown_token": "answer with a token that is on no list",
  "exception.second_answer": "second answer of a token",
  "exception.before_opening": "before the opening",
  "exception.after_closing": "after the close",
  "exception.unknown_unit": "person of a unit that is not in the registry",
  "exception.two_units": "person in two units",
  "exception.listed_twice": "person listed twice",
  "exception.unknown_group": "group that campaign.yaml does not know",
  "exception.delivery_without_person": "mail to a token that is on no list",
  "exception.unknown_delivery_status": "mail status that is not understood",
  "exception.poll_closes_before_opening": "poll that closes before it opens",
  "exception.poll_answer_unknown": "poll answer that cannot be chosen",
  "exception.answered_before_asked": "answered before it was asked",

  "balance.title": "Where did every submission go?",
  "balance.note":
    "What the store holds equals valid submissions and every kind that is not counted; if it did not, the monitor would stop and say why.",
  "balance.table": "From the store to valid submissions",
  "balance.n": "Submissions",
  "balance.in_store": "in the store",
  "balance.test_response": "test submissions",
  "balance.no_token": "without a token",
  "balance.unknown_token": "with a token on no list",
  "balance.not_submitted": "not submitted",
  "balance.before_opening": "before the opening",
  "balance.after_closing": "after the close",
  "balance.second_answer": "second answers",
  "balance.valid": "valid",
  "balance.valid_without_unit": "of which of no known unit",

  "polls.title": "How did those who took part in the opinion polls answer?",
  "polls.note":
    "Whoever wanted to, answered: the shares describe those who did, not the people or officials at large. So no interval is printed.",
  "polls.sentence": "{title}: {n?no answers|1 answer|# answers}, self-selected.",
  "polls.chart": "{wording}",
  "polls.subtitle": "{title}. Respondents chose themselves; {n:count} answers.",
  "polls.description": "Bar chart of how many chose each option, {n:count} options.",
  "polls.table": "{title}",
  "polls.question": "Question and option",
  "polls.n": "Chosen by",
  "polls.percent": "Of the answers (%)",
  "polls.no_answers": "no answer yet",

  "questions.title": "Questions and answers: how many are answered, and in time?",
  "questions.note":
    "The share in time is of questions answered or overdue. The median of days is of answered questions alone.",
  "questions.sentence":
    "{asked?No questions|1 question|# questions}, {answered?none|1|#} answered, {open?none|1|#} open.",
  "questions.table": "By topic, {domain}",
  "questions.units": "By unit, most overdue first",
  "questions.topic": "Topic",
  "questions.asked": "Asked",
  "questions.answered": "Answered",
  "questions.open": "Open",
  "questions.overdue": "Overdue",
  "questions.in_time": "In time (%)",
  "questions.days": "Days (median)",
  "questions.all": "all",
  "questions.no_limit": "the round sets no limit for an answer",
  "questions.none_due": "nothing was due yet",
  "questions.none_answered": "none is answered yet",

  "reminders.title": "Who needs a reminder, and which addresses need correcting?",
  "reminders.note":
    "The list holds tokens alone, which the unit looks up in its own list. No name and no answer is in it. The file is for the unit alone.",
  "reminders.download": "List of whom to remind, tokens only (XLSX)",
  "reminders.table": "{form}: {n?nobody|1 person|# persons}",
  "reminders.token": "Token",
  "reminders.what": "What to do",
  "reminders.not_invited": "send the invitation",
  "reminders.mend_address": "correct the address",
  "reminders.not_started": "remind to begin",
  "reminders.not_submitted": "remind to submit",
  "reminders.mails": "Mails sent",
  "reminders.last": "Last sent",
  "reminders.never": "never",
  "reminders.on_paper": "on paper or not sent",

  "drafts.title": "Draft letters",
  "drafts.subtitle": "Threshold {threshold:percent_short} of the registered",
  "drafts.list": "Units with a form below the threshold",
  "drafts.note":
    "Whoever ran the command set the threshold; it has no default. Number, date and signature are blank.",
  "drafts.sentence": "{n?No unit has|1 unit has|# units have} at least one form below the threshold.",
  "drafts.unit": "Unit",
  "drafts.lowest": "Lowest share (%)",
  "drafts.to_unit": "Letter of the Ministry of Home Affairs to {unit}",
  "drafts.to_departments": "Letter of {unit} to its departments",
  "drafts.word": "{letter} (Word)",

  "signals.title": "What needs attention today, and where?",
  "signals.note":
    "The list follows from the figures to the end of the day by the rules of campaign.yaml, which gives the reason of each assumed one.",
  "signals.sentence": "{kind}: {names}.",
  "signals.more": "{names} and {n?no more units|1 more unit|# more units}",
  "signals.table": "What needs attention",
  "signals.what": "What",
  "signals.n": "Persons (largest form)",
  "signals.everywhere": "in no known unit",
  "signal.not_invited": "not invited yet",
  "signal.silent": "mail arrived and nobody began",
  "signal.misses_target": "will miss the target by the forecast",
  "signal.broken_domain": "mail domain fails",
  "signal.exception": "data that do not fit",
  "signal.fieldwork": "interviews that need a second look",

  // names of tables where there is room for a few words, as on the tab of a sheet: 22 letters, 26 with the round in them
  "short.findings.table": "Key findings",
  "short.sipas_ranking.table": "SIPAS ranking",
  "short.sipas_ranking.ends": "First and last five",
  "short.rank_changes.table": "Rank changes {earlier}–{round}",
  "short.sipas_regions.table": "Nation and regions",
  "short.sipas_factors.table": "Parts and factors",
  "short.province_factors.table": "Beside the nation",
  "short.sipas_heat.table": "Provinces by subject",
  "short.sipas_items.table": "Each question",
  "short.item_quality.factors": "Factor reliability",
  "short.item_quality.items": "Item reliability",
  "short.levels.table": "Satisfaction levels",
  "short.response_flow.table": "Received and valid",
  "short.rule_outcomes.table": "Cleaning rules",
  "short.item_nonresponse.items": "Questions left blank",
  "short.item_nonresponse.units": "Blanks by province",
  "short.item_nonresponse.unknown": "Answered not knowing",
  "short.item_nonresponse.unknown_units": "Not knowing, provinces",
  "short.fieldwork.table": "Fieldwork",
  "short.recheck_rates.nation": "Recheck, nation",
  "short.recheck_rates.decisions": "Recheck decisions",
  "short.recheck_rates.unit": "Recheck by province",
  "short.recheck_rates.team": "Recheck by team",
  "short.recheck_rates.commune": "Recheck by commune",
  "short.recheck_rates.interviewer": "Recheck, interviewers",
  "short.strengths.strengths": "Strengths",
  "short.strengths.weaknesses": "Weaknesses",
  "short.strengths.gaps": "Largest gaps",
  "short.suppressed.table": "Withheld figures",
  "short.suppressed.own_table": "Each withheld figure",
  "short.sipas_changes.table": "Provinces {earlier}–{round}",
  "short.sipas_changes.table_nodes": "Subjects {earlier}–{round}",
  "short.sipas_changes.table_none": "Not compared {earlier}–{round}",
  "short.sipas_trend.table": "SIPAS year by year",
  "short.sipas_published.table": "SIPAS as published",
  "short.sipas_merged.table": "Merged provinces",
  "short.among_all.table": "Among all provinces",
  "short.province_place.table": "By way of weighting",
  "short.recipe_comparison.table": "Ways of weighting",
  "short.rule_backtest.table": "Published, recomputed",
  "short.weighting.table": "Weight diagnostics",
  "short.weighting_steps.nation": "Weighting steps",
  "short.weighting_steps.provinces": "Steps by province",
  "short.weighting_response.table": "Uneven response",
  "short.weighting_margins.table": "Margins",
  "short.weighting_margins.merged_table": "Merged categories",
  "short.par_ranking.table": "Ranking of ministries",
  "short.standings.table": "PAR INDEX ranking",
  "short.standings.peers": "Rank among peers",
  "short.scorecard_means.areas": "Means by area",
  "short.scorecard_means.places": "Means by region",
  "short.robustness.alternatives": "Alternatives",
  "short.robustness.sobol": "Sobol indices",
  "short.robustness.ranks": "Ranks as all varies",
  "short.scorecard_changes.table": "Changes {earlier}–{round}",
  "short.officials.leaves": "Surveyed criteria",
  "short.officials.rates": "Lists and forms",
  "short.par_means.table": "Published means",
  "short.lost_points.table": "Items with losses",
  "short.lost_points.departments": "Losses by department",
  "short.lost_blocks.table": "Losses by block",
  "short.ministry_score.table": "Points by part",
  "short.scorecard_place.table": "Points by area",
  "short.self_final.table": "Self and appraised",
  "short.node_origins.table": "Origin of figures",
  "short.unit_changes.table": "Areas {earlier}–{round}",
  "short.unit_history.table": "PAR INDEX by year",
  "short.unit_means.table": "Against the means",
  "short.unit_officials.table": "Survey of officials",
  "short.unit_standing.table": "Index and rank set",
  "short.what_if.table": "Fewest items per goal",
  "short.what_if_parts.table": "Try other points",
  "short.funnel.table": "Steps of taking part",
  "short.rates.table": "AAPOR rates",
  "short.field_quality.table": "Interview flags",
  "short.signals.table": "To be done",
  "short.questions.units": "Questions by unit",
  "short.questions.table": "Questions by topic",
  "short.balance.table": "From store to valid",
  "short.mail_failures.table": "Undelivered mail",
  "short.mail_failures.units": "Lost mail by unit",
  "short.standing.own_table": "By form and group",
  "short.standing.table": "Taking part, by unit",
  "short.exceptions.table": "What does not fit",
  "short.polls.table": "Poll",
  "short.reminders.table": "To be reminded",
  "short.method_rules.sipas": "Rules of SIPAS {round}",
  "short.method_rules.par_ministry": "Rules, ministries {round}",
  "short.method_rules.par_province": "Rules, provinces {round}",
  "short.glance.sipas": "In short, SIPAS",
  "short.glance.par_ministry": "In short, published",
  "short.glance.par_scores_province": "In short, provinces",
  "short.glance.par_scores_ministry": "In short, ministries",
  "short.glance.par_scorecard": "In short, scorecard",
  "short.glance.action_plan": "In short, plan",
  "short.glance.par_history": "In short, the years",
  "short.glance.monitor": "In short, monitor",
  "short.glance.method": "In short, method",
  "short.perceptions.interest": "Interest in policies",
  "short.perceptions.channel": "Channels",
  "short.perceptions.participation": "Commenting on policy",
  "short.perceptions.harassment": "Harassment",
  "short.perceptions.bribe": "Unofficial payments",
  "short.perceptions.submission_mode": "Ways of submitting",
  "short.perceptions.information_mode": "Ways of informing",
  "short.perceptions.experience": "Experience",
  "short.perceptions.need": "Needs",
  "short.par_history.province": "Provinces over years",
  "short.par_history.ministry": "Ministries over years",
  "short.action_plan.lost_points": "Plan, lost points",
  "short.action_plan.weakness": "Plan, weaknesses",
  "short.action_plan.gap": "Plan, gaps",
};
