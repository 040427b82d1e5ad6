import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

const seen = new WeakSet<Server>();

/** Answers what Next would answer with a bare text, or not at all, in JSON: addresses that cannot be read and requests for sockets. */
export function refuseUnreadable(): void {
  subscribe('http.server.request.start', (message) => {
    const { server } = message as { server: Server };
    if (seen.has(server)) return;
    seen.add(server);
    guard(server);
  });
}

function guard(server: Server): void {
  const handlers = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refusalOf(request);
    if (!refusal) for (const handle of handlers) handle.call(server, request, response);
    else response.writeHead(refusal.status, HEADERS).end(bodyOf(refusal));
  });
  if (process.env.NODE_ENV === 'development') return; // pages are told of changes by a socket
  server.removeAllListeners('upgrade');
  server.on('upgrade', (_request: IncomingMessage, socket: Duplex) => {
    const { status } = NO_SOCKETS;
    const body = bodyOf(NO_SOCKETS);
    const fields = { ...HEADERS, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.on('error', () => socket.destroy()); // who asked is gone
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
  });
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const NO_SOCKETS: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'The dashboard opens no WebSockets. Open them at /graphql of the API.',
};

/** Why a request cannot be read; undefined where it can. Whole URLs, as proxies send them, become paths. */
export function refusalOf(request: Pick<IncomingMessage, 'method' | 'url'>): Refusal | undefined {
  const { method = '', url = '/' } = request;
  if (method === 'TRACE')
    return { status: 405, code: 'BAD_INPUT', message: 'TRACE is not supported. Use GET or POST.' };
  if (!url.startsWith('/') && URL.canParse(url)) {
    const { pathname, search } = new URL(url);
    request.url = pathname + search;
  }
  return isAddress(request.url ?? '/') ? undefined : BAD_ADDRESS;
}

const BAD_ADDRESS: Refusal = {
  status: 400,
  code: 'BAD_INPUT',
  message: 'The address cannot be read. Begin it with /, percent-encode it as UTF-8, and write a % as %25.',
};

function isAddress(url: string): boolean {
  try {
    return decodeURIComponent(url.split('?', 1)[0] as string).startsWith('/');
  } catch {
    return false;
  }
}

const HEADERS = { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };

/** Shaped as a GraphQL answer, as all refusals of the dashboard. */
const bodyOf = ({ code, message }: Refusal): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });
