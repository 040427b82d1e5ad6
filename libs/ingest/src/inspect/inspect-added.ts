import type { ImportPlan } from '@kshot/domain';
import type { NewExample } from '../inputs/pack-inputs.js';
import type { RawInput } from '../inputs/raw-input.js';
import { keptUnlabelled } from '../names/kept-unlabelled.js';
import { quoteNames } from '../names/quote-names.js';
import { alikeClasses } from '../pack/alike-classes.js';
import { tinyThumbnail } from '../pictures/thumbnail.js';
import { type AddedFile, type AddedTo, openAdded } from '../rows/open-added.js';
import { LOOK_ROWS } from './inspect-table.js';
import { orNull } from './or-null.js';
import { spread } from './spread.js';
import { tally } from './tally.js';

/** How the examples of a file would be added to a version: how many to which class, without decoding them all. Throws DomainError where the file is not of the version's kind. */
export async function inspectAdded(file: string, added: AddedFile, to: AddedTo): Promise<ImportPlan> {
  const rows = await openAdded(file, added, to);
  try {
    const examples: NewExample[] = [];
    let read = 0;
    for await (const batch of rows.batches) {
      examples.push(...batch.examples);
      read = batch.read;
      if (examples.length >= LOOK_ROWS) break;
    }
    const labelled = examples.filter(({ className }) => className !== null);
    const unlabelled = examples.filter(({ className }) => className === null);
    const classes = tally(labelled.map(({ className }) => className as string));
    const fresh = classes.map(({ name }) => name).filter((name) => !to.classes.includes(name));
    return {
      kind: added.fileName,
      modality: to.modality,
      header: null,
      columns: [],
      classes: classes.slice(0, 100),
      classCount: classes.length,
      parts: [],
      exampleCount: labelled.length,
      unlabelledCount: unlabelled.length,
      sampled: read < 1,
      examples: await Promise.all(spread(labelled, ({ className }) => className as string).map(shown)),
      findings: [
        ...rows.notes,
        ...newClasses(fresh),
        ...keptUnlabelled(
          unlabelled.map(({ name }) => name),
          'neither the file nor its folder names one',
          ['example', 'examples'],
        ),
        ...alikeClasses([...new Set([...to.classes, ...fresh])]),
      ],
      problem:
        examples.length > 0
          ? null
          : { code: 'DATA_EMPTY', message: 'The file holds no examples. Choose another one.' },
    };
  } finally {
    await rows.close();
  }
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
