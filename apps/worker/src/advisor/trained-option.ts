import { type Pack, peakMemory, rawExamples } from '@kshot/domain';
import {
  inputSpec,
  networkFor,
  networkSeconds,
  parameterCount,
  pretrainOptions,
  readSettings,
  TRAINED_KIND,
  trainedSettings,
} from '@kshot/fewshot';
import type { ProbedOption } from './probed-option.js';

/** A network trained from nothing: it is not tried, because one training takes as long as all other probes. */
export function trainedOption(pack: Pack, seen: Int32Array): ProbedOption {
  const raw = rawExamples(pack);
  const batchSize = Math.min(32, seen.length);
  const options = { ...trainedSettings[raw.modality], batchSize };
  const { settings } = readSettings(pretrainOptions, options);
  const network = networkFor(inputSpec(raw, seen, settings), pack.manifest.classes.length, settings);
  const steps = Math.ceil(seen.length / batchSize) * settings.epochs;
  const passes = seen.length * settings.epochs;
  const parameters = parameterCount(network);
  return {
    kind: TRAINED_KIND,
    technique: 'PRETRAIN',
    method: settings.network,
    title: settings.network === 'CONV4' ? 'Convolutions from nothing' : 'Dense network from nothing',
    modelId: null,
    options,
    seconds: networkSeconds({ network, steps, passes, share: 3 }),
    memoryBytes: peakMemory() + 64 * parameters,
    storedBytes: 4 * parameters,
  };
}
