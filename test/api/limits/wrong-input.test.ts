import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../../harness/ask.js';
import { example, imported, upload } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { runEnded, startRun } from '../../harness/runs.js';
import { takeKshot } from '../../harness/systems/take.js';

let kshot: Kshot;
let versionId: string;
beforeAll(async () => {
  kshot = await takeKshot();
  versionId = (await imported(kshot, 'iris.csv', example('iris.csv'))).id;
});
afterAll(() => kshot.stop());

const NOBODY = '01a209cd-ab5c-74ec-b277-000000000000';

describe('a run is refused before anything is written', () => {
  const cases: [string, Record<string, unknown>, string, RegExp][] = [
    ['epochs 0', { epochs: 0 }, 'BAD_INPUT', /Epochs must be a whole number from 1/],
    ['a million epochs', { epochs: 1_000_000 }, 'BAD_INPUT', /Epochs must be/],
    [
      'a batch larger than the data',
      { batchSize: 4000 },
      'BAD_INPUT',
      /larger than the \d+ training examples/,
    ],
    ['a negative learning rate', { learningRate: -1 }, 'BAD_INPUT', /Learning rate must be/],
    ['pictures where there are none', { network: 'CONV4' }, 'BAD_INPUT', /need pictures/],
  ];
  test.each(cases)('%s', async (_title, options, code, message) => {
    const answer = await refusal(startRun(kshot, versionId, options));
    expect(answer.code).toBe(code);
    expect(answer.message).toMatch(message);
  });

  test('a learning rate that is no number', async () => {
    const query = `mutation { startPretraining(input: { versionId: "${versionId}", options: { learningRate: NaN } }) { id } }`;
    expect((await refusal(kshot.ask(query))).code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('an unknown version', async () => {
    expect((await refusal(startRun(kshot, NOBODY))).code).toBe('NOT_FOUND');
    expect((await refusal(startRun(kshot, "'; drop table run; --"))).code).toBe('NOT_FOUND');
  });

  afterAll(async () => {
    const { rows } = await kshot.pool.query('select count(*)::int as runs from run');
    expect(rows[0].runs).toBe(0);
  });
});

describe('a file that cannot be read makes a version that says why', () => {
  const cases: [string, string, Buffer | string, string, RegExp][] = [
    ['no examples', 'empty.csv', 'a,label\n', 'DATA_EMPTY', /no rows/],
    ['one class only', 'one.csv', 'a,label\n1,x\n2,x\n', 'DATA_ONE_CLASS', /class x/],
    [
      'no class column',
      'nolabel.csv',
      'a,b\n1.5,2.5\n2.5,3.5\n',
      'DATA_COLUMN',
      /No column looks like the class/,
    ],
    ['a zero character', 'zero.csv', 'text,label\nfine,x\na zero \0,y\n', 'DATA_ENCODING', /Line 3/],
    [
      'one picture',
      'photo.jpg',
      Buffer.from('ffd8ffe000104a464946', 'hex'),
      'DATA_FORMAT',
      /folder for each class/,
    ],
    [
      'too many columns',
      'wide.csv',
      `${Array(5000).fill('a').join()}\n${Array(5000).fill('1').join()}\n`,
      'DATA_TOO_LARGE',
      /5000 columns/,
    ],
    [
      'a broken archive',
      'broken.zip',
      Buffer.concat([example('handwriting.zip').subarray(0, 5000)]),
      'DATA_FORMAT',
      /ZIP/,
    ],
    [
      'nothing but ids beside the class',
      'ids.csv',
      `a,label\n${Array.from({ length: 80 }, (_, i) => `k-${i},${i % 2}`).join('\n')}`,
      'DATA_COLUMN',
      /no column that a class can be learned from/,
    ],
  ];
  test.each(cases)('%s', async (_title, fileName, content, code, message) => {
    const version = await imported(kshot, fileName, content);
    expect(version).toMatchObject({ status: 'FAILED', exampleCount: 0, failure: { code } });
    expect(version.failure?.message).toMatch(message);
  });

  test('a file that is called a picture and is none is named', async () => {
    const { zipSync } = await import('fflate');
    const text = new TextEncoder().encode('not a picture');
    const version = await imported(
      kshot,
      'fake.zip',
      Buffer.from(zipSync({ 'cat/1.png': text, 'dog/1.png': text })),
    );
    expect(version.failure).toMatchObject({
      code: 'DATA_EMPTY',
      message: expect.stringMatching(/cat\/1\.png, dog\/1\.png/),
    });
  });
});

describe('uploads', () => {
  test('one that stops half-way leaves nothing, and the same URL takes it again', async () => {
    const { createUpload } = await kshot.ask<{ createUpload: { id: string; url: string } }>(
      'mutation { createUpload(input: { fileName: "iris.csv", bytes: 1000 }) { id url } }',
    );
    await new Promise<void>((resolve) => {
      const put = request(kshot.api + createUpload.url, {
        method: 'PUT',
        headers: { 'content-length': 1000 },
      });
      put.on('error', () => resolve());
      put.write(Buffer.alloc(300), () => put.destroy());
    });
    const query = `mutation { importDataSet(input: { uploadId: "${createUpload.id}", name: "half" }) { id } }`;
    expect((await refusal(kshot.ask(query))).code).toBe('UPLOAD_INCOMPLETE');
    const again = await fetch(kshot.api + createUpload.url, { method: 'PUT', body: new Uint8Array(1000) });
    expect(again.status).toBe(204);
  });

  test('more bytes than announced, or another secret, are refused', async () => {
    const { createUpload } = await kshot.ask<{ createUpload: { url: string } }>(
      'mutation { createUpload(input: { fileName: "x", bytes: 10 }) { url } }',
    );
    expect(
      (await fetch(kshot.api + createUpload.url, { method: 'PUT', body: new Uint8Array(5000) })).status,
    ).toBe(413);
    expect(
      (
        await fetch(kshot.api + createUpload.url.replace(/secret=.*/, 'secret=x'), {
          method: 'PUT',
          body: 'x',
        })
      ).status,
    ).toBe(401);
  });

  test('two imports under one name at once: one is taken, the other told', async () => {
    const ids = await Promise.all([1, 2].map(() => upload(kshot, 'iris.csv', example('iris.csv'))));
    const results = await Promise.allSettled(
      ids.map((id) =>
        kshot.ask(`mutation { importDataSet(input: { uploadId: "${id}", name: "twice" }) { id } }`),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = results.find((result) => result.status === 'rejected');
    expect(rejected?.reason).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('what is beyond use is refused', () => {
  test('depth, aliases, fields, cost and page size', async () => {
    const deep = `{ runs { nodes { version { dataSet { latest { dataSet { latest { dataSet { latest { dataSet { latest { dataSet { id } } } } } } } } } } } } }`;
    expect((await refusal(kshot.ask(deep))).message).toMatch(/nested deeper/);
    const aliases = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: server { version }`).join(' ')} }`;
    expect((await refusal(kshot.ask(aliases))).message).toMatch(/aliases/);
    const costly =
      '{ runs(first: 100) { nodes { version { classes(first: 100) { nodes { examples(first: 100) { name } } } } } } }';
    expect((await refusal(kshot.ask(costly))).message).toMatch(/may give/);
    expect((await refusal(kshot.ask('{ runs(first: 101) { totalCount } }'))).code).toBe('BAD_INPUT');
    expect((await refusal(kshot.ask('{ runs(after: "x") { totalCount } }'))).code).toBe('BAD_INPUT');
  });

  test('a prediction with the wrong kind of input, an unknown column or a bad number', async () => {
    const run = await runEnded(kshot, await startRun(kshot, versionId, { epochs: 1 }));
    const predict = (input: string) =>
      refusal(kshot.ask(`{ predict(modelId: "${run.models[0]?.id}", inputs: [${input}]) { class } }`));
    expect((await predict('{ text: "a flower" }')).message).toMatch(/takes table inputs/);
    expect((await predict('{ text: "a", exampleId: "b" }')).message).toMatch(/exactly one/);
    expect((await predict('{ row: [{ column: "colour", value: "red" }] }')).message).toMatch(
      /no column "colour"/,
    );
    expect((await predict('{ row: [{ column: "sepal_length", value: "long" }] }')).message).toMatch(
      /needs a number/,
    );
  });
});
