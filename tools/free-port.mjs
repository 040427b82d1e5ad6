import { createServer } from 'node:net';

/** Ports that parts of Kshot will listen on, though nothing does yet. */
const spokenFor = () => [process.env.KSHOT_API_PORT, process.env.KSHOT_DASHBOARD_PORT].map(Number);

/** @returns {Promise<number>} a port of 127.0.0.1 that nothing listens on, and that API and dashboard do not want */
export async function freePort() {
  for (;;) {
    const port = await unused();
    if (!spokenFor().includes(port)) return port;
  }
}

/** @returns {Promise<number>} */
function unused() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
