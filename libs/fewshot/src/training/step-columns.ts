/** Values by metric: [step, value] pairs as columns. */
export type Columns = Record<string, { steps: number[]; values: number[] }>;

/** What the updates after the first `done` gave, [updates] by metric. The first update is step 1. */
export const perStep = (done: number, taken: Readonly<Record<string, Float32Array>>): Columns =>
  Object.fromEntries(
    Object.entries(taken).map(([name, values]) => [
      name,
      { steps: Array.from(values, (_, i) => done + i + 1), values: [...values] },
    ]),
  );

/** What is known once a step was taken, by metric. */
export const atStep = (step: number, values: Readonly<Record<string, number>>): Columns =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { steps: [step], values: [value] }]),
  );

/** A loss that is no number any more never recovers: better to say so at once. */
export class Diverged extends Error {}

/** Throws Diverged naming the step where the loss is no number. */
export function assertFinite({ loss }: Columns): void {
  const at = loss?.values.findIndex((value) => !Number.isFinite(value)) ?? -1;
  if (at >= 0)
    throw new Diverged(
      `The loss stopped being a number at step ${loss?.steps[at]}. Use a smaller learning rate or clip the gradient.`,
    );
}
