/** A series of a run: rising steps and their values. Not-a-number and infinities are kept. */
export interface Points {
  readonly steps: Int32Array;
  readonly values: Float64Array;
}

/** Joins parts of a series in the order in which they were written: of a step that was written twice the last value counts. */
export function joinPoints(parts: readonly Points[]): Points {
  if (parts.length === 1 && isRising((parts[0] as Points).steps)) return parts[0] as Points;
  const total = parts.reduce((sum, { steps }) => sum + steps.length, 0);
  const steps = new Int32Array(total);
  const values = new Float64Array(total);
  let at = 0;
  for (const part of parts) {
    steps.set(part.steps, at);
    values.set(part.values, at);
    at += part.steps.length;
  }
  if (isRising(steps)) return { steps, values };
  const order = Int32Array.from(steps.keys()).sort(
    (a, b) => (steps[a] as number) - (steps[b] as number) || a - b,
  );
  const last = order.filter((place, i) => steps[order[i + 1] as number] !== steps[place]);
  return {
    steps: Int32Array.from(last, (place) => steps[place] as number),
    values: Float64Array.from(last, (place) => values[place] as number),
  };
}

function isRising(steps: Int32Array): boolean {
  for (let i = 1; i < steps.length; i++) if ((steps[i] as number) <= (steps[i - 1] as number)) return false;
  return true;
}
