import { type ChildProcess, fork } from 'node:child_process';
import { DomainError, type ErrorCode } from '@kshot/domain';
import type { AnswerLimits } from './answer-limits.js';
import { brokenOff, type Excess } from './broken-off.js';
import type { Answer, BackendInfo, Question, Result } from './protocol.js';
import { residentBytes } from './resident-bytes.js';

const MOST_WAITING = 200;
const LOOK_EVERY = 100; // milliseconds
const START_AGAIN = 500; // milliseconds

interface Asked {
  readonly question: Question;
  /** Whether a process has already failed over it. */
  tried: boolean;
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** A process that answers one question after another. One that takes too much is killed with its question alone, and replaced. */
export interface AnswerLane {
  ask(question: Question): Promise<Result>;
  backend: Promise<BackendInfo>;
  close(): void;
}

export function answerLane(script: string, blobDir: string, limits: AnswerLimits): AnswerLane {
  const waiting: Asked[] = [];
  let current: Asked | undefined;
  let child: ChildProcess;
  let ready = false;
  let answered = 0;
  let excess: Excess | undefined;
  let lastModel: string | undefined;
  let stopWatching: () => void = () => undefined;
  let closed = false;
  let tell: (info: BackendInfo) => void;
  const backend = new Promise<BackendInfo>((resolve) => {
    tell = resolve;
  });

  const start = (): void => {
    if (closed) return;
    [ready, answered] = [false, 0];
    child = fork(script, [], { serialization: 'advanced', execArgv: ['--max-old-space-size=2048'] });
    child.on('message', heard);
    child.once('error', () => child.kill('SIGKILL'));
    child.once('exit', ended);
  };
  const heard = (answer: Answer): void => {
    if ('backend' in answer) {
      tell(answer.backend);
      ready = true;
      next();
      return;
    }
    const asked = finish();
    answered++;
    if ('result' in answer) asked?.resolve(answer.result);
    else asked?.reject(new DomainError(answer.failure.code as ErrorCode, answer.failure.message));
    next();
  };
  const ended = (): void => {
    ready = false;
    const asked = finish();
    // Memory may have been taken by earlier questions: a fresh process gets another try.
    if (asked && excess === 'memory' && answered > 0 && !asked.tried)
      waiting.unshift(Object.assign(asked, { tried: true }));
    else asked?.reject(brokenOff(asked.question.kind, excess, limits));
    excess = undefined;
    if (!closed) setTimeout(start, START_AGAIN);
  };
  const finish = (): Asked | undefined => {
    stopWatching();
    const asked = current;
    current = undefined;
    return asked;
  };
  const next = (): void => {
    if (!ready || current || waiting.length === 0) return;
    // Whoever asks one model much does not hold up those who ask another.
    const other = waiting.findIndex(({ question }) => modelOf(question) !== lastModel);
    [current] = waiting.splice(Math.max(0, other), 1);
    const { question } = current as Asked;
    lastModel = modelOf(question);
    stopWatching = watch(question.kind);
    child.send({ blobDir, question });
  };
  const watch = (kind: Question['kind']): (() => void) => {
    const watched = child;
    const kill = (why: Excess): void => {
      excess = why;
      watched.kill('SIGKILL');
    };
    const timer = setTimeout(() => kill('time'), limits.milliseconds[kind]);
    const looking = setInterval(async () => {
      const bytes = await residentBytes(watched.pid ?? 0);
      if (bytes > limits.bytes && watched === child && current) kill('memory');
    }, LOOK_EVERY);
    return () => {
      clearTimeout(timer);
      clearInterval(looking);
    };
  };
  start();
  return {
    backend,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (closed || waiting.length >= MOST_WAITING)
          return reject(new DomainError('UNAVAILABLE', 'Too many questions wait. Try again in a moment.'));
        waiting.push({ question, tried: false, resolve, reject });
        next();
      }),
    close() {
      closed = true;
      stopWatching();
      child.kill('SIGKILL');
      for (const { reject } of waiting.splice(0))
        reject(new DomainError('UNAVAILABLE', 'The API is stopping.'));
    },
  };
}

const modelOf = (question: Question): string | undefined =>
  'modelHash' in question ? question.modelHash : undefined;
