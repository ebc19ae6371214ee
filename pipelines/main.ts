#!/usr/bin/env node
import { runCommandLine } from "./commandLine.ts";

// whoever reads may stop early, as `head` does: the command still ends as it would have
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

process.exitCode = await runCommandLine(process.argv.slice(2));
