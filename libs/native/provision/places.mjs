import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where the packages lie that are put together into the native backend. */
export function places() {
  const tfjsNode = dirname(require.resolve('@tensorflow/tfjs-node/package.json'));
  return {
    tfjsNode,
    deps: join(tfjsNode, 'deps'),
    /** tfjs-node looks for its binding where node-pre-gyp would have put it: N-API 8 on Node 20 and later. */
    binding: join(tfjsNode, 'lib', 'napi-v8', 'tfjs_binding.node'),
    stamp: join(tfjsNode, 'kshot-native.json'),
    cache: cacheFolder(),
  };
}

/** What every checkout of a user shares. */
export const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'kshot', 'native');
