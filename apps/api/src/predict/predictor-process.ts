import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DomainError, type ErrorCode } from '@kshot/domain';
import type { SupportShare } from '@kshot/fewshot';
import type { Answer, BuiltModel, NamedProbability, Question, Result } from './protocol.js';

type BackendInfo = Extract<Answer, { backend: unknown }>['backend'];

/** Models answer in a process of their own: the backend blocks while it computes, and the API must not. */
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

interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

export function predictorProcess(blobDir: string): PredictorProcess {
  const waiting = new Map<number, Waiting>();
  let questions = 0;
  let closed = false;
  let child: ChildProcess;
  let tell: (info: BackendInfo) => void;
  const backend = new Promise<BackendInfo>((resolve) => {
    tell = resolve;
  });

  const start = (): void => {
    child = fork(fileURLToPath(new URL('./predictor-child.js', import.meta.url)), [], {
      serialization: 'advanced',
    });
    child.on('message', (answer: Answer) => {
      if ('backend' in answer) {
        tell(answer.backend);
        return;
      }
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('result' in answer) asked?.resolve(answer.result);
      else asked?.reject(new DomainError(answer.failure.code as ErrorCode, answer.failure.message));
    });
    child.on('exit', () => {
      for (const { reject } of waiting.values())
        reject(new DomainError('UNAVAILABLE', 'The predicting process ended. Try again.'));
      waiting.clear();
      if (!closed) setTimeout(start, 500);
    });
  };
  start();
  const ask = (question: Question): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++questions;
      waiting.set(id, { resolve, reject });
      if (!child.connected) {
        waiting.delete(id);
        reject(
          new DomainError('UNAVAILABLE', 'The predicting process is being started. Try again in a second.'),
        );
        return;
      }
      child.send({ id, blobDir, question });
    });
  return {
    predict: (question) => ask(question) as Promise<readonly (readonly NamedProbability[])[]>,
    provenance: (question) => ask(question) as Promise<readonly (readonly SupportShare[])[]>,
    calibrate: (question) => ask(question) as Promise<Float64Array>,
    build: (question) => ask(question) as Promise<BuiltModel>,
    savedModel: (modelHash) => ask({ kind: 'saved-model', modelHash }) as Promise<string>,
    backend: () => backend,
    close() {
      closed = true;
      child.kill('SIGKILL');
    },
  };
}
