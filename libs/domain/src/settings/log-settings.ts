import * as z from 'zod';
import { must } from './must.js';

export const logVariables = {
  KSHOT_LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], must('silent, error, warn, info or debug'))
    .default('info'),
  KSHOT_LOG_FORMAT: z.enum(['auto', 'json', 'text'], must('auto, json or text')).default('auto'),
};

/** How to log. What cannot be used has its default here: `readServerSettings` says so. */
export function logSettings(
  { KSHOT_LOG_LEVEL, KSHOT_LOG_FORMAT }: Readonly<Record<string, string | undefined>>,
  onTerminal: boolean,
) {
  const level = logVariables.KSHOT_LOG_LEVEL.catch('info').parse(KSHOT_LOG_LEVEL || undefined);
  const format = logVariables.KSHOT_LOG_FORMAT.catch('auto').parse(KSHOT_LOG_FORMAT || undefined);
  return { level, format: format === 'auto' ? (onTerminal ? 'text' : 'json') : format } as const;
}
