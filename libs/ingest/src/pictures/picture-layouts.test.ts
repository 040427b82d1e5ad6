import { expect, test } from 'vitest';
import { at, imported, two, zip } from './fixtures/imported.js';

test('composed and decomposed names are one class', async () => {
  const files = await at('Caf\u00e9/1.png', 'Cafe\u0301/2.png', 'dog/3.png');
  expect((await imported(files)).classes).toEqual(['Caf\u00e9 2', 'dog 1']);
});

test('names such as cat.0.png are classes where there are no folders', async () => {
  const files = await at(...[0, 1, 2].flatMap((i) => [`train/cat.${i}.png`, `train/dog_${i}.png`]));
  expect(await imported(files)).toMatchObject({
    classes: ['cat 3', 'dog 3'],
    warnings: expect.stringMatching(/file names \(cat, dog\)/),
  });
});

test('a table beside the pictures names their classes', async () => {
  const files = await at('images/p1.png', 'images/p2.png', 'images/p3.png');
  const table = 'image_id,dx,age\np1,mel,30\np2,nv,31\np3,mel,32\n';
  expect((await imported([...files, ['metadata.csv', table]])).classes).toEqual(['mel 2', 'nv 1']);
});

test('files whose names give no class are unlabelled beside those whose names do', async () => {
  for (const test of ['test/0.png', 'test1/image_1.png']) {
    const more = [test, test.replace(/\d+\.png/, '9.png')];
    const files = await at(
      ...[0, 1, 2].flatMap((i) => [`train/cat.${i}.png`, `train/dog.${i}.png`]),
      ...more,
    );
    expect(await imported([...files, ['sampleSubmission.csv', 'id,label\n0,0\n1,0\n9,0\n']])).toMatchObject({
      classes: ['cat 3', 'dog 3'],
      warnings: expect.stringMatching(/^2 files without a class .*were kept as unlabelled/m),
    });
  }
});
test('of several tables the one with classes counts, and what it does not name in test is unlabelled', async () => {
  const train = [0, 1, 2, 3].map((i) => `train/000${i}.png`);
  const files = await at(...train, 'test/0000.png', 'test/0005.png', 'train/0009.png');
  const { classes, warnings } = await imported([
    ...files,
    ['labels.csv', `id,breed\n${[0, 1, 2, 3].map((i) => `000${i},${i % 2 ? 'pug' : 'boxer'}`).join('\n')}\n`],
    ['sample_submission.csv', `id,boxer,pug\n${[0, 5, 6, 7].map((i) => `000${i},0.${i},0.5`).join('\n')}\n`],
  ]);
  expect(classes).toEqual(['boxer 2', 'pug 2']);
  expect(warnings.split('\n').slice(0, 4)).toEqual([
    'The classes were read from the table labels.csv.',
    '1 table does not name classes of pictures and was left out: sample_submission.csv. To read classes from a table, give it a column of file names and a column of classes.',
    '1 file is not named in the table of labels and was left out: train/0009.png. Add rows for them to use them.',
    '2 files without a class (the table of labels gives them none) were kept as unlabelled: test/0000.png, test/0005.png. Nothing is trained on them; label them on the page of the data set.',
  ]);
});
test('tables of parts are read together, and the table that was used is not reported as left out', async () => {
  const files = await at('train/1.png', 'train/2.png', 'test/1.png', 'test/2.png');
  const { classes, warnings } = await imported([
    ...files,
    ['train.csv', 'file,label\n1,a\n2,b\n'],
    ['test.csv', 'file,label\n1,a\n2,b\n'],
  ]);
  expect(classes).toEqual(['a 2', 'b 2']);
  expect(warnings).not.toMatch(/left out/);
});
test('exports for detection are refused as such', async () => {
  const files = await at('train/images/1.png', 'train/images/2.png');
  await expect(imported([...files, ['train/labels/1.txt', '0 .5 .5 .1 .1']])).rejects.toMatchObject({
    message: expect.stringMatching(/detection \(YOLO\)/),
  });
});

test('an archive of archives and SVG drawings in class folders are refused', async () => {
  const inner = zip(await two());
  await expect(
    imported([...(await two()), ['cat/more.zip', Buffer.concat([inner, inner])]]),
  ).rejects.toMatchObject({ message: expect.stringMatching(/other archives/) });
  await expect(imported([...(await two()), ['cat/x.svg', '<svg/>']])).rejects.toMatchObject({
    code: 'DATA_IMAGE',
  });
});
