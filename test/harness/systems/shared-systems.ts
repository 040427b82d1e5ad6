import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where whole systems are taken from and given back to. */
    systems: string;
  }
}

/** Whole systems that files of tests take in turn: starting one takes longer than most files. */
export default async function sharedSystems(project: TestProject): Promise<() => Promise<void>> {
  const keeper = fork(fileURLToPath(new URL('./keep-systems.ts', import.meta.url)), [], {
    execArgv: ['--import', 'tsx'],
  });
  const [url] = await once(keeper, 'message');
  project.provide('systems', url as string);
  return async () => {
    keeper.disconnect();
    await once(keeper, 'exit');
  };
}
