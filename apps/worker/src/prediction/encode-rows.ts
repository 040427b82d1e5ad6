import { DomainError, type ModelManifest } from '@kshot/domain';
import type { Packed } from '@kshot/fewshot';
import { encodeInputs, type InputRow, type RawInput, tinyThumbnail } from '@kshot/ingest';

/** Rows as the network takes them: those that can be read one after another, and of each row why it cannot. */
export interface EncodedRows {
  readonly x: Packed | null;
  readonly problems: readonly (string | null)[];
  /** What was read of each row; null where nothing could be. */
  readonly inputs: readonly (RawInput | null)[];
  /** Small pictures as data URLs; of pictures. */
  readonly thumbnails: readonly (string | null)[];
}

export async function encodeRows(manifest: ModelManifest, rows: readonly InputRow[]): Promise<EncodedRows> {
  const read = await Promise.all(rows.map((row) => orProblem(() => row.read())));
  const inputs = read.flatMap((one) => ('value' in one ? [one.value] : []));
  if (inputs.length === 0)
    return {
      x: null,
      problems: read.map(problemIn),
      inputs: read.map(() => null),
      thumbnails: read.map(() => null),
    };
  const [together, thumbnails] = await Promise.all([
    orProblem(() => encodeInputs(manifest, inputs)),
    Promise.all(read.map(thumbnailIn)),
  ]);
  const seen = { thumbnails, inputs: read.map((one) => ('value' in one ? one.value : null)) };
  if ('value' in together) return { x: together.value, problems: read.map(problemIn), ...seen };
  // Some row is at fault: each alone says which.
  const alone = await Promise.all(
    read.map((one) => ('value' in one ? orProblem(() => encodeOne(manifest, one.value)) : one)),
  );
  const encoded = alone.flatMap((one) => ('value' in one ? [one.value] : []));
  return { x: joined(encoded), problems: alone.map(problemIn), ...seen };
}

type Outcome<T> = { readonly value: T } | { readonly problem: string };

const problemIn = (one: Outcome<unknown>): string | null => ('problem' in one ? one.problem : null);

async function thumbnailIn(one: Outcome<RawInput>): Promise<string | null> {
  if ('problem' in one || !('image' in one.value)) return null;
  const { image } = one.value;
  const made = await orProblem(() => tinyThumbnail(image));
  return 'value' in made ? made.value : null;
}

const encodeOne = (manifest: ModelManifest, input: RawInput): Promise<Packed> =>
  encodeInputs(manifest, [input], () => 'The picture');

/** What the row itself is to blame for; anything else ends the task. */
async function orProblem<T>(make: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await make() };
  } catch (error) {
    if (error instanceof DomainError) return { problem: error.message };
    throw error;
  }
}

function joined(pieces: readonly Packed[]): Packed | null {
  const [first] = pieces;
  if (!first) return null;
  const each = first.values.length;
  const values = new Float32Array(each * pieces.length);
  for (const [i, piece] of pieces.entries()) values.set(piece.values, i * each);
  return { shape: [pieces.length, ...first.shape.slice(1)], values };
}
