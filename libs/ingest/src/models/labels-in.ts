import type { Archive } from '../archives/archive.js';

const MOST_BYTES = 1024 ** 2;

/** Names of classes that lie beside a model: `labels` in metadata.json, or the lines of labels.txt, which may begin with their number. */
export async function labelsIn({ entries }: Archive): Promise<readonly string[] | undefined> {
  const called = (name: RegExp) => entries.find((entry) => name.test(entry.name) && entry.bytes < MOST_BYTES);
  const metadata = called(/^metadata\.json$/i);
  if (metadata) {
    const labels = labelsOf((await metadata.read()).toString());
    if (labels) return labels;
  }
  const list = called(/^labels\.txt$/i);
  if (!list) return undefined;
  const lines = (await list.read()).toString().split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '').map((line) => line.trim().replace(/^\d+\s+(?=\S)/, ''));
}

function labelsOf(json: string): readonly string[] | undefined {
  try {
    const { labels } = JSON.parse(json) as { labels?: unknown };
    return Array.isArray(labels) && labels.length > 0 ? labels.map(String) : undefined;
  } catch {
    return undefined;
  }
}
