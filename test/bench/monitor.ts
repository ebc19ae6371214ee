import type { Row } from "../../sql/table.ts";
import { openSeason, type SeasonWarehouse } from "../pipelines/monitor/seasonWarehouse.ts";

const repeats = 5;
const day = "2023-12-10";

/** Every person of the season's online forms so many times over. */
const times = 5;
const grow = [
  ["participants", ["participant_key"]],
  ["deliveries", ["participant_key"]],
  ["responses", ["participant_key", "response_key"]],
].map(
  ([table, keys]) =>
    `insert into raw.${table} select d.* replace (${(keys as string[]).map((key) => `d.${key} || '-' || i as ${key}`).join(", ")})
     from raw.${table} d, range(1, ${times}) r(i) where d.instrument_code <> 'minh-hoa-tai-nha'`,
);

/** Times a refresh of the monitor for some 50,000 participants, and tells how often the season's forecasts held. */
export async function benchMonitor(): Promise<string> {
  const season = await openSeason({}, ...grow);
  try {
    const [size] = await season.query(
      "select (select count(*) from raw.participants) as p, (select count(*) from raw.deliveries) as d, (select count(*) from raw.responses) as r",
    );
    const plain = await seconds(season, false);
    const checked = await seconds(season, true);
    return [
      `${size!["p"]} participants, ${size!["d"]} deliveries, ${size!["r"]} responses; ${repeats} refreshes as of ${day}.`,
      "",
      "| refresh | wall s, best | wall s, median | processor s, median |",
      "|---|---|---|---|",
      timesLine("every table of the monitor", plain),
      timesLine("with every promise checked", checked),
      "",
      ...(await backtest()),
    ].join("\n");
  } finally {
    season.close();
  }
}

interface Times {
  readonly wall: number[];
  readonly processor: number[];
}

async function seconds(season: SeasonWarehouse, withChecks: boolean): Promise<Times> {
  const [wall, processor]: [number[], number[]] = [[], []];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const [begin, used] = [process.hrtime.bigint(), process.cpuUsage()];
    await season.goTo(day, { withChecks });
    wall.push(Number(process.hrtime.bigint() - begin) / 1e9);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1e6);
  }
  const ascending = (a: number, b: number) => a - b;
  return { wall: wall.sort(ascending), processor: processor.sort(ascending) };
}

function timesLine(what: string, { wall, processor }: Times): string {
  const middle = Math.floor(repeats / 2);
  return `| ${what} | ${wall[0]!.toFixed(2)} | ${wall[middle]!.toFixed(2)} | ${processor[middle]!.toFixed(2)} |`;
}

/** Forecasts of the whole season against what came in the end, one day a line. */
async function backtest(): Promise<string[]> {
  const season = await openSeason({});
  const forecasts = () =>
    season.query(
      `select domain_level = 'nation' as is_nation, concat_ws('/', instrument_code, domain_level, domain_code, respondent_group) as id,
         n_valid, forecast_n, forecast_n_low, forecast_n_high, forecast_status
       from marts.participation_units where mode = 'online' order by all`,
    );
  try {
    await season.goTo("2023-12-30");
    const end = new Map((await forecasts()).map((row) => [row["id"], Number(row["n_valid"])]));
    const lines = [
      "| as of | forecasts | held | mean error | mean width | nation held |",
      "|---|---|---|---|---|---|",
    ];
    for (const asOf of ["2023-11-22", "2023-11-29", "2023-12-06", "2023-12-13", "2023-12-20", "2023-12-27"]) {
      await season.goTo(asOf);
      const told = (await forecasts()).filter((row) => row["forecast_status"] === "ok");
      lines.push(coverageLine(asOf, told, end));
    }
    return lines;
  } finally {
    season.close();
  }
}

function coverageLine(asOf: string, told: readonly Row[], end: ReadonlyMap<unknown, number>): string {
  const isHeld = (row: Row) =>
    Number(row["forecast_n_low"]) <= end.get(row["id"])! &&
    end.get(row["id"])! <= Number(row["forecast_n_high"]);
  const [nation, units] = [told.filter((row) => row["is_nation"]), told.filter((row) => !row["is_nation"])];
  const mean = (of: (row: Row) => number) => units.reduce((sum, row) => sum + of(row), 0) / units.length;
  const error = mean((row) => Number(row["forecast_n"]) - end.get(row["id"])!);
  const width = mean((row) => Number(row["forecast_n_high"]) - Number(row["forecast_n_low"]));
  const share = (100 * units.filter(isHeld).length) / units.length;
  return `| ${asOf} | ${units.length} | ${share.toFixed(0)} % | ${error.toFixed(1)} | ${width.toFixed(1)} | ${nation.filter(isHeld).length} of ${nation.length} |`;
}
