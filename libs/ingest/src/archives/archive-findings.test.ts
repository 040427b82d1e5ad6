import { text } from 'node:stream/consumers';
import tar from 'tar-stream';
import { expect, test } from 'vitest';
import { withFile } from '../fixtures/with-file.js';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { pointsOutside } from './archive-findings.js';
import { openTar } from './open-tar.js';
import { openZip } from './open-zip.js';

test.each(['../a.png', 'a/../../b.png', '/etc/cron.d/9.png', 'C:\\pets\\1.png', '..\\x.png'])(
  '%s points outside',
  (name) => {
    expect(pointsOutside(name)).toBe(true);
  },
);
test.each(['a.png', './a.png', 'a/../b.png', 'a//b.png', '...', 'a..b/c'])('%s does not', (name) => {
  expect(pointsOutside(name)).toBe(false);
});

test('hard links of a TAR are copies, other links and names that point outside are reported', async () => {
  const pack = tar.pack();
  pack.entry({ name: 'cat/1.txt' }, 'cat one');
  pack.entry({ name: 'dog/2.txt', type: 'link', linkname: 'cat/1.txt' });
  pack.entry({ name: 'dog/3.txt', type: 'symlink', linkname: '../cat/1.txt' });
  pack.entry({ name: 'dog/4.txt', type: 'link', linkname: 'gone/1.txt' });
  pack.entry({ name: '../../tmp/evil/9.txt' }, 'evil');
  pack.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of pack) chunks.push(chunk as Buffer);
  await withFile(Buffer.concat(chunks), async (file) => {
    const archive = await openTar(file);
    const read = archive.entries.map(async (entry) => [entry.path, await text(await entry.stream())]);
    expect(await Promise.all(read)).toEqual([
      ['cat/1.txt', 'cat one'],
      ['dog/2.txt', 'cat one'],
      ['tmp/evil/9.txt', 'evil'],
    ]);
    expect(archive.findings).toEqual([
      '2 links were left out: dog/3.txt, dog/4.txt. Pack the files themselves to use them.',
      '1 name points outside of the archive and was taken from its root: ../../tmp/evil/9.txt. Check where the archive comes from.',
    ]);
    await archive.close();
  });
});

test('symbolic links of a ZIP are reported', async () => {
  const bytes = storedZip(['cat/1.txt', 'cat/2.txt'].map((name) => ({ name, data: Buffer.from(name) })));
  const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(0xa1ff0000, central + 38);
  await withFile(bytes, async (file) => {
    const archive = await openZip(file);
    expect(archive.findings).toEqual(['1 link was left out: cat/2.txt. Pack the file itself to use it.']);
    await archive.close();
  });
});

test('a name that several files of a ZIP have is reported', async () => {
  const names = ['cat/1.txt', 'dog/2.txt', './cat/1.txt', 'cat/1.txt'];
  const bytes = storedZip(names.map((name, i) => ({ name, data: Buffer.from(`${i}`) })));
  await withFile(bytes, async (file) => {
    const archive = await openZip(file);
    expect(archive.findings).toEqual([
      '1 name stands for several files in the archive, and all of them were kept: cat/1.txt. Remove those that are not meant.',
    ]);
    await archive.close();
  });
});
