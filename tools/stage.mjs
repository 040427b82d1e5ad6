// Says what is being done, how long it took, and why it failed.

/**
 * @template T
 * @param {string} title
 * @param {(note: (text: string) => void) => Promise<T>} work `note` adds a word to the closing line
 * @returns {Promise<T>}
 */
export async function stage(title, work) {
  const start = Date.now();
  /** @type {string[]} */
  const notes = [];
  process.stdout.write(`  ${title} …\n`);
  try {
    const result = await work((text) => notes.push(text));
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    process.stdout.write(`✓ ${title}${notes.length > 0 ? `: ${notes.join(', ')}` : ''} (${seconds} s)\n`);
    return result;
  } catch (error) {
    process.stdout.write(`✗ ${title}\n\n${error instanceof Error ? error.message : String(error)}\n`);
    throw new StageFailed(title);
  }
}

/** The reason has been printed already. */
export class StageFailed extends Error {}
