import type { Problem } from '@/graphql/problem';

/** PUTs the file to the upload's path, telling the share 0…1 that is through; null, or what went wrong. */
export function putFile(
  path: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Problem | null> {
  // fetch cannot tell how much of a body has gone out; XMLHttpRequest can.
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 1);
    request.onload = () => resolve(request.status < 300 ? null : refusal(request));
    request.onerror = () =>
      resolve({
        code: 'UPLOAD_INTERRUPTED',
        message: 'The connection broke before the file was through. Try again.',
      });
    request.onabort = () => resolve({ code: 'UPLOAD_STOPPED', message: 'The upload was stopped.' });
    signal.addEventListener('abort', () => request.abort());
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.send(file);
  });
}

function refusal({ responseText, status }: XMLHttpRequest): Problem {
  const unknown = { code: `HTTP_${status}`, message: 'The server refused the file.' };
  try {
    const body: unknown = JSON.parse(responseText);
    return { ...unknown, ...readProblem(body) };
  } catch {
    return unknown;
  }
}

/** The API's refusals come as `{ code, message }` or as GraphQL's `{ errors: [{ message, extensions: { code } }] }`. */
export function readProblem(body: unknown): Partial<Problem> {
  if (typeof body !== 'object' || body === null) return {};
  const { code, message, errors, error } = body as Record<string, unknown>;
  if (Array.isArray(errors)) return readProblem(errors[0]);
  if (typeof error === 'object') return readProblem(error);
  const { extensions } = body as { extensions?: { code?: unknown } };
  const named = code ?? extensions?.code;
  return {
    ...(typeof named === 'string' ? { code: named } : {}),
    ...(typeof message === 'string' ? { message } : {}),
  };
}
