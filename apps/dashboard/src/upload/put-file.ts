import type { Problem } from '@/graphql/problem';
import { readProblem } from './read-problem';

/** Seconds to wait after each lost connection in a row. */
const WAITS = [1, 2, 4, 8, 15, 30, 60, 60, 60, 60];

/** Sends the file to the upload's path, telling the share 0…1 that is through; goes on by itself after a lost connection. Null, or what went wrong. */
export async function putFile(
  path: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Problem | null> {
  let offset = 0;
  let lost = 0;
  for (;;) {
    const result = await send(path, file, offset, onShare, signal);
    if (result !== 'LOST') return result;
    for (;;) {
      const seconds = WAITS[lost++];
      if (seconds === undefined)
        return {
          code: 'UPLOAD_INTERRUPTED',
          message: 'The connection broke before the file was through. Try again.',
        };
      await wait(1000 * seconds, signal);
      if (signal.aborted) return STOPPED;
      const arrived = await arrivedOf(path, signal);
      if (arrived === null) continue;
      if (arrived === file.size) return null;
      if (arrived > offset) lost = 0;
      offset = arrived;
      break;
    }
  }
}

const STOPPED: Problem = { code: 'UPLOAD_STOPPED', message: 'The upload was stopped.' };

/** How many bytes the server has; null while it cannot be reached. */
async function arrivedOf(path: string, signal: AbortSignal): Promise<number | null> {
  const answer = await fetch(path, { method: 'HEAD', cache: 'no-store', signal }).catch(() => null);
  const offset = answer?.ok ? answer.headers.get('upload-offset') : null;
  return offset === null || offset === undefined ? null : Number(offset);
}

function send(
  path: string,
  file: File,
  offset: number,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Problem | null | 'LOST'> {
  // fetch cannot tell how much of a body has gone out; XMLHttpRequest can.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(offset > 0 ? 'PATCH' : 'PUT', path);
    request.upload.onprogress = ({ loaded }) =>
      onShare(file.size > 0 ? Math.min(1, (offset + loaded) / file.size) : 1);
    request.onload = () => {
      const problem = request.status < 300 ? null : refusal(request);
      const broken = request.status >= 502 || problem?.code === 'UPLOAD_INCOMPLETE';
      resolve(broken ? 'LOST' : problem);
    };
    request.onerror = () => resolve('LOST');
    request.onabort = () => resolve(STOPPED);
    signal.addEventListener('abort', () => request.abort());
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    if (offset > 0) request.setRequestHeader('upload-offset', String(offset));
    request.send(offset > 0 ? file.slice(offset) : file);
  });
}

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const go = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', go, { once: true });
    window.addEventListener('online', go, { once: true });
  });

function refusal({ responseText, status }: XMLHttpRequest): Problem {
  const unknown = { code: `HTTP_${status}`, message: 'The server refused the file.' };
  try {
    const body: unknown = JSON.parse(responseText);
    return { ...unknown, ...readProblem(body) };
  } catch {
    return unknown;
  }
}
