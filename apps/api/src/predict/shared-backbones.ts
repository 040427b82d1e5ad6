import { createHash } from 'node:crypto';
import { type Backbone, type NetworkRunner, networkRunner } from '@kshot/fewshot';
import { engine } from '@kshot/native';

/** Backbones that nobody uses stay ready for the next who do. */
const MOST_IDLE = 2;

interface Shared {
  readonly runner: NetworkRunner;
  users: number;
}
const shared = new Map<string, Shared>();

/** A backbone made ready once for all models that have it: a head behind it is ready at once. `release` when it is no longer used. */
export function sharedBackbone(backbone: Backbone): { runner: NetworkRunner; release(): void } {
  const key = keyOf(backbone);
  const known = shared.get(key) ?? { runner: networkRunner(engine(), backbone), users: 0 };
  shared.delete(key);
  shared.set(key, known); // now the last to go
  known.users++;
  return {
    runner: known.runner,
    release() {
      known.users--;
      dropIdle();
    },
  };
}

function dropIdle(): void {
  const idle = [...shared].filter(([, { users }]) => users === 0);
  for (const [key, { runner }] of idle.slice(0, Math.max(0, idle.length - MOST_IDLE))) {
    shared.delete(key);
    runner.dispose();
  }
}

function keyOf({ network, weights }: Backbone): string {
  const hash = createHash('sha256').update(JSON.stringify(network));
  for (const [name, { values }] of Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(name).update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return hash.digest('hex');
}
