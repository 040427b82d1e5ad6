import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Why the native backend must not or cannot be tried, from the environment and what provisioning left behind. */
export function whyNotNative(): string | undefined {
  if (process.env.KSHOT_NATIVE === 'off') return 'KSHOT_NATIVE=off asks for pure JavaScript';
  const packageJson = createRequire(import.meta.url).resolve('@tensorflow/tfjs-node/package.json');
  try {
    const stamp = JSON.parse(readFileSync(join(dirname(packageJson), 'kshot-native.json'), 'utf8'));
    return stamp.way === 'javascript' ? `no native backend here: ${stamp.reasons.join('; ')}` : undefined;
  } catch {
    // No stamp: installed by other means, perhaps. The import decides.
    return undefined;
  }
}
