import pino, { type DestinationStream } from 'pino';
import { logSettings } from '../settings/log-settings.js';
import { errorFields } from './error-fields.js';
import { logContext } from './log-context.js';
import { textLine } from './text-line.js';

/** Lines of JSON, or text for people. Written at once, so that nothing is lost when the process ends. */
export function newLog(
  { level, format }: { readonly level: string; readonly format: 'json' | 'text' },
  out: DestinationStream = pino.destination({ dest: 1, sync: true }),
) {
  const destination = format === 'json' ? out : { write: (line: string) => out.write(textLine(line)) };
  return pino(
    { level, base: null, mixin: () => ({ ...logContext() }), serializers: { err: errorFields } },
    destination,
  );
}

/** The log of this process. Never given what a user typed or named, nor tokens: ids, codes and counts tell enough. */
export const log = newLog(logSettings(process.env, process.stdout.isTTY === true));
