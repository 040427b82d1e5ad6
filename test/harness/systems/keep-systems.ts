// Keeps whole systems until the process that started this one lets go; sends where to take them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type System, startSystem } from './system.js';

const idle: System[] = [];
const taken = new Map<string, System>();

/** One that has a dashboard already where that is asked for, and one that has none where it is not. */
async function take(withDashboard: boolean): Promise<System> {
  const fitting = idle.findIndex((system) => system.hasDashboard() === withDashboard);
  const [system = await startSystem()] = idle.splice(fitting < 0 ? 0 : fitting, 1);
  taken.set(system.address.api, system);
  return system;
}

async function giveBack(api: string): Promise<void> {
  const system = taken.get(api);
  if (!system) return;
  taken.delete(api);
  if (await system.emptied()) idle.push(system);
  else await system.stop();
}

const server = createServer(async (request, response) => {
  try {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://systems');
    if (pathname === '/take') {
      const withDashboard = searchParams.has('dashboard');
      const system = await take(withDashboard);
      const seen = withDashboard ? await system.seen() : undefined;
      response.end(JSON.stringify({ ...system.address, ...seen }));
    } else {
      await giveBack(searchParams.get('api') ?? '');
      response.end('{}');
    }
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('disconnect', async () => {
  await Promise.all([...idle, ...taken.values()].map((system) => system.stop()));
  process.exit(0);
});
process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
