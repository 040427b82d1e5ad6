import { DomainError, limits } from '@kshot/domain';

/** Counts files and unpacked bytes as an archive is listed. Throws DATA_TOO_LARGE. */
export function entryLimits(): (bytes: number) => void {
  let files = 0;
  let total = 0;
  return (bytes) => {
    total += bytes;
    if (++files > limits.examples) throw tooLarge(`more than ${limits.examples} files`);
    if (total > limits.archiveBytes) throw tooLarge(`more than ${limits.archiveBytes} bytes unpacked`);
  };
}

export const tooLarge = (what: string): DomainError =>
  new DomainError('DATA_TOO_LARGE', `The archive holds ${what}. Use a smaller one.`);
