import { threadsFor } from '@kshot/native';
import { hasLibrary } from '../processes.mjs';
import { median } from '../samples.mjs';
import { ours, peer } from './processes.mjs';

const merged = (a, b) =>
  a ? { ...b, samples: [...a.samples, ...b.samples], cpu: Math.min(a.cpu, b.cpu) } : b;

const fastest = (peers, library) =>
  Object.keys(peers)
    .filter((way) => way.startsWith(library))
    .sort((a, b) => median(peers[a].samples) - median(peers[b].samples))[0];

/**
 * Ours and the peers in turn, `rounds` times. The first round tries every way that a peer has, the others repeat its
 * fastest. The ratio is to PyTorch at its best, to another library only where there is no PyTorch.
 */
export function compare({ work, unit, kind }, threads, { rounds, seconds }) {
  const split = threadsFor(kind, threads);
  const rate = unit.endsWith('/s');
  const peers = {};
  const best = () => fastest(peers, 'PyTorch') ?? fastest(peers, '');
  let compiled;
  let eager;
  for (let round = 0; round < (rate ? 1 : rounds); round++) {
    compiled = merged(compiled, ours(work, split, 'compiled', seconds));
    if (rate) break;
    eager ??= ours(work, split, 'eager', seconds / 2);
    const only = best() ? [best()] : [];
    const found = hasLibrary('torch') ? peer('torch_peer.py', [work, threads, seconds, ...only]) : [];
    if (work === 'mlp-epoch' && round === 0 && hasLibrary('tensorflow'))
      found.push(...peer('keras_peer.py', [threads]));
    for (const line of found) peers[line.way] = merged(peers[line.way], line);
  }
  return { work, unit, threads, split, compiled, eager, peers, best: best() };
}
