import { episodeSet, evaluateEpisodes, metaMethods, rotatedClasses, rotatedPictures } from '@kshot/fewshot';
import { engine } from '@kshot/native';
import { percent } from '../frame/figures.js';
import { characters } from './characters.js';
import type { CharacterOptions } from './options.js';
import { trained } from './train.js';

const COMMON = { imageSize: 28, frame: 'INK', rotations: true, shots: 1, schedule: 'COSINE', seed: 1 };
const METRIC = {
  ...COMMON,
  filters: [64, 64, 64, 64],
  ways: 20,
  queries: 2,
  scope: 'GROUP',
  mirrors: true,
  augmentation: 'WARPS',
  learningRate: 0.003,
};
const ADAPTING = { ...COMMON, filters: [32, 32, 32, 32], ways: 5, queries: 5, metaBatch: 4, innerSteps: 1 };
const namesOf = (asked: string) => metaMethods.filter(({ kind }) => kind === asked).map(({ name }) => name);
const METHODS: readonly { readonly method: string; readonly backbone?: string }[] = [
  ...namesOf('METRIC').map((method) => ({ ...METRIC, method })),
  { ...METRIC, method: 'PROTONET', backbone: 'RESNET12_NARROW' },
  ...namesOf('ADAPTATION').map((method) => ({ ...ADAPTING, method })),
];
const SHAPE = { ways: 5, shots: 1, queries: 15, seed: 1, scope: 'ALL' } as const;

/** All methods of meta-learning on characters (or the one of `--set method=NAME`) after the same small number of updates each: what they reach and what they cost. */
export async function charactersMethods({
  steps = 1000,
  episodes,
  given,
  json,
}: CharacterOptions): Promise<void> {
  const data = await characters({});
  if (!data) return;
  for (const settings of METHODS.filter(({ method }) => !given.method || method === given.method)) {
    const asked = { ...settings, ...given };
    const { model, extra } = await trained(data.task, asked, { steps });
    const set = episodeSet(rotatedClasses(data.test, data.task.labels.length), { ...SHAPE, count: episodes });
    const x = rotatedPictures(data.encoded(model.input));
    const started = performance.now();
    const { mean, halfWidth } = evaluateEpisodes(engine(), model, x, set);
    const seconds = (performance.now() - started) / episodes;
    const parameters = Object.values(model.weights).reduce((sum, { values }) => sum + values.length, 0);
    const method = `${asked.method}${asked.backbone ? ` ${asked.backbone}` : ''}`;
    const trainingMinutes = extra.trainingSeconds / 60;
    const bytes = 4 * parameters;
    if (json) {
      const split = '5 unseen alphabets, rotated classes';
      const row = { data: 'images_background', split, method, way: SHAPE.ways, shot: SHAPE.shots, episodes };
      const found = {
        mean,
        ci95: halfWidth,
        seconds,
        steps: extra.steps,
        trainingMinutes,
        parameters,
        bytes,
      };
      console.log(JSON.stringify({ ...row, ...found }));
    } else
      console.log(
        `${method.padEnd(26)} ${percent(mean, 2)} ± ${percent(halfWidth, 2)} %, ${seconds.toFixed(1)} s per 1,000 episodes, trained ${trainingMinutes.toFixed(1)} min, ${parameters} numbers, ${(bytes / 1e6).toFixed(2)} MB`,
      );
  }
}
