import { evaluateEpisodes, withoutPoses } from '@kshot/fewshot';
import { engine } from '@kshot/native';

const percent = (value) => (100 * value).toFixed(2);

const isPosed = ({ network }) => network.layers.some(({ kind }) => kind === 'poses');

/** The model, and where it sees a picture in eight poses, the same weights that see it in one. */
export const poseVariants = (model) =>
  isPosed(model) ? [model, { ...model, network: withoutPoses(model.network) }] : [model];

/** Method, filters, size and poses of a meta-model. */
export function architecture(model) {
  const { inputShape, layers } = model.network;
  const filters = layers.flatMap((layer) => (layer.kind === 'conv2d' ? [layer.filters] : []));
  const poses = isPosed(model) ? ', eight poses' : '';
  return `${model.settings.method} ${filters.join('-')} ${inputShape.slice(0, 2).join('x')}${poses}`;
}

/** Scores a model on an episode set and prints one row, as text or as one JSON line. */
export function report({ data, split, target, extra = {}, ...named }, model, x, set, json) {
  const { method = architecture(model) } = named;
  const started = performance.now();
  const { mean, halfWidth, transductive } = evaluateEpisodes(engine(), model, x, set);
  const seconds = (performance.now() - started) / 1000;
  const { ways, shots, episodes, hash } = set;
  const row = {
    data,
    split,
    method,
    way: ways,
    shot: shots,
    queries: set.queries,
    episodes: episodes.length,
  };
  const found = { mean, ci95: halfWidth, seconds, transductive, target, hash, ...extra };
  if (json) console.log(JSON.stringify({ ...row, ...found }));
  else {
    const verdict =
      target === undefined
        ? ''
        : mean >= target
          ? `, target ${percent(target)} met`
          : `, target ${percent(target)} MISSED`;
    console.log(
      `${method}, ${data}, ${split}: ${ways}-way ${shots}-shot ${percent(mean)} ± ${percent(halfWidth)} % (${episodes.length} episodes, ${hash}, ${seconds.toFixed(1)} s${verdict})`,
    );
  }
  return mean;
}
