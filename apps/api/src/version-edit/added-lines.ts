import type { AddedLine, PackManifest } from '@kshot/domain';
import { cleanName, packInputs, type RawInput } from '@kshot/ingest';
import type { Context } from '../context.js';
import { rawInput } from '../predict/predict.js';
import { bad } from './bad.js';
import type { AddExamplesInput } from './edit-version.input.js';

const MOST = 1000;

/** New examples, checked to be of the kind of the version. Throws BAD_INPUT. */
export async function addedLines(
  context: Context,
  manifest: PackManifest,
  add: readonly AddExamplesInput[],
  assertClass: (name: string) => string,
): Promise<AddedLine[]> {
  const all = add.flatMap(({ class: name, examples }) => {
    if (examples.length === 0)
      throw bad(`No examples are given for class "${name}". Add one, or leave it out.`);
    return examples.map((example) => ({ className: assertClass(name), example }));
  });
  if (all.length > MOST)
    throw bad(
      `At most ${MOST} examples are accepted in one request. Send the others as a file, by addFiles.`,
    );
  const read = await Promise.all(
    all.map(async ({ className, example }, i) => {
      const raw = await rawInput(context, example, manifest.modality, 'data set');
      return { className, name: nameOf(raw, i), raw };
    }),
  );
  const examples = read.map(({ raw, ...named }) => ({ ...named, read: async () => raw }));
  const [problem] = (await packInputs(manifest, examples, () => undefined)).problems;
  if (problem) throw bad(`Example "${problem.name}" cannot be added: ${problem.why}`);
  return read.map(({ raw, ...named }) => ({ ...named, ...lineOf(raw) }));
}

const nameOf = (raw: RawInput, i: number): string =>
  ('text' in raw && cleanName(raw.text.slice(0, 200))) || `added ${i + 1}`;

const lineOf = (raw: RawInput): Pick<AddedLine, 'image' | 'text' | 'row'> =>
  'image' in raw ? { image: Buffer.from(raw.image).toString('base64') } : raw;
