import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DomainError, type ErrorCode } from '@kshot/domain';
import type { Answer, NamedProbability, Question, RawInput } from './protocol.js';

type BackendInfo = Extract<Answer, { backend: unknown }>['backend'];

/** Models answer in a process of their own: the backend blocks while it computes, and the API must not. */
export interface PredictorProcess {
  predict(modelHash: string, inputs: readonly RawInput[]): Promise<readonly (readonly NamedProbability[])[]>;
  backend(): Promise<BackendInfo>;
  close(): void;
}

interface Waiting {
  resolve(answer: readonly (readonly NamedProbability[])[]): void;
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
      if ('probabilities' in answer) asked?.resolve(answer.probabilities);
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
  return {
    predict: (modelHash, inputs) =>
      new Promise((resolve, reject) => {
        const question: Question = { id: ++questions, blobDir, modelHash, inputs };
        waiting.set(question.id, { resolve, reject });
        if (!child.connected || !child.send(question)) {
          if (child.connected) return; // the channel is full, but the question is in it
          waiting.delete(question.id);
          reject(
            new DomainError('UNAVAILABLE', 'The predicting process is being started. Try again in a second.'),
          );
        }
      }),
    backend: () => backend,
    close() {
      closed = true;
      child.kill('SIGKILL');
    },
  };
}
