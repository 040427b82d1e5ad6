import { leaveOneOut, rowOf, type SupportShare, supportShares } from '@kshot/fewshot';
import { type Blobs, readModel, readSupport } from '@kshot/store';
import type { Question } from './protocol.js';
import { featuresOf } from './support-of.js';

/** For each input the support examples that the answer rests on. */
export async function provenance(
  blobs: Blobs,
  { modelHash, supportHash, inputs }: Extract<Question, { kind: 'provenance' }>,
): Promise<SupportShare[][]> {
  const { manifest, weights } = await readModel(blobs, modelHash);
  const { rule, classes, features, labels } = await readSupport(blobs, supportHash);
  const queries = await featuresOf(manifest, weights, inputs);
  const left = leaveOneOut(rule!, { features, labels, ways: classes.length });
  return inputs.map((_, i) => supportShares(left, labels.length, rowOf(queries, i)));
}
