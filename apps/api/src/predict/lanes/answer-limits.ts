import { totalmem } from 'node:os';
import type { Question } from '../protocol.js';

/** What answering one question may take. */
export interface AnswerLimits {
  readonly bytes: number;
  readonly milliseconds: Readonly<Record<Question['kind'], number>>;
}

const GIB = 1024 ** 3;
const SECOND = 1000;

/** Building may fit a network, which takes as long as its options ask for. */
export const answerLimits: AnswerLimits = {
  bytes: Math.min(4 * GIB, totalmem() / 2),
  milliseconds: {
    predict: 30 * SECOND,
    provenance: 30 * SECOND,
    calibrate: 120 * SECOND,
    'saved-model': 120 * SECOND,
    foreign: 30 * SECOND,
    teach: 60 * SECOND,
    build: 600 * SECOND,
  },
};
