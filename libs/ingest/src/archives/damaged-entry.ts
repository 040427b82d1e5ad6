import { DomainError } from '@kshot/domain';

/** A file of an archive whose bytes were damaged on the way; its sizes hold what they say, so that others in the archive can be read. */
export class DamagedEntry extends DomainError {
  constructor(path: string, why: string) {
    super('DATA_FORMAT', `${path} in the archive is damaged (${why}). Pack it again.`);
  }
}

/** What `read` gives; undefined where the bytes are damaged. */
export async function orDamaged<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DamagedEntry) return undefined;
    throw error;
  }
}
