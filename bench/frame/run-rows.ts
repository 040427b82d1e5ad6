import type { BenchOptions } from './options.js';

/** Takes the rows that are asked for in turn. A row that fails is reported, the others still run, and the process ends with 1. */
export async function runRows<Row extends { readonly work: string }>(
  rows: readonly Row[],
  options: BenchOptions,
  run: (row: Row) => Promise<void> | void,
): Promise<void> {
  for (const row of rows.filter(({ work }) => options.wants(work)))
    try {
      await run(row);
    } catch (error) {
      console.error(`${row.work} FAILED: ${(error as Error).message}`);
      process.exitCode = 1;
    }
}
