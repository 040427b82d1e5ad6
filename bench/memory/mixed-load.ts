import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import WebSocket from 'ws';
import { root } from '../../tools/setup.mjs';
import type { Kshot } from '../home/kshot.js';
import { ended, startRun, uploaded } from '../home/requests.js';
import type { ServedModel } from '../serve/models.js';

/** What one person after another does, again and again, with the pause between. */
export interface Habit {
  readonly name: string;
  readonly pause: number;
  once(): Promise<void>;
}

const PREDICT =
  'query ($modelId: ID!, $inputs: [PredictInput!]!) { predict(modelId: $modelId, inputs: $inputs) { class } }';
const LISTS =
  '{ runs(first: 50) { nodes { id name status } } models(first: 50) { nodes { id name } } dataSets(first: 50) { nodes { id name latest { exampleCount } } } }';

export function habits(kshot: Kshot, served: Readonly<Record<string, ServedModel<object>>>): Habit[] {
  const irises = readFileSync(path.join(root, 'examples/data/iris.csv'));
  let made = 0;
  return [
    ...Object.entries(served).map(([name, { modelId, input }]) => ({
      name: `predicts a ${name}`,
      pause: 1000,
      once: async () => void (await kshot.ask(PREDICT, { modelId, inputs: [input, input] })),
    })),
    // A list whose data sets are deleted meanwhile is asked for again.
    {
      name: 'reads lists',
      pause: 1000,
      once: async () => void (await kshot.ask(LISTS).catch(() => kshot.ask(LISTS))),
    },
    {
      name: 'imports, trains and deletes',
      pause: 10_000,
      once: async () => {
        const uploadId = await uploaded(kshot, 'iris.csv', irises);
        const { version } = await kshot.ask<{ version: { id: string; dataSet: { id: string } } }>(
          'mutation ($input: ImportDataSetInput!) { version: importDataSet(input: $input) { id dataSet { id } } }',
          { input: { uploadId, name: `irises ${++made}` } },
        );
        await ended(kshot, `dataSetVersion(id: "${version.id}") { status failure { message } }`, 'READY');
        const id = await startRun(kshot, 'Pretraining', { versionId: version.id, options: { epochs: 5 } });
        await watched(kshot, id);
        await ended(kshot, `run(id: "${id}") { status failure { message } }`, 'DONE');
        await kshot.ask('mutation ($id: ID!) { deleteRun(id: $id) }', { id });
        await kshot.ask('mutation ($id: ID!) { deleteDataSet(id: $id) }', { id: version.dataSet.id });
      },
    },
    {
      name: 'predicts a file',
      pause: 15_000,
      once: async () => {
        const uploadId = await uploaded(kshot, 'iris.csv', irises);
        const { started } = await kshot.ask<{ started: { id: string } }>(
          'mutation ($input: StartPredictionInput!) { started: startPrediction(input: $input) { id } }',
          { input: { uploadId, modelId: served.row?.modelId } },
        );
        await ended(kshot, `prediction(id: "${started.id}") { status failure { message } }`, 'DONE');
        await kshot.ask('mutation ($id: ID!) { deletePrediction(id: $id) }', { id: started.id });
      },
    },
  ];
}

/** Does it until `going` says no more; gives how often. */
export async function keepsOn({ pause, once }: Habit, going: () => boolean): Promise<number> {
  let times = 0;
  for (; going(); times++) {
    await once();
    await delay(pause);
  }
  return times;
}

/** Watches the metrics of a run to their end, on a socket of its own. */
function watched({ api }: Kshot, id: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data) => {
      const { type } = JSON.parse(String(data)) as { type: string };
      if (type === 'connection_ack')
        socket.send(
          JSON.stringify({
            id: '1',
            type: 'subscribe',
            payload: {
              query: 'subscription ($id: ID!) { runMetrics(runId: $id) { lastStep done } }',
              variables: { id },
            },
          }),
        );
      if (type === 'ping') socket.send('{"type":"pong"}');
      if (type === 'complete' || type === 'error') socket.close();
    });
  });
}
