import { DomainError, isId } from '@kshot/domain';
import { labelOrder } from '@kshot/fewshot';
import { findRows, getRow, readyVersion } from '@kshot/store';
import type { Context } from '../context.js';
import { presentExample } from '../example/example.type.js';
import { nameFor } from '../schema/name-for.js';
import { stillThere } from '../schema/still-there.js';
import { bad } from '../version-edit/bad.js';
import { featuresFor } from './features-for.js';
import { type LabelAnswer, LabellingStep } from './labelling.type.js';

const MOST_SHOWN = 20;
/** Answers that the next examples should be unlike. */
const RECENT = 20;

/** Fits the quick head to all labels and to the answers so far, and says what to label next. Keeps nothing: answers are saved by an edit. */
export async function labellingStep(
  context: Context,
  id: string,
  answers: readonly LabelAnswer[],
  first: number,
): Promise<LabellingStep> {
  const { store } = context;
  const row = await getRow(store, 'labelling', id);
  if (row.status !== 'DONE' || row.featuresHash === null)
    throw new DomainError('CONFLICT', `The labelling is ${row.status.toLowerCase()}. Wait until it is done.`);
  if (!(first >= 1 && first <= MOST_SHOWN)) throw bad(`\`first\` must be from 1 to ${MOST_SHOWN}.`);
  const version = await readyVersion(store, row.versionId);
  const { manifest } = version;
  const known = await featuresFor(context, row.featuresHash, version.hash);
  for (const { class: name } of answers) nameFor('class', name);
  const indices = await answeredIndices(context, version.id, answers);
  const names = [
    ...new Set([...manifest.classes.map(({ name }) => name), ...answers.map((one) => one.class)]),
  ];
  const numbers = new Map(names.map((name, k) => [name, k]));
  const places = answers.flatMap(({ class: name }, i) => {
    const place = known.placeOf.get(indices[i] as number);
    return place === undefined ? [] : [{ place, label: numbers.get(name) as number }];
  });
  const answered = new Set(places.map(({ place }) => place));
  const fit = {
    rows: [...Array.from(known.fit.rows), ...places.map(({ place }) => place)],
    labels: [...Array.from(known.fit.labels), ...places.map(({ label }) => label)],
  };
  const order = labelOrder(
    known.space,
    fit,
    known.heldOut,
    known.unlabelled.filter((place) => !answered.has(place)),
    { classes: names.length, recent: places.slice(-RECENT).map(({ place }) => place), count: first },
  );
  const examples = await findRows(store, 'example', {
    versionId: version.id,
    index: order.next.map((one) => known.rows[one.row] as number),
  });
  const byIndex = new Map(examples.map((example) => [example.index, example]));
  return Object.assign(new LabellingStep(), {
    accuracy: order.accuracy,
    testedCount: known.heldOut.rows.length,
    certainty: order.certainty,
    leftCount: (manifest.unlabelled ?? 0) - answers.length,
    next: order.next.map(({ row: place, probabilities }) => ({
      example: presentExample(stillThere(byIndex.get(known.rows[place] as number))),
      probabilities: [...probabilities]
        .map((probability, k) => ({ class: names[k] as string, probability }))
        .sort((a, b) => b.probability - a.probability)
        .slice(0, 10),
    })),
  });
}

/** Indices of the answered examples. Throws BAD_INPUT where one is not an unlabelled example of the version. */
async function answeredIndices(
  { store }: Context,
  versionId: string,
  answers: readonly LabelAnswer[],
): Promise<number[]> {
  const ids = answers.map(({ exampleId }) => exampleId);
  if (new Set(ids).size < ids.length) throw bad('An example is answered twice. Send its last answer only.');
  const examples = await findRows(store, 'example', { versionId, classIndex: null, id: ids.filter(isId) });
  const index = new Map(examples.map((example) => [example.id, example.index]));
  const stray = ids.find((id) => !index.has(id));
  if (stray !== undefined) throw bad(`The version has no unlabelled example with the id ${stray}.`);
  return ids.map((id) => index.get(id) as number);
}
