import { Transform, type TransformCallback } from 'node:stream';
import { DomainError } from '@kshot/domain';

/** Passes text on and stops with DATA_ENCODING at the first byte that is no UTF-8. */
export function strictUtf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const pass = (decode: () => string, done: TransformCallback): void => {
    try {
      done(null, decode());
    } catch {
      done(new DomainError('DATA_ENCODING', 'The file is not UTF-8. Save it as CSV in UTF-8.'));
    }
  };
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => pass(() => decoder.decode(chunk, { stream: true }), done),
    flush: (done) => pass(() => decoder.decode(), done),
  });
}
