import type { Client } from 'urql';
import type { AddExamplesInput, AddFileInput } from '@/generated/graphql';
import { tarOfFiles } from '@/upload/dropped/tar-of-files';
import { sendFile } from '@/upload/send-file';
import type { Outcome } from './changes';

/** New examples as an edit takes them: files are sent first, as one archive for each class. Throws a Problem. */
export async function sentExamples(
  client: Client,
  { added }: Outcome,
): Promise<{ add: AddExamplesInput[]; addFiles: AddFileInput[] }> {
  const add: AddExamplesInput[] = [];
  const addFiles: AddFileInput[] = [];
  for (const group of added) {
    const inputs = group.examples.flatMap((one) => (one.kind === 'input' ? [one.input] : []));
    const files = group.examples.flatMap((one) => (one.kind === 'file' ? [one.file] : []));
    if (inputs.length > 0) add.push({ class: group.class, examples: inputs });
    if (files.length > 0) {
      const pathed = files.map((file, i) => ({ path: `${i + 1}-${file.name}`, file }));
      const uploadId = await sendFile(client, tarOfFiles('added', pathed));
      addFiles.push({ uploadId, class: group.class });
    }
  }
  return { add, addFiles };
}
