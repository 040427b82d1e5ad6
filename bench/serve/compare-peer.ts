import type { Kshot } from '../home/kshot.js';
import { measured, type Served } from './clients.js';
import type { ServedModel } from './models.js';
import { startPeer } from './peer.js';

type RowModel = ServedModel<{ readonly row: readonly { readonly column: string; readonly value: string }[] }>;

/** Asks a table model at its address and the same model behind the peer, in turn. Throws where their answers differ. */
export async function comparePeer(
  { api }: Kshot,
  { modelId, input }: RowModel,
  clients: readonly number[],
  seconds: number,
  show: (work: string, clients: number, ours: Served, theirs: Served) => void,
): Promise<void> {
  const onnx = await fetch(`${api}/files/models/${modelId}.onnx`);
  if (!onnx.ok) throw new Error(`No ONNX: ${await onnx.text()}`);
  const peer = await startPeer(new Uint8Array(await onnx.arrayBuffer()));
  if (!peer) return;
  const row = Object.fromEntries(input.row.map(({ column, value }) => [column, Number(value)]));
  const ask = async () => {
    const response = await fetch(`${api}/v1/models/${modelId}:predict`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ inputs: [{ row }] }),
    });
    const { predictions } = (await response.json()) as { predictions: { class: string }[] };
    return predictions[0]!.class;
  };
  try {
    const [ours, theirs] = [await ask(), await peer.ask(row)];
    if (ours !== theirs) throw new Error(`The peer answers ${theirs}, Kshot ${ours}.`);
    for (const count of clients) {
      const own = await measured(count, seconds, ask);
      show('row by /v1', count, own, await measured(count, seconds, () => peer.ask(row)));
    }
  } finally {
    peer.stop();
  }
}
