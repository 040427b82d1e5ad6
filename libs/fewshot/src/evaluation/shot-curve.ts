import { type Report, report } from './report.js';
import type { Unit } from './units/unit.js';

export interface ShotPoint {
  /** Examples of each class that were fitted on. */
  readonly shots: number;
  readonly report: Report;
}

/** The units of a shot curve, one report for each number of shots, ascending. */
export function shotCurve(units: readonly Unit[]): ShotPoint[] {
  const shots = [...new Set(units.map((unit) => unit.shots ?? 0))].sort((a, b) => a - b);
  return shots.map((k) => ({ shots: k, report: report(unitsOfShots(units, k), 'DRAWS') }));
}

/** The units that were fitted on `shots` examples of each class: candidates are compared at one number of shots. */
export const unitsOfShots = (units: readonly Unit[], shots: number): Unit[] =>
  units.filter((unit) => unit.shots === shots);
