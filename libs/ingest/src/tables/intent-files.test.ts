import { expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { importBytes } from './fixtures/import-bytes.js';

const said = (...texts: string[][]) =>
  Buffer.from(JSON.stringify(texts.map((pieces) => ({ data: pieces.map((text) => ({ text })) }))));

test('an export of Dialogflow gives the examples of each intent', async () => {
  const zip = storedZip([
    { name: 'agent.json', data: Buffer.from('{"language":"en"}') },
    { name: 'intents/book_flight.json', data: Buffer.from('{"name":"book_flight","responses":[]}') },
    { name: 'intents/book_flight_usersays_en.json', data: said(['fly to ', 'Rome'], ['a flight please']) },
    { name: 'intents/small.talk - hi_usersays_pt-br.json', data: said(['hi'], ['good day']) },
    { name: 'intents/broken_usersays_en.json', data: Buffer.from('[{') },
  ]);
  const { pack, names } = await importBytes('agent.zip', zip);
  expect(names).toEqual(['fly to Rome', 'a flight please', 'hi', 'good day']);
  expect(pack.manifest.classes.map(({ name }) => name)).toEqual(['book_flight', 'small.talk - hi']);
  expect(pack.manifest.warnings.slice(1, 3)).toEqual([
    '1 file holds no examples that can be read: intents/broken_usersays_en.json. Export the agent again.',
    '2 other files of the export were left out, such as those of answers and entities.',
  ]);
});
