import { tarOfFiles } from '../upload/dropped/tar-of-files';
import type { Given } from './lesson';

/** The examples as a file to import: pictures in a folder for each class, texts as a table. */
export function lessonFile(given: readonly Given[]): File {
  if (given.every(({ input }) => input.text)) {
    const rows = given.map(({ class: name, input }) => [input.text ?? '', name].map(quoted).join(','));
    return new File([['text,label', ...rows].join('\n')], 'taught.csv', { type: 'text/csv' });
  }
  const files = given.map(({ class: name, input }, i) => {
    const { type, bytes } = pictureOf(input.image ?? '');
    const path = `${name.replaceAll('/', '-')}/${i + 1}.${type.split('/')[1]}`;
    return { path, file: new File([bytes], path, { type }) };
  });
  return tarOfFiles('taught', files);
}

/** What a data URL holds; pages may not fetch one. */
function pictureOf(url: string): { type: string; bytes: Uint8Array<ArrayBuffer> } {
  const [head = '', body = ''] = url.split(',');
  const type = head.match(/^data:([^;]+)/)?.[1] ?? 'image/jpeg';
  return { type, bytes: Uint8Array.from(atob(body), (character) => character.charCodeAt(0)) };
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
