import type { Client } from 'urql';
import { problemOf } from '@/graphql/problem';
import { putFile } from './put-file';
import { CreateUpload } from './upload.operations';

/** Uploads a file and gives the upload's id. Throws a Problem. */
export async function sendFile(
  client: Client,
  file: File,
  onShare: (share: number) => void = () => undefined,
  signal = new AbortController().signal,
): Promise<string> {
  const input = { fileName: file.name, bytes: file.size };
  const { data, error } = await client.mutation(CreateUpload, { input }).toPromise();
  if (!data) throw problemOf(error);
  const { id, url } = data.createUpload;
  const path = new URL(url, location.origin);
  const refused = await putFile(path.pathname + path.search, file, onShare, signal);
  if (refused) throw refused;
  return id;
}
