import path from 'node:path';
import { scriptLines } from '../frame/processes.js';
import type { Cost } from './cost.js';
import type { ScoredRow } from './score.js';

/** What fitting the recommended head took, beside what was forecast. */
export interface CostError extends Cost {
  readonly secondsPredicted: number;
  readonly secondsError: number;
  readonly memoryPredicted: number;
  readonly memoryError: number;
}

const linesOf = <Line>(script: string, ...args: (string | number)[]) =>
  scriptLines<Line>(new URL(script, import.meta.url), args, 600);

/** Seconds and memory of fitting the recommended head as a run would, in a process of its own, beside what was forecast. */
export function costError(file: string, { data, shots, recommended }: ScoredRow, folder: string): CostError {
  const draw = path.join(folder, `${data}.draw`);
  linesOf('draw.ts', file, shots, draw);
  const [kind = ''] = recommended;
  const forecast = linesOf<Record<string, Cost>>('cost.ts', draw)[0]?.[kind];
  const [real] = linesOf<Cost>('cost.ts', draw, kind);
  if (!forecast || !real) throw new Error(`What ${kind} costs on ${data} was not printed.`);
  return {
    ...real,
    secondsPredicted: forecast.seconds,
    secondsError: Math.abs(forecast.seconds / real.seconds - 1),
    memoryPredicted: forecast.memory,
    memoryError: Math.abs(forecast.memory / real.memory - 1),
  };
}
