import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

/** Items of a subscription over a WebSocket of its own; closing the loop closes the socket. */
export async function* subscribed<T>(
  api: string,
  query: string,
  variables: Record<string, unknown>,
  token?: string,
): AsyncGenerator<T> {
  const client = createClient({
    url: `${api.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token ? { connectionParams: { token } } : {}),
  });
  try {
    for await (const { data, errors } of client.iterate<T>({ query, variables })) {
      if (errors) throw new Error(JSON.stringify(errors));
      if (data) yield data;
    }
  } finally {
    await client.dispose();
  }
}

/** What comes, up to the first that is wanted. */
export async function heardUntil<T>(coming: AsyncIterable<T>, wanted: (item: T) => boolean): Promise<T[]> {
  const heard: T[] = [];
  for await (const item of coming) {
    heard.push(item);
    if (wanted(item)) return heard;
  }
  throw new Error(`The subscription ended before what was wanted came: ${JSON.stringify(heard)}`);
}

/** Whether work of any kind is over. */
export const isOver = ({ status }: { readonly status: string }): boolean =>
  !['QUEUED', 'RUNNING', 'IMPORTING'].includes(status);

export interface Batch {
  readonly lastStep: number;
  readonly done: boolean;
  readonly series: { name: string; steps: number[]; values: number[] }[];
}
export const METRICS = `subscription ($runId: ID!, $after: Int!) {
  runMetrics(runId: $runId, after: $after) { lastStep done series { name steps values } }
}`;

/** Appends a batch to what came before, by series. */
export function gather(into: Map<string, [number, number][]>, batch: Batch): void {
  for (const { name, steps, values } of batch.series) {
    const known = into.get(name) ?? [];
    into.set(name, [...known, ...steps.map((step, i): [number, number] => [step, values[i] as number])]);
  }
}
