import { type MapPoint, type Pack, rawExamples, type StoredMap } from '@kshot/domain';
import {
  backboneOf,
  buildSubModel,
  type Classifier,
  type ClassRows,
  derivedSeed,
  type EpisodeSet,
  encodeExamples,
  featureExtractor,
  featureMap,
  type Matrix,
  type MetaModel,
  matrix,
  rowsOf,
  shownRows,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';

const SHOWN = 33;
/** Examples that an episode is cut to where it has many classes. */
const MOST = 300;

/** A map of some of the test examples, with the features of the version where these are at hand. */
export function testMap(
  pack: Pack,
  model: Classifier,
  test: { readonly labels: Int32Array; readonly rows: Int32Array; readonly seed: number },
  features?: Matrix,
): StoredMap | null {
  const rows = shownRows(test.labels, test.rows, model.classes.length, derivedSeed(test.seed, SHOWN));
  if (rows.length < 2) return null;
  const roles = Array.from(rows, (): MapPoint['role'] => 'TEST');
  const known = features && rowsOf(features, rows);
  return mapOf(pack, model, rows, roles, Int32Array.from(model.classes.keys()), known);
}

/** The first episode of a set, answered by the sub-model that its support makes; `classes` are those it was drawn from. */
export function episodeMap(
  pack: Pack,
  model: MetaModel,
  set: EpisodeSet,
  classes: readonly ClassRows[],
): StoredMap | null {
  const { ways, shots, queries } = set;
  const [episode] = set.episodes;
  if (!episode) return null;
  const names = pack.manifest.classes.map(({ name }) => name);
  const drawn = Array.from(episode.classes, (k) => names.indexOf((classes[k] as ClassRows).name));
  const labels = Int32Array.from(episode.support, (_, i) => Math.floor(i / shots));
  const x = encodeExamples(model.input, rawExamples(pack), episode.support);
  const support = { x, labels, classes: drawn.map((k) => names[k] as string) };
  const kept = Math.min(queries, Math.max(1, Math.floor(MOST / ways) - shots));
  const asked = Int32Array.from({ length: ways * kept }, (_, i) => {
    const way = Math.floor(i / kept);
    return episode.query[way * queries + (i % kept)] as number;
  });
  const rows = Int32Array.from([...episode.support, ...asked]);
  const roles = Array.from(rows, (_, i) => (i < episode.support.length ? 'SUPPORT' : 'QUERY'));
  return mapOf(pack, buildSubModel(engine(), model, support), rows, roles, Int32Array.from(drawn));
}

/** `classes` are the places in the version of the model's classes. */
function mapOf(
  pack: Pack,
  model: Classifier,
  rows: Int32Array,
  roles: readonly MapPoint['role'][],
  classes: Int32Array,
  known?: Matrix,
): StoredMap {
  const { points, explained, predicted } = featureMap(
    engine(),
    model,
    known ?? featuresOf(pack, model, rows),
  );
  return {
    explained,
    points: Array.from(rows, (index, i) => ({
      index,
      role: roles[i] as MapPoint['role'],
      x: rounded(points.values[2 * i] as number),
      y: rounded(points.values[2 * i + 1] as number),
      predicted: roles[i] === 'SUPPORT' ? null : (classes[predicted[i] as number] as number),
    })),
  };
}

/** As fine as a page can draw. */
const rounded = (value: number): number => Number(value.toPrecision(6));

function featuresOf(pack: Pack, model: Classifier, rows: Int32Array): Matrix {
  const extractor = featureExtractor(engine(), backboneOf(model));
  try {
    const { shape, values } = extractor.features(rawExamples(pack), rows);
    return matrix(rows.length, shape[1] as number, values);
  } finally {
    extractor.dispose();
  }
}
