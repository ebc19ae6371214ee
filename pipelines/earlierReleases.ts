import { existsSync } from "node:fs";
import { groupBy } from "../models/groupBy.ts";
import type { ReleasedFigure } from "../models/spec/releasedFigures.ts";
import { sqlLiteral } from "../models/text/sqlLiteral.ts";
import { buildId } from "./builds.ts";
import { sha256, sha256OfFile } from "./files.ts";
import { historyPath, type ReleaseManifest, readReleases } from "./releases.ts";
import type { Run } from "./run.ts";
import { connect } from "./warehouse/connection.ts";
import { readRows } from "./warehouse/readRows.ts";

/** The releases that readers hold already when a build is made. */
export interface EarlierReleases {
  readonly names: readonly string[];
  /** Hash of which they are and of every value in them: an input of the build like any other. */
  readonly hash: string;
  /** The name of the build that is made beside them. */
  readonly build: string;
}

/**
 * The releases that a build of these inputs stands beside. A release that was itself made from such a build is none of them: a
 * build is not laid beside what came of it, and stays the same when it has been published.
 */
export async function earlierReleases(
  run: Run,
  inputs: { readonly snapshot: string; readonly models: string },
): Promise<EarlierReleases> {
  const whole: ReleaseManifest[] = [];
  for (const manifest of await readReleases(run.project)) {
    const path = historyPath(run.project, manifest.release);
    if (existsSync(path) && (await sha256OfFile(path)) === manifest.history_sha256) whole.push(manifest);
    else
      run.warn(
        `The values of release ${manifest.release} are not there or not whole; what can be worked out from it and this build together was not looked for.`,
      );
  }
  const beside = async (releases: readonly ReleaseManifest[]): Promise<EarlierReleases> => {
    const hash = sha256(
      JSON.stringify(releases.map(({ release, history_sha256 }) => [release, history_sha256])),
    );
    return {
      names: releases.map(({ release }) => release),
      hash,
      build: await buildId({ ...inputs, released: hash }),
    };
  };
  for (const made of new Set(whole.map(({ build }) => build))) {
    const others = await beside(whole.filter(({ build }) => build !== made));
    if (others.build === made) return others;
  }
  return beside(whole);
}

/** What the releases show of the marts whose counts can be compared; equal contents of a round are read once. */
export async function readReleasedFigures(run: Run, releases: readonly string[]): Promise<ReleasedFigure[]> {
  if (releases.length === 0) return [];
  const { connection, close } = await connect(":memory:", {
    threads: run.threads,
    memoryLimit: run.project.config.memory_limit,
    spillFolder: "",
    signal: run.signal,
  });
  try {
    const figures: ReleasedFigure[] = [];
    const seen = new Set<string>();
    for (const release of releases) {
      const rows = (await readRows(
        connection,
        figuresQuery(historyPath(run.project, release)),
      )) as unknown as Omit<ReleasedFigure, "release_code">[];
      for (const ofRound of groupBy(
        rows,
        ({ round_code, table_code }) => `${round_code} ${table_code}`,
      ).values()) {
        const content = sha256(JSON.stringify(ofRound));
        if (seen.has(content)) continue;
        seen.add(content);
        figures.push(...ofRound.map((row) => ({ release_code: release, ...row })));
      }
    }
    return figures;
  } finally {
    close();
  }
}

function figuresQuery(path: string): string {
  return `
    with
    published as (
      select mart, round_code, key, column_name, value from read_parquet(${sqlLiteral(path)})
      where mart in ('marts.sipas_nodes', 'marts.perceptions', 'marts.respondents')
        and column_name in ('n_responses', 'share_percent_n', 'share_percent', 'option_order')
    ),
    figures as (
      select mart, round_code, key,
        max(value) filter (column_name in ('n_responses', 'share_percent_n')) as n,
        max(value) filter (column_name = 'share_percent') as share_percent,
        max(value) filter (column_name = 'option_order') as answer_level
      from published group by all
    )
    select
      round_code,
      case mart when 'marts.sipas_nodes' then 'satisfaction' when 'marts.perceptions' then 'perceptions' else 'respondents' end as table_code,
      key->>'domain_level' as domain_level,
      key->>'domain_code' as domain_code,
      coalesce(key->>'node_code', key->>'item_code') as cell_code,
      coalesce(answer_level::integer, 0) as answer_level,
      n::integer as n,
      share_percent::double as share_percent
    from figures
    -- shares are counts of persons where every response counts once
    where n is not null and (share_percent is not null or n::integer = 0)
      and coalesce(key->>'recipe_code', 'plain') = 'plain'
    order by all`;
}
