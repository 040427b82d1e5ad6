import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { SupportShare } from '@kshot/fewshot';
import { type AnswerLane, answerLane } from './lanes/answer-lane.js';
import { answerLimits } from './lanes/answer-limits.js';
import { piecesOf, weightOf } from './lanes/weight.js';
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

/** Several inputs that weigh more than this are a large question. */
const LIGHT = 16;

/**
 * Questions that should be answered at once have a process of their own; large ones and what may take long wait for others.
 * Large questions go in pieces, between which those to other models have their turn. Tables are taught in a process of its own, too:
 * their heads are fitted on columns, trees among them, which takes as long as training.
 */
export function predictorProcess(blobDir: string, limits = answerLimits): PredictorProcess {
  const quick = answerLane(script, blobDir, limits);
  const others = new Map<string, AnswerLane>();
  /** Started when it is first asked. */
  const lane = (name: 'large' | 'slow' | 'columns'): AnswerLane => {
    const priority = name === 'large' ? LOW_PRIORITY : undefined;
    const known = others.get(name) ?? answerLane(script, blobDir, limits, priority);
    others.set(name, known);
    return known;
  };
  const predictMany = async (question: Extract<Question, { kind: 'predict' }>) => {
    const answers: NamedAnswer[] = [];
    for (const inputs of piecesOf(question.inputs, LIGHT))
      answers.push(...((await lane('large').ask({ ...question, inputs })) as NamedAnswer[]));
    return answers;
  };
  return {
    predict: (question) =>
      question.inputs.length > 1 && weightOf(question.inputs) > LIGHT
        ? predictMany(question)
        : (quick.ask(question) as Promise<readonly NamedAnswer[]>),
    provenance: (question) => quick.ask(question) as Promise<readonly (readonly SupportShare[])[]>,
    calibrate: (question) => lane('slow').ask(question) as Promise<Float64Array>,
    build: (question) => lane('slow').ask(question) as Promise<BuiltModel>,
    teach: (question) =>
      (question.modality === 'TABLE' ? lane('columns') : quick).ask(question) as Promise<BuiltModel>,
    savedModel: (modelHash) => lane('slow').ask({ kind: 'saved-model', modelHash }) as Promise<string>,
    backend: () => quick.backend,
    close() {
      quick.close();
      for (const one of others.values()) one.close();
    },
  };
}
