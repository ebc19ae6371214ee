import { Listr, type ListrTaskWrapper } from "listr2";

/** Shows phases on stderr while they run: a moving list on a terminal, nothing elsewhere. */
export interface Progress {
  phase<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Says what the current phase is doing now. */
  step(text: string): void;
}

export function newProgress(quiet: boolean): Progress {
  return quiet || !process.stderr.isTTY ? silentProgress : terminalProgress();
}

export const silentProgress: Progress = { phase: (_name, work) => work(), step: () => {} };

function terminalProgress(): Progress {
  let current: ListrTaskWrapper<unknown, never, never> | undefined;
  return {
    async phase(name, work) {
      let result: Awaited<ReturnType<typeof work>> | undefined;
      const list = new Listr(
        [
          {
            title: name,
            task: async (_context, task) => {
              current = task as unknown as typeof current;
              result = await work();
              current = undefined;
            },
          },
        ],
        {
          rendererOptions: { showTimer: true, outputStream: process.stderr } as never,
          registerSignalListeners: false,
        },
      );
      await list.run();
      return result as Awaited<ReturnType<typeof work>>;
    },
    step(text) {
      if (current) current.output = text;
    },
  };
}
