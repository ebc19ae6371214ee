import { KnownError } from "../models/errors.ts";

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof exitCodes;

/** How long a run may take to put its things in order after a signal; milliseconds. */
const usualPatience = 5_000;

/** Somebody stopped the run: Ctrl-C or the service manager. */
export class Interrupted extends KnownError {
  override readonly exitCode: number;

  constructor(signal: Signal) {
    super(`The run was stopped (${signal}); the last release is untouched.`);
    this.exitCode = exitCodes[signal];
  }
}

/**
 * The first signal asks the work to stop, and after a few seconds leaves without it; the second leaves at once and
 * cleans up nothing. Returns what ends the listening.
 */
export function onInterrupt(
  stop: (reason: Interrupted) => void,
  leaveAnyway: (exitCode: number) => void,
  patience = usualPatience,
): () => void {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners = (Object.keys(exitCodes) as Signal[]).map((signal) => {
    const listener = () => {
      if (isStopping) process.exit(exitCodes[signal]);
      isStopping = true;
      timer = setTimeout(() => leaveAnyway(exitCodes[signal]), patience);
      stop(new Interrupted(signal));
    };
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => {
    clearTimeout(timer);
    for (const remove of listeners) remove();
  };
}
