import { type EpisodeSet, evaluateEpisodes, type MetaModel, type Packed, withoutPoses } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { percent } from '../frame/figures.js';

/** What a row says beside its figures. */
export interface Described {
  readonly data: string;
  readonly split: string;
  readonly method?: string;
  /** The accuracy to reach. */
  readonly target?: number;
  readonly extra?: Readonly<Record<string, number>>;
}

const isPosed = ({ network }: MetaModel): boolean => network.layers.some(({ kind }) => kind === 'poses');

/** The model, and where it sees a picture in eight poses, the same weights that see it in one. */
export const poseVariants = (model: MetaModel): MetaModel[] =>
  isPosed(model) ? [model, { ...model, network: withoutPoses(model.network) }] : [model];

/** Method, filters, size and poses of a meta-model. */
export function architecture(model: MetaModel): string {
  const { inputShape, layers } = model.network;
  const filters = layers.flatMap((layer) => (layer.kind === 'conv2d' ? [layer.filters] : []));
  const poses = isPosed(model) ? ', eight poses' : '';
  return `${model.settings.method} ${filters.join('-')} ${inputShape.slice(0, 2).join('x')}${poses}`;
}

/** Scores a model on an episode set and prints one row, as text or as one JSON line. */
export function report(
  { data, split, target, extra = {}, ...named }: Described,
  model: MetaModel,
  x: Packed,
  set: EpisodeSet,
  json: boolean,
) {
  const { method = architecture(model) } = named;
  const started = performance.now();
  const { mean, halfWidth, transductive } = evaluateEpisodes(engine(), model, x, set);
  const seconds = (performance.now() - started) / 1000;
  const { ways, shots, queries, episodes, hash } = set;
  if (json) {
    const row = { data, split, method, way: ways, shot: shots, queries, episodes: episodes.length };
    const found = { mean, ci95: halfWidth, seconds, transductive, target, hash, ...extra };
    return console.log(JSON.stringify({ ...row, ...found }));
  }
  const verdict =
    target === undefined ? '' : `, target ${percent(target, 2)} ${mean >= target ? 'met' : 'MISSED'}`;
  console.log(
    `${method}, ${data}, ${split}: ${ways}-way ${shots}-shot ${percent(mean, 2)} ± ${percent(halfWidth, 2)} % (${episodes.length} episodes, ${hash}, ${seconds.toFixed(1)} s${verdict})`,
  );
}
