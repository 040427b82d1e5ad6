import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { VerifyClientCallbackAsync, WebSocketServer } from 'ws';
import { address } from './address.js';
import { errorBody, type Failure } from './answer-error.js';
import { foreignRefusal } from './own-hosts.js';

/** Lets sockets open at /graphql, for our pages and for callers that are not browsers. */
export const verifySocket: VerifyClientCallbackAsync = ({ req, origin }, answer) => {
  if (pathOf(req) !== '/graphql')
    return refuseUpgrade(req, req.socket, 404, {
      code: 'NOT_FOUND',
      message: `No WebSocket is served at this address. Open it at ${address('/graphql')}.`,
    });
  const refusal = foreignRefusal({ host: req.headers.host, origin });
  if (refusal) refuseUpgrade(req, req.socket, 403, refusal);
  else answer(true);
};

/** Answers requests for a socket that are not WebSocket handshakes in JSON, as all others. */
export function refuseBrokenHandshakes(sockets: WebSocketServer): void {
  sockets.on('wsClientError', ({ message }, socket, request) => {
    const isPost = message.includes('HTTP method');
    refuseUpgrade(request, socket, isPost ? 405 : 400, {
      code: 'BAD_INPUT',
      message: `${message}. Open a WebSocket of version 13 by GET, or leave the Upgrade header out.`,
    });
  });
}

function refuseUpgrade(request: IncomingMessage, socket: Duplex, status: number, failure: Failure): void {
  const body = JSON.stringify(errorBody(pathOf(request), failure));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    ...(status === 405 ? ['Allow: GET'] : []),
    'Sec-WebSocket-Version: 13',
  ];
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?', 1)[0] as string;
