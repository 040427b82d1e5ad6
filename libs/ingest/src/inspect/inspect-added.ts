import type { ImportPlan } from '@kshot/domain';
import { type NewExample, packInputs } from '../inputs/pack-inputs.js';
import type { RawInput } from '../inputs/raw-input.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import { quoteNames, shortened } from '../names/quote-names.js';
import { unreadExamples } from '../names/unread-examples.js';
import { copiesOfKnown } from '../pack/copies-of-known.js';
import { oddClassNames } from '../pack/odd-class-names.js';
import { tinyThumbnail } from '../pictures/thumbnail.js';
import { orNull } from '../refusals/or-null.js';
import { type AddedFile, type AddedTo, openAdded } from '../rows/open-added.js';
import { LOOK_ROWS } from './inspect-table.js';
import { noFormat } from './planned-format.js';
import { spread } from './spread.js';
import { tally } from './tally.js';

/** Bytes of pictures that are decoded for a look: about a second. */
const LOOK_BYTES = 16 << 20;

/** How the examples of a file would be added to a version: how many to which class, and which of the first ones cannot be read or are there already, by the keys of the version's examples. Throws DomainError where the file is not of the version's kind. */
export async function inspectAdded(
  file: string,
  added: AddedFile,
  to: AddedTo,
  known: Iterable<number | null>,
): Promise<ImportPlan> {
  const rows = await openAdded(file, added, to);
  try {
    const all: NewExample[] = [];
    let share = 0;
    for await (const batch of rows.batches) {
      all.push(...batch.examples);
      share = batch.read;
      if (all.length >= LOOK_ROWS) break;
    }
    const looked = await readSome(all);
    const { kept, problems, keys } = await packInputs(to, looked, () => undefined);
    const examples = [...kept, ...all.slice(looked.length)];
    const labelled = examples.filter(({ className }) => className !== null);
    const unlabelled = examples.filter(({ className }) => className === null);
    const classes = tally(labelled.map(({ className }) => className as string));
    const fresh = classes.map(({ name }) => name).filter((name) => !to.classes.includes(name));
    const unread = unreadExamples(problems);
    return {
      kind: added.fileName,
      modality: to.modality,
      header: null,
      ...noFormat,
      columns: [],
      classes: classes.slice(0, 100),
      classCount: classes.length,
      parts: [],
      exampleCount: labelled.length,
      unlabelledCount: unlabelled.length,
      sampled: share < 1,
      examples: await Promise.all(spread(labelled, ({ className }) => className as string).map(shown)),
      findings: [
        ...(rows.labelColumn === null
          ? []
          : [`The classes are read from the column "${shortened(rows.labelColumn)}".`]),
        ...rows.notes,
        ...(examples.length > 0 ? unread : []),
        ...(looked.length < all.length
          ? [
              `The first ${looked.length} examples were read in full; the others are read when they are added.`,
            ]
          : []),
        ...newClasses(fresh),
        ...copiesOfKnown(
          kept.map(({ name }) => name),
          keys,
          known,
        ),
        ...keptUnlabelled(
          unlabelled.map(({ name }) => name),
          'neither the file nor its folder names one',
          ['example', 'examples'],
        ),
        ...oddClassNames([...new Set([...to.classes, ...fresh])]),
      ],
      problem:
        examples.length > 0
          ? null
          : {
              code: 'DATA_EMPTY',
              message: [
                'The file holds no examples that can be read.',
                ...unread,
                'Choose another one.',
              ].join(' '),
            },
    };
  } finally {
    await rows.close();
  }
}

/** The first examples with their content, up to a sum of bytes. */
async function readSome(examples: readonly NewExample[]): Promise<NewExample[]> {
  const some: NewExample[] = [];
  let bytes = 0;
  for (const example of examples) {
    if (bytes > LOOK_BYTES) break;
    const once = example.read();
    some.push({ ...example, read: () => once });
    const input = await orNull(() => once);
    if (input && 'image' in input) bytes += input.image.length;
  }
  return some;
}

const newClasses = (fresh: readonly string[]): string[] =>
  fresh.length === 0
    ? []
    : [
        `${fresh.length} ${fresh.length === 1 ? 'class is' : 'classes are'} new: ${quoteNames(fresh)}. If ${fresh.length === 1 ? 'it is' : 'they are'} not meant, name one class for all examples.`,
      ];

async function shown({ name, className, read }: NewExample): Promise<ImportPlan['examples'][number]> {
  const input = await orNull(read);
  return {
    name,
    className,
    part: null,
    text:
      input === null || 'image' in input ? null : 'text' in input ? input.text.slice(0, 300) : rowText(input),
    image: input !== null && 'image' in input ? await orNull(() => tinyThumbnail(input.image)) : null,
  };
}

const rowText = ({ row }: Extract<RawInput, { row: unknown }>): string =>
  row
    .slice(0, 8)
    .map(({ column, value }) => `${column}: ${(value ?? '').trim().slice(0, 40)}`)
    .join(', ');
