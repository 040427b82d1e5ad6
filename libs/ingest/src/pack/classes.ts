import { DomainError, type ImportRequest, limits, type PackClass } from '@kshot/domain';

export interface Classed {
  readonly className: string;
  /** Makes the name unique: Latin/a. */
  readonly group: string | null;
}

/** Class names in order and the class of each example. Throws DATA_EMPTY, DATA_ONE_CLASS with what was left out. */
export function classesOf(
  examples: readonly Classed[],
  leftOut: readonly string[],
  request: Pick<ImportRequest, 'unlabelled'>,
): { classes: PackClass[]; labels: Int32Array } {
  const full = examples.map(fullName);
  const names = [...new Set(full)].sort(
    (a, b) => a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1),
  );
  assertTwo(names, leftOut, request);
  assertNotMany(names);
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

export const fullName = ({ className, group }: Classed): string =>
  group === null ? className : `${group}/${className}`;

/** Throws where fewer than two classes are left, unless classes are given by hand later, with every reason why examples were left out. */
export function assertTwo(
  names: readonly string[],
  leftOut: readonly string[],
  { unlabelled }: Pick<ImportRequest, 'unlabelled'>,
): void {
  if (names.length > 1 || unlabelled) return;
  const why = leftOut.length > 0 ? ` ${leftOut.join(' ')}` : '';
  if (names.length === 0)
    throw new DomainError(
      'DATA_EMPTY',
      `The file holds no labelled examples. Put at least two classes with examples into it.${why}`,
    );
  throw new DomainError(
    'DATA_ONE_CLASS',
    `All examples are of the class ${names[0]}. Add another class: give each a folder of its own, or a label in each row.${why}`,
  );
}

export function assertNotMany({ length }: readonly string[]): void {
  if (length <= limits.classes) return;
  throw new DomainError(
    'DATA_TOO_LARGE',
    `There are ${length} classes; at most ${limits.classes} are taken. Name another column as the class, or join classes.`,
  );
}
