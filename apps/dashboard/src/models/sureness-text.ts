type Judged = { layers: readonly { kind: string }[]; twoClasses: { threshold: number } | null };

/** What decides whether the model is sure enough to name a class. */
export function surenessText({ layers, twoClasses }: Judged): string {
  if (twoClasses && twoClasses.threshold !== 0.5)
    return 'How sure the model is depends on how far the probability is from the threshold.';
  const near = layers.some(({ kind }) => kind === 'nearness');
  return `How sure the model is depends on the score of the best class${near ? ' and on how close the picture is to those of known classes' : ''}.`;
}
