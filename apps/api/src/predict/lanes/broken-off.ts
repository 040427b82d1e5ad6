import { DomainError } from '@kshot/domain';
import type { Question } from '../protocol.js';
import type { AnswerLimits } from './answer-limits.js';

/** What a process took too much of. */
export type Excess = 'time' | 'memory';

/** Why a question has no answer: its process was killed over it, or ended by itself. */
export function brokenOff(
  kind: Question['kind'],
  excess: Excess | undefined,
  { bytes, milliseconds }: AnswerLimits,
): DomainError {
  const gibibytes = (bytes / 1024 ** 3).toFixed(1);
  const seconds = milliseconds[kind] / 1000;
  if (kind === 'foreign') {
    const why = { time: `takes longer than ${seconds} s`, memory: `takes more than ${gibibytes} GiB` };
    return new DomainError(
      'DATA_FORMAT',
      `The model file cannot be read: reading it ${excess ? why[excess] : 'failed'}. It may be damaged; export it again.`,
    );
  }
  if (excess === 'memory')
    return new DomainError(
      'OUT_OF_MEMORY',
      `The answer takes more than ${gibibytes} GiB of memory. Send fewer examples, or use a smaller model.`,
    );
  if (excess === 'time')
    return new DomainError(
      'DATA_TOO_LARGE',
      `The answer takes longer than ${seconds} s. Send fewer examples, or use a smaller model.`,
    );
  return new DomainError('UNAVAILABLE', 'The process that answers ended unexpectedly. Try again.');
}
