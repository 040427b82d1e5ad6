import { createHash } from 'node:crypto';
import { type StoredReport, stopRuleOf, unitKindOf } from '@kshot/domain';
import { report, shotCurve, type Unit, unitsOfShots } from '@kshot/fewshot';
import { type Blobs, readUnits } from '@kshot/store';
import type { FromChild, ReportTask } from '../attempt/protocol.js';

/** Cells that are kept of a large confusion matrix, and examples that are kept of each. */
const CELLS = 3000;
const LOOKED_AT = 24;

/** Makes the report out of all shards' units. */
export async function reportAttempt(
  { shards, units: counted, protocol }: ReportTask,
  blobs: Blobs,
  say: (message: FromChild) => Promise<void>,
): Promise<void> {
  const scored: Unit[] = [];
  for (const hash of shards) scored.push(...(await readUnits(blobs, hash)));
  const units = scored.slice(0, counted);
  const kind = unitKindOf[protocol.kind];
  const most = protocol.kind === 'SHOT_CURVE' ? Math.max(...protocol.shots) : undefined;
  const whole = report(
    most === undefined ? units : unitsOfShots(units, most),
    kind,
    stopRuleOf(protocol) !== undefined,
  );
  const stored: StoredReport = {
    ...whole,
    shots: most ?? null,
    confusion: [...whole.confusion]
      .sort((a, b) => b.count - a.count)
      .slice(0, CELLS)
      .map((cell) => ({ ...cell, rows: cell.rows.slice(0, LOOKED_AT) })),
    curve:
      most === undefined
        ? []
        : shotCurve(units).map(({ shots, report: { accuracy, logLoss, units: draws } }) => ({
            shots,
            draws,
            accuracy,
            logLoss,
          })),
  };
  await say({ kind: 'reported', report: stored, accuracy: whole.accuracy.value, resultHash: hashOf(units) });
}

/** Of rows and probabilities, not of times. */
function hashOf(units: readonly Unit[]): string {
  const digest = createHash('sha256');
  for (const { rows, truth, probabilities } of units)
    for (const array of [rows, truth, probabilities])
      digest.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return digest.digest('hex');
}
