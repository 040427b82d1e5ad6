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

/** The model that a head takes features of, and the step that computes these. */
interface Features {
  readonly model: AdviseTask['models'][number];
  readonly step: Step;
}

/**
 * All heads as options that were not tried, and the steps that try them, each of which replaces its option. Heads on models are
 * tried first, unless the texts are foreign: where time is short they are what is mostly recommended.
 */
export async function stepsOf(question: Question): Promise<{ options: ProbedOption[]; steps: Step[] }> {
  const { task, pack, blobs, seen, support, isForeign } = question;
  const arms = headArms[pack.manifest.modality];
  const options: ProbedOption[] = [];
  /** Adds an arm to the options. Returns the step that tries it, or none where nothing can be held out. */
  const probe = (arm: HeadArm, costs: SourceCosts, source: () => Source, on?: Features): Step[] => {
    const index = options.length;
    const { plans, labels, ways } = support;
    const title = on ? `${titleOf(arm)} · ${on.model.name}` : titleOf(arm);
    const named = { title, modelId: on?.model.id ?? null };
    options.push(optionOf(arm, named, costs, support));
    if (!plans) return [];
    const { method } = arm.candidate;
    const size = { examples: labels.length, columns: costs.columns, ways };
    const step: Step = {
      title,
      seconds: probeSeconds(method, size, plans),
      ...(on ? { needs: on.step } : {}),
      async *work() {
        const hits = yield* probing(source().features, arm.candidate, plans);
        options[index] = { ...optionOf(arm, named, source(), support), hits };
      },
    };
    return [step];
  };
  const plain = plainSource(pack, seen);
  const onExamples = arms
    .filter(({ source }) => source === 'PLAIN')
    .flatMap((arm) => probe(arm, plain, () => plain));
  const version = { pack, hash: task.packHash };
  const featureArms = arms.filter(({ source }) => source === 'FEATURES');
  const onFeatures: Step[] = [];
  for (const model of featureArms.length > 0 ? task.models : []) {
    const parent = await readModel(blobs, model.hash);
    const { costs, seconds } = domainErrorsOf(() => expectedSource(task.blobDir, version, seen, parent));
    let source: Source | undefined;
    const step: Step = {
      title: `Features of ${model.name}`,
      seconds,
      async *work() {
        const making = modelSource(task.blobDir, version, seen, parent);
        let next = domainErrorsOf(() => making.next());
        while (!next.done) {
          yield `Features of ${model.name}: ${next.value.done} of ${next.value.total} examples`;
          next = domainErrorsOf(() => making.next());
        }
        source = next.value;
      },
    };
    const probes = featureArms.flatMap((arm) => probe(arm, costs, () => source as Source, { model, step }));
    if (probes.length > 0) onFeatures.push(step, ...probes);
  }
  return { options, steps: isForeign ? [...onExamples, ...onFeatures] : [...onFeatures, ...onExamples] };
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
