import { provisionNative } from './provision.mjs';

const started = Date.now();
const { way, native, reasons } = await provisionNative({ log: (line) => console.log(`  ${line}`) });
if (!native) for (const reason of reasons) console.log(`  tried ${reason}`);
const seconds = ((Date.now() - started) / 1000).toFixed(1);
console.log(
  native
    ? `native TensorFlow backend: ${way} (${seconds} s)`
    : `PURE JAVASCRIPT, many times slower (${seconds} s)`,
);
