import { DomainError, limits, type PackClass } from '@kshot/domain';

/** Class names in order and the class of each example. A group makes the name unique: Latin/a. Throws DATA_EMPTY, DATA_ONE_CLASS. */
export function classesOf(examples: readonly { className: string; group: string | null }[]): {
  classes: PackClass[];
  labels: Int32Array;
} {
  if (examples.length === 0)
    throw new DomainError(
      'DATA_EMPTY',
      'The file holds no examples. Put at least two classes with examples into it.',
    );
  const full = examples.map(({ className, group }) => (group === null ? className : `${group}/${className}`));
  const names = [...new Set(full)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (names.length === 1) {
    throw new DomainError(
      'DATA_ONE_CLASS',
      `All examples are of the class ${names[0]}. Add examples of at least one other class.`,
    );
  }
  if (names.length > limits.classes)
    throw new DomainError(
      'DATA_TOO_LARGE',
      `There are ${names.length} classes; at most ${limits.classes} are taken.`,
    );
  const index = new Map(names.map((name, k) => [name, k]));
  const labels = Int32Array.from(full, (name) => index.get(name) as number);
  const classes = names.map((name): PackClass => ({ name, group: null, count: 0 }));
  examples.forEach(({ group }, i) => {
    const entry = classes[labels[i] as number] as PackClass;
    entry.group = group;
    entry.count++;
  });
  return { classes, labels };
}
