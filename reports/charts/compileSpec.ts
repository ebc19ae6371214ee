import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";

/** What Vega runs, and what fills it before it runs. */
export interface CompiledSpec {
  readonly runtime: vega.Runtime;
  /** Rows by the name of their data. */
  readonly data: ReadonlyMap<string, unknown[]>;
  /** Values by the name of their signal. */
  readonly signals: ReadonlyMap<string, unknown>;
}

export type CompileSpec = (spec: TopLevelSpec, logger: vega.LoggerInterface) => CompiledSpec;

/** Any spec, with all that it holds. */
export const compileAlone: CompileSpec = (spec, logger) => ({
  runtime: vega.parse(compile(spec, { logger }).spec),
  data: new Map(),
  signals: new Map(),
});
