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
test('of several tables the one with classes counts, and what it does not name is unlabelled', async () => {
  const train = [0, 1, 2, 3].map((i) => `train/000${i}.png`);
  const files = await at(...train, 'test/0000.png', 'test/0005.png', 'train/0009.png');
  const { classes, warnings } = await imported([
    ...files,
    ['labels.csv', `id,breed\n${[0, 1, 2, 3].map((i) => `000${i},${i % 2 ? 'pug' : 'boxer'}`).join('\n')}\n`],
    ['sample_submission.csv', `id,boxer,pug\n${[0, 5, 6, 7].map((i) => `000${i},0.${i},0.5`).join('\n')}\n`],
  ]);
  expect(classes).toEqual(['boxer 2', 'pug 2']);
  expect(warnings.split('\n').slice(0, 3)).toEqual([
    'The classes were read from the table labels.csv.',
    '1 table does not name classes of pictures and was left out: sample_submission.csv. To read classes from a table, give it a column of file names and a column of classes.',
    '3 files without a class (the table of labels gives them none) were kept as unlabelled: test/0000.png, test/0005.png, train/0009.png. Nothing is trained on them; label them on the page of the data set.',
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

test('masks beside the pictures are left out, by class folders and by a table', async () => {
  const left =
    '2 files are masks beside the pictures and were left out: cat/1_mask.png, dog/1_mask_1.png. Masks are not examples.';
  const files = await at('cat/1.png', 'cat/1_mask.png', 'dog/1.png', 'dog/1_mask_1.png');
  const inFolders = await imported(files);
  expect(inFolders.classes).toEqual(['cat 1', 'dog 1']);
  expect(inFolders.warnings.split('\n')[0]).toBe(left);
  const flat = await at('1.png', '1_mask.png', '2.png', '2_mask.png');
  const byTable = await imported([...flat, ['labels.csv', 'id,label\n1,cat\n2,dog\n']]);
  expect(byTable).toMatchObject({
    classes: ['cat 1', 'dog 1'],
    warnings: expect.stringMatching(/^2 files are masks/m),
  });
});

test('rows without a picture, and a second class of a picture, are reported', async () => {
  const rows = ['img/0.png,cat', 'img/1.png,dog', 'gone.png,cat', 'img/0.png,dog'];
  const { classes, warnings } = await imported([
    ...(await at('img/0.png', 'img/1.png')),
    ['labels.csv', `file,label\n${rows.join('\n')}\n`],
  ]);
  expect(classes).toEqual(['cat 1', 'dog 1']);
  expect(warnings).toMatch(/^1 row of the table of labels names a file .*: gone\.png/m);
  expect(warnings).toMatch(/^1 picture has different classes .*: img\/0\.png/m);
});

test('a column for each class, with 1 where a picture is of it, gives the classes', async () => {
  const files = await at('images/a.png', 'images/b.png', 'images/c.png', 'images/d.png');
  const table = 'image,MEL,NV\na,1.0,0.0\nb,0.0,1.0\nc,1.0,0.0\nd,0.0,1.0\n';
  expect((await imported([...files, ['GroundTruth.csv', table]])).classes).toEqual(['MEL 2', 'NV 2']);
});

test('a list of paths with their classes gives them, the first line too', async () => {
  const files = await at('img/1.png', 'img/2.png', 'img/3.png', 'img/4.png');
  const list = 'img/1.png cat\nimg/2.png dog\nimg/3.png cat\nimg/4.png dog\n';
  expect((await imported([...files, ['train.txt', list]])).classes).toEqual(['cat 2', 'dog 2']);
});

test.each([
  ['classes.txt', 'cat\ndog\n'],
  ['labels.txt', '0 cat\n1 dog\n'],
])('numbered folders are called as %s says', async (name, list) => {
  const files = await at('0/1.png', '0/2.png', '1/1.png', '1/2.png');
  expect(await imported([...files, [name, list]])).toMatchObject({
    classes: ['cat 2', 'dog 2'],
    warnings: expect.stringContaining(
      `The numbers of the classes were read as the names in ${name}: cat, dog.`,
    ),
  });
});

test('numbered folders stay numbers where the list has no name for one', async () => {
  const files = await at('0/1.png', '5/1.png');
  expect((await imported([...files, ['classes.txt', 'cat\ndog\n']])).classes).toEqual(['0 1', '5 1']);
});

test('annotations of COCO beside one folder of pictures are named', async () => {
  const files = await at('images/1.png', 'images/2.png');
  const coco = JSON.stringify({ images: [], annotations: [], categories: [] });
  await expect(imported([...files, ['annotations.json', coco]])).rejects.toMatchObject({
    code: 'DATA_FORMAT',
    message: expect.stringMatching(/object detection \(COCO\)/),
  });
});
