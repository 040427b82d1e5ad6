import { afterAll, beforeAll, expect, test } from 'vitest';
import { example, imported } from '../../harness/data-sets.js';
import type { Kshot } from '../../harness/kshot.js';
import { starter } from '../../harness/models/starters.js';
import { addTinyMultilingual } from '../../harness/models/tiny-multilingual.js';
import { takeKshot } from '../../harness/systems/take.js';

const NAME = 'universal-sentence-encoder-multilingual';
const SPANISH =
  'text,label\n¿Dónde está mi pedido?,delivery\nNo ha llegado el paquete.,delivery\n¿Cuándo abren la tienda?,hours\nQuiero saber el horario.,hours\n';

let kshot: Kshot;
let spanish: string;
beforeAll(async () => {
  kshot = await takeKshot();
  await starter(kshot, 'minilm-l6', 'all-MiniLM-L6-v2');
  ({ id: spanish } = await imported(kshot, 'spanish.csv', SPANISH, { testShare: 0 }));
});
afterAll(() => kshot.stop());

async function preview(versionId: string) {
  const { trainPreview } = await kshot.ask<{
    trainPreview: {
      starter: { id: string; name: string } | null;
      note: string | null;
      command: string | null;
      plan: string | null;
      seconds: number | null;
    };
  }>('query ($id: ID!) { trainPreview(versionId: $id) { starter { id name } note command plan seconds } }', {
    id: versionId,
  });
  return trainPreview;
}

test('Train says which command adds a model of the language', async () => {
  const { starter, command } = await preview(spanish);
  expect(starter?.name).toBe('all-MiniLM-L6-v2');
  expect(command).toBe(`npm run models -- add ${NAME}`);
});

test('Train starts from the multilingual model once it is there', async () => {
  const modelId = await addTinyMultilingual(kshot);
  const { starter, note } = await preview(spanish);
  expect(starter?.id).toBe(modelId);
  expect(note).toBe(`Most of these texts are not English, so Train starts from ${NAME}.`);
  const { train } = await kshot.ask<{ train: { parent: { id: string } } }>(
    'mutation ($input: TrainInput!) { train(input: $input) { parent { id } } }',
    { input: { versionId: spanish } },
  );
  expect(train.parent.id).toBe(modelId);
});

test.each([
  ['English texts', 'intents.csv', 'all-MiniLM-L6-v2'],
  ['a table', 'iris.csv', undefined],
])('of %s there is nothing to say', async (_, file, name) => {
  const { id } = await imported(kshot, file, example(file));
  const { starter, note } = await preview(id);
  expect({ name: starter?.name, note }).toEqual({ name, note: null });
});

test('Train says what it compares, on what, and that trees of a table take longest', async () => {
  const [{ id: table }, { id: texts }] = [
    await imported(kshot, 'iris.csv', example('iris.csv')),
    await imported(kshot, 'intents.csv', example('intents.csv')),
  ];
  const [ofTable, ofTexts] = [await preview(table), await preview(texts)];
  expect(ofTable.plan).toContain('trees, an ensemble and linear heads on the columns');
  expect(ofTexts.plan).toContain('on the features that all-MiniLM-L6-v2 finds');
  const ridge = await kshot.ask<{ estimateTransfer: { seconds: number } }>(
    'query ($input: StartTransferInput!) { estimateTransfer(input: $input) { seconds } }',
    { input: { versionId: table, options: { method: 'RIDGE' } } },
  );
  expect(ofTable.seconds).toBeGreaterThan(ridge.estimateTransfer.seconds);
});
