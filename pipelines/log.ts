import { destination, type Logger, pino } from "pino";
import { redact } from "./redact.ts";

/** A run's log: one JSON object a line, without credentials and without what names a person. A full disk costs lines, never the run. */
export function openLog(path: string, run: string): Logger {
  const file = destination({ dest: path, sync: true });
  file.on("error", () => {}); // the disk is full: the run itself says so
  return pino(
    {
      base: { run },
      hooks: {
        logMethod(args, method) {
          method.apply(this, args.map(redact) as Parameters<typeof method>);
        },
      },
    },
    file,
  );
}
