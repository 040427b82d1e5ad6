import { type ChildProcess, fork } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import { DomainError, type ErrorCode } from '@kshot/domain';
import type { Answer, BackendInfo, Question, Result } from '../protocol.js';
import type { AnswerLimits } from './answer-limits.js';
import { brokenOff, type Excess } from './broken-off.js';
import { residentBytes } from './resident-bytes.js';
import { divided, joined, takeAlong } from './together.js';
import { weightOf } from './weight.js';

const MOST_WAITING = 200;
const LONGEST_WAIT = 60; // seconds
const LOOK_EVERY = 100; // milliseconds
const START_AGAIN = 500; // milliseconds

interface Asked {
  readonly question: Question;
  /** Whether a process has already failed over it. */
  tried: boolean;
  resolve(result: Result): void;
  reject(error: Error): void;
}

/** A process that answers one question after another, and together those that ask the same model. One that takes too much is killed with its question alone, and replaced. */
export interface AnswerLane {
  ask(question: Question): Promise<Result>;
  backend: Promise<BackendInfo>;
  close(): void;
}

export function answerLane(
  script: string,
  blobDir: string,
  limits: AnswerLimits,
  priority = constants.priority.PRIORITY_NORMAL,
): AnswerLane {
  const waiting: Asked[] = [];
  let current: Asked[] = [];
  let child: ChildProcess;
  let ready = false;
  let answered = 0;
  let excess: Excess | undefined;
  let lastModel: string | undefined;
  let stopWatching: () => void = () => undefined;
  let closed = false;
  let begun = 0;
  let secondsEach = 0.1; // of what weighs as much as one short text
  let tell: (info: BackendInfo) => void;
  const backend = new Promise<BackendInfo>((resolve) => {
    tell = resolve;
  });

  const start = (): void => {
    if (closed) return;
    [ready, answered] = [false, 0];
    child = fork(script, [], { serialization: 'advanced', execArgv: ['--max-old-space-size=2048'] });
    if (child.pid !== undefined && priority > getPriority()) setPriority(child.pid, priority);
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
    if (asked.length > 0)
      secondsEach += 0.1 * ((performance.now() - begun) / 1000 / weightOfAll(asked) - secondsEach);
    if ('result' in answer) {
      const results = divided(
        asked.map(({ question }) => question),
        answer.result,
      );
      for (const [i, { resolve }] of asked.entries()) resolve(results[i]!);
    } else if (asked.length > 1) again(asked);
    else asked[0]?.reject(new DomainError(answer.failure.code as ErrorCode, answer.failure.message));
    next();
  };
  /** Each by itself, before all others: one is at fault. */
  const again = (asked: readonly Asked[]): void => {
    waiting.unshift(...asked.map((one) => Object.assign(one, { tried: true })));
  };
  const ended = (): void => {
    ready = false;
    const asked = finish();
    // Memory may have been taken by earlier questions: a fresh process gets another try.
    const fresh = excess === 'memory' && answered > 0;
    if (asked.length > 1 || (fresh && asked[0]?.tried === false)) again(asked);
    else asked[0]?.reject(brokenOff(asked[0].question.kind, excess, limits));
    excess = undefined;
    if (!closed) setTimeout(start, START_AGAIN);
  };
  const finish = (): Asked[] => {
    stopWatching();
    const asked = current;
    current = [];
    return asked;
  };
  const next = (): void => {
    if (!ready || current.length > 0 || waiting.length === 0) return;
    // Whoever asks one model much does not hold up those who ask another.
    const other = waiting.findIndex(({ question }) => modelOf(question) !== lastModel);
    const [first] = waiting.splice(Math.max(0, other), 1) as [Asked];
    current = takeAlong(first, waiting);
    const question = joined(current.map((one) => one.question));
    lastModel = modelOf(question);
    begun = performance.now();
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
      if (bytes > limits.bytes && watched === child && current.length > 0) kill('memory');
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
        if (closed) return reject(new DomainError('UNAVAILABLE', 'The API is stopping.'));
        if (waiting.length >= MOST_WAITING) return reject(overloaded(weightOfAll(waiting) * secondsEach));
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

function overloaded(seconds: number): DomainError {
  const retryAfter = Math.min(LONGEST_WAIT, Math.max(1, Math.ceil(seconds)));
  return new DomainError(
    'OVERLOADED',
    `${MOST_WAITING} questions wait already. Try again in ${retryAfter} s.`,
    retryAfter,
  );
}

/** Of what is no prediction, that of one input. */
const weightOfAll = (asked: readonly Asked[]): number =>
  asked.reduce((sum, { question }) => sum + (question.kind === 'predict' ? weightOf(question.inputs) : 1), 0);

const modelOf = (question: Question): string | undefined =>
  'modelHash' in question ? question.modelHash : undefined;
