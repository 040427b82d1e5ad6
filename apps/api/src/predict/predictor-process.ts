import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { SupportShare } from '@kshot/fewshot';
import { type AnswerLane, answerLane } from './answer-lane.js';
import { answerLimits } from './answer-limits.js';
import type { BackendInfo, BuiltModel, NamedAnswer, Question } from './protocol.js';

/** Models answer in processes of their own: the backend blocks while it computes, and a bad file may do worse. */
export interface PredictorProcess {
  predict(question: Extract<Question, { kind: 'predict' }>): Promise<readonly NamedAnswer[]>;
  /** The support examples that each answer rests on. */
  provenance(
    question: Extract<Question, { kind: 'provenance' }>,
  ): Promise<readonly (readonly SupportShare[])[]>;
  calibrate(question: Extract<Question, { kind: 'calibrate' }>): Promise<Float64Array>;
  /** Makes a model and stores it. */
  build(question: Extract<Question, { kind: 'build' | 'foreign' }>): Promise<BuiltModel>;
  /** Makes a model of one that is served, at once. */
  teach(question: Extract<Question, { kind: 'teach' }>): Promise<BuiltModel>;
  /** The path of a ZIP with the model as a SavedModel. */
  savedModel(modelHash: string): Promise<string>;
  backend(): Promise<BackendInfo>;
  close(): void;
}

const LOW_PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;
const script = fileURLToPath(new URL('./predictor-child.js', import.meta.url));

/** More examples than this are a large question. */
const FEW = 16;

/**
 * Questions that should be answered at once have a process of their own; large ones and what may take long wait for others.
 * Large questions go in pieces, between which those to other models have their turn.
 */
export function predictorProcess(blobDir: string, limits = answerLimits): PredictorProcess {
  const quick = answerLane(script, blobDir, limits);
  const slow = answerLane(script, blobDir, limits);
  let large: AnswerLane | undefined;
  const predictMany = async (question: Extract<Question, { kind: 'predict' }>) => {
    large ??= answerLane(script, blobDir, limits, LOW_PRIORITY);
    const answers: NamedAnswer[] = [];
    for (let at = 0; at < question.inputs.length; at += FEW) {
      const inputs = question.inputs.slice(at, at + FEW);
      answers.push(...((await large.ask({ ...question, inputs })) as NamedAnswer[]));
    }
    return answers;
  };
  return {
    predict: (question) =>
      question.inputs.length > FEW
        ? predictMany(question)
        : (quick.ask(question) as Promise<readonly NamedAnswer[]>),
    provenance: (question) => quick.ask(question) as Promise<readonly (readonly SupportShare[])[]>,
    calibrate: (question) => slow.ask(question) as Promise<Float64Array>,
    build: (question) => slow.ask(question) as Promise<BuiltModel>,
    teach: (question) => quick.ask(question) as Promise<BuiltModel>,
    savedModel: (modelHash) => slow.ask({ kind: 'saved-model', modelHash }) as Promise<string>,
    backend: () => quick.backend,
    close() {
      quick.close();
      large?.close();
      slow.close();
    },
  };
}
