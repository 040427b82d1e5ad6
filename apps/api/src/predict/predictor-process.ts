import { fileURLToPath } from 'node:url';
import type { SupportShare } from '@kshot/fewshot';
import { answerLane } from './answer-lane.js';
import { answerLimits } from './answer-limits.js';
import type { BackendInfo, BuiltModel, NamedProbability, Question } from './protocol.js';

/** Models answer in processes of their own: the backend blocks while it computes, and a bad file may do worse. */
export interface PredictorProcess {
  predict(
    question: Extract<Question, { kind: 'predict' }>,
  ): Promise<readonly (readonly NamedProbability[])[]>;
  /** The support examples that each answer rests on. */
  provenance(
    question: Extract<Question, { kind: 'provenance' }>,
  ): Promise<readonly (readonly SupportShare[])[]>;
  calibrate(question: Extract<Question, { kind: 'calibrate' }>): Promise<Float64Array>;
  /** Makes a model and stores it. */
  build(question: Extract<Question, { kind: 'build' | 'foreign' }>): Promise<BuiltModel>;
  /** The path of a ZIP with the model as a SavedModel. */
  savedModel(modelHash: string): Promise<string>;
  backend(): Promise<BackendInfo>;
  close(): void;
}

const script = fileURLToPath(new URL('./predictor-child.js', import.meta.url));

/** Questions that should be answered at once have a process of their own; what may take long waits for another. */
export function predictorProcess(blobDir: string, limits = answerLimits): PredictorProcess {
  const quick = answerLane(script, blobDir, limits);
  const slow = answerLane(script, blobDir, limits);
  return {
    predict: (question) => quick.ask(question) as Promise<readonly (readonly NamedProbability[])[]>,
    provenance: (question) => quick.ask(question) as Promise<readonly (readonly SupportShare[])[]>,
    calibrate: (question) => slow.ask(question) as Promise<Float64Array>,
    build: (question) => slow.ask(question) as Promise<BuiltModel>,
    savedModel: (modelHash) => slow.ask({ kind: 'saved-model', modelHash }) as Promise<string>,
    backend: () => quick.backend,
    close() {
      quick.close();
      slow.close();
    },
  };
}
