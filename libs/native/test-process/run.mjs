import { writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { createViteServer } from 'vitest/node';

// run.mjs MODULE FUNCTION: calls it in this process with the value on stdin, and writes its result to file descriptor 3.
const [path, name] = process.argv.slice(2);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const server = await createViteServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  ssr: { resolve: { conditions: ['source'] } },
});
const module = await server.ssrLoadModule(path);
writeSync(3, serialize(await module[name](deserialize(Buffer.concat(chunks)))));
process.exit(0);
