import type { Unit } from './units/unit.js';
import { scoredExamples } from './units/unit-scores.js';

export interface ConfusionCell {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  /** Rows of up to 100 different examples in it, so that they can be looked at. */
  readonly rows: readonly number[];
}

const LOOKED_AT = 100;

/** The cells that are not empty, by true and then predicted class. */
export function confusionCells(units: readonly Unit[]): ConfusionCell[] {
  const cells = new Map<string, { truth: number; predicted: number; count: number; rows: Set<number> }>();
  for (const unit of units) {
    const { predicted } = scoredExamples(unit);
    for (const [i, column] of predicted.entries()) {
      const truth = unit.classes[unit.truth[i] as number] as number;
      const said = unit.classes[column] as number;
      const key = `${truth} ${said}`;
      const cell = cells.get(key) ?? { truth, predicted: said, count: 0, rows: new Set<number>() };
      cells.set(key, cell);
      cell.count++;
      if (cell.rows.size < LOOKED_AT) cell.rows.add(unit.rows[i] as number);
    }
  }
  return [...cells.values()]
    .sort((a, b) => a.truth - b.truth || a.predicted - b.predicted)
    .map((cell) => ({ ...cell, rows: [...cell.rows] }));
}
