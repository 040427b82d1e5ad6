import WebSocket from 'ws';

/** An acknowledged socket of graphql-transport-ws, message by message. */
export interface OpenSocket {
  send(message: unknown): void;
  next(): Promise<unknown>;
  close(): void;
}

export async function openSocket(
  api: string,
  payload: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<OpenSocket> {
  const socket = new WebSocket(`${api.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const messages: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  const deliver = (message: unknown): void => {
    const wake = waiting.shift();
    if (wake) wake(message);
    else messages.push(message);
  };
  socket.on('message', (data) => deliver(JSON.parse(String(data))));
  socket.on('close', (code) => deliver({ closed: code }));
  const opened: OpenSocket = {
    send: (message) => socket.send(JSON.stringify(message)),
    next: async () => (messages.length > 0 ? messages.shift() : new Promise((go) => waiting.push(go))),
    close: () => socket.close(),
  };
  await new Promise((go, fail) => socket.once('open', go).once('error', fail));
  opened.send({ type: 'connection_init', payload });
  const first = (await opened.next()) as { type?: string };
  if (first.type !== 'connection_ack') throw new Error(`The socket answered ${JSON.stringify(first)}.`);
  return opened;
}
