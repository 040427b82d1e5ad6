export type Confusion = { classes: string[]; counts: number[][] };

export type Mistake = { actual: string; predicted: string; count: number; ofClass: number };

/** The pairs most often confused, the most frequent first; `ofClass` is how many examples the actual class has. */
export function mistakes({ classes, counts }: Confusion, limit: number): Mistake[] {
  const found: Mistake[] = [];
  counts.forEach((row, actual) => {
    const ofClass = row.reduce((sum, count) => sum + count, 0);
    row.forEach((count, predicted) => {
      if (count === 0 || actual === predicted) return;
      found.push({ actual: classes[actual] ?? '', predicted: classes[predicted] ?? '', count, ofClass });
    });
  });
  return found.sort((a, b) => b.count - a.count || b.count / b.ofClass - a.count / a.ofClass).slice(0, limit);
}
