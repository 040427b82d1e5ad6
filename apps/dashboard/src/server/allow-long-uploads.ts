import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';

/** Node ends a request after five minutes, however much of a file still comes. The API itself ends uploads that fall silent. */
export function allowLongUploads(): void {
  subscribe('http.server.request.start', (message) => {
    (message as { server: Server }).server.requestTimeout = 0;
  });
}
