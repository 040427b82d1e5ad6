import type { DeviceAnswer, DeviceSettings } from '@kshot/device';
import type { PredictInput } from '@/generated/graphql';
import type { Problem } from '@/graphql/problem';
import { readProblem } from '@/upload/read-problem';
import { address } from '@/url/address';

type Column = { name: string; kind: string; categories?: string[] | null; sample?: string | null };

/** Where a browser finds the file of a model that it can answer with, and what counts for its answers. */
export type ForDevice = DeviceSettings & { hash: string; bytes: number };

export type SharedModel = {
  onDevice: ForDevice | null;
  /** Whether a sample of what is asked is kept. */
  keepsInputs: boolean;
  classes: string[];
  input: { modality: 'IMAGE' | 'TEXT' | 'TABLE'; columns: Column[] | null };
};

export type SharedAnswer = DeviceAnswer;

export type SharedInput = PredictInput | File;

/** What a call gave, or why it gave nothing. */
export type Outcome<T> = { value: T; problem: null } | { value: null; problem: Problem };

/** What a shared model takes. */
export const readShared = (name: string): Promise<Outcome<SharedModel>> =>
  call<SharedModel>(address(`/shared/${encodeURIComponent(name)}`));

/** Its answer to one photo, text or row. */
export async function askShared(name: string, input: SharedInput): Promise<Outcome<SharedAnswer>> {
  const answer = await call<{ predictions: [SharedAnswer] }>(
    address(`/shared/${encodeURIComponent(name)}:predict`),
    {
      method: 'POST',
      ...requestOf(input),
    },
  );
  return answer.problem ? answer : { value: answer.value.predictions[0], problem: null };
}

function requestOf(input: SharedInput): RequestInit {
  if (input instanceof File) {
    const body = new FormData();
    body.append('image', input);
    return { body };
  }
  const { text, row } = input;
  const cells = Object.fromEntries((row ?? []).map(({ column, value }) => [column, value ?? null]));
  return {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [row ? { row: cells } : { text }] }),
  };
}

async function call<T>(url: string, init: RequestInit = {}): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, init);
    const body = await response.json();
    if (response.ok) return { value: body as T, problem: null };
    return { value: null, problem: { code: 'ERROR', message: 'There is no answer.', ...readProblem(body) } };
  } catch {
    const message = 'There is no answer from the server. Check the connection and try again.';
    return { value: null, problem: { code: 'API_UNREACHABLE', message } };
  }
}
