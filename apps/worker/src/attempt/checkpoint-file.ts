import { decodeArrays, encodeArrays } from '@kshot/domain';
import type { FitState, Packed, Snapshot } from '@kshot/fewshot';
import type { Blobs } from '@kshot/store';

interface Described extends Pick<FitState, 'stepsBefore'> {
  readonly step: number;
  readonly best: Omit<FitState['best'], 'snapshot'> & { readonly step?: number };
}

/** Stores where a fit stands; gives the blob's hash. */
export async function writeCheckpoint(blobs: Blobs, { snapshot, best, ...stage }: FitState): Promise<string> {
  const { snapshot: kept, ...plain } = best;
  const described: Described = {
    ...stage,
    step: snapshot.step,
    best: kept ? { ...plain, step: kept.step } : plain,
  };
  const arrays = { ...prefixed('now:', snapshot.arrays), ...prefixed('best:', kept?.arrays ?? {}) };
  const { hash } = await blobs.write(encodeArrays({ metadata: { fit: JSON.stringify(described) }, arrays }));
  return hash;
}

export async function readCheckpoint(blobs: Blobs, hash: string): Promise<FitState> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const { step, best, ...stage } = JSON.parse(metadata.fit ?? 'null') as Described;
  const { step: bestStep, ...plain } = best;
  const kept: { snapshot?: Snapshot } =
    bestStep === undefined ? {} : { snapshot: { step: bestStep, arrays: without('best:', arrays) } };
  // An infinite loss is null in JSON.
  return {
    ...stage,
    snapshot: { step, arrays: without('now:', arrays) },
    best: { ...plain, loss: plain.loss ?? Number.POSITIVE_INFINITY, ...kept },
  };
}

type Arrays = Readonly<Record<string, Packed>>;
const prefixed = (prefix: string, arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [prefix + name, array]));
const without = (prefix: string, arrays: Arrays): Arrays =>
  Object.fromEntries(
    Object.entries(arrays).flatMap(([name, array]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), array]] : [],
    ),
  );
