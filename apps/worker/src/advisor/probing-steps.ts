import { domainErrorsOf, type Pack } from '@kshot/domain';
import { type HeadArm, headArms, type ProbePlans, probeSeconds, probing } from '@kshot/fewshot';
import { type Blobs, readModel } from '@kshot/store';
import type { AdviseTask } from '../attempt/protocol.js';
import { headCosts, type ProbedOption } from './probed-option.js';
import { expectedSource, modelSource, plainSource, type Source, type SourceCosts } from './source.js';
import type { Step } from './take-steps.js';
import { titleOf } from './title-of.js';

interface Question {
  readonly task: AdviseTask;
  readonly blobs: Blobs;
  readonly pack: Pack;
  readonly seen: Int32Array;
  readonly support: Labels;
  /** Texts that no other data set is like: the encoders are not made for them. */
  readonly isForeign: boolean;
}

interface Labels {
  readonly labels: Int32Array;
  readonly ways: number;
  /** Undefined where nothing can be held out: then no step is taken. */
  readonly plans: ProbePlans | undefined;
}

type Model = AdviseTask['models'][number];

/**
 * All heads as options that were not tried, and the steps that try them, each of which replaces its option. Heads on models are
 * tried first, unless the texts are foreign: where time is short they are what is mostly recommended.
 */
export async function stepsOf(question: Question): Promise<{ options: ProbedOption[]; steps: Step[] }> {
  const { task, pack, blobs, seen, support, isForeign } = question;
  const arms = headArms[pack.manifest.modality];
  const options: ProbedOption[] = [];
  const steps: Step[] = [];
  const add = (arm: HeadArm, costs: SourceCosts, source: () => Source, model?: Model, needs?: Step) => {
    const index = options.length;
    const title = model ? `${titleOf(arm)} · ${model.name}` : titleOf(arm);
    const modelId = model?.id ?? null;
    options.push(optionOf(arm, { title, modelId }, costs, support));
    const { plans, labels, ways } = support;
    if (!plans) return;
    steps.push({
      title,
      seconds: probeSeconds(
        arm.candidate.method,
        { examples: labels.length, columns: costs.columns, ways },
        plans,
      ),
      ...(needs ? { needs } : {}),
      async *work() {
        const hits = yield* probing(source().features, arm.candidate, plans);
        options[index] = { ...optionOf(arm, { title, modelId }, source(), support), hits };
      },
    });
  };
  const plain = plainSource(pack, seen);
  for (const arm of arms.filter(({ source }) => source === 'PLAIN')) add(arm, plain, () => plain);
  const plainSteps = steps.splice(0);
  const onFeatures = arms.filter(({ source }) => source === 'FEATURES');
  for (const model of onFeatures.length > 0 ? task.models : []) {
    let source: Source | undefined;
    const parent = await readModel(blobs, model.hash);
    const version = { pack, hash: task.packHash };
    const { costs, seconds } = domainErrorsOf(() => expectedSource(task.blobDir, version, seen, parent));
    const features: Step = {
      title: `Features of ${model.name}`,
      seconds,
      async *work() {
        const making = modelSource(task.blobDir, version, seen, await readModel(blobs, model.hash));
        let next = domainErrorsOf(() => making.next());
        while (!next.done) {
          yield `Features of ${model.name}: ${next.value.done} of ${next.value.total} examples`;
          next = domainErrorsOf(() => making.next());
        }
        source = next.value;
      },
    };
    if (support.plans) steps.push(features);
    for (const arm of onFeatures) add(arm, costs, () => source as Source, model, features);
  }
  return { options, steps: isForeign ? [...plainSteps, ...steps] : [...steps, ...plainSteps] };
}

function optionOf(
  { kind, candidate }: HeadArm,
  named: Pick<ProbedOption, 'title' | 'modelId'>,
  source: SourceCosts,
  support: Labels,
): ProbedOption {
  const { name: _, ...options } = candidate;
  return {
    kind,
    technique: 'TRANSFER',
    method: options.method,
    ...named,
    options: { ...options },
    ...headCosts(candidate, source, support),
  };
}
