import { useState } from 'react';
import { useClient } from 'urql';
import type { AddExamplesInput, AddFileInput, EditVersionInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { sendFile } from '@/upload/send-file';
import { tarOfFiles } from '@/upload/tar-of-files';
import type { Outcome } from './changes';
import { EditVersion } from './edit.operations';

/** Saves changes as the next version: sends the files first, then the list of changes. */
export function useSave(versionId: string, onSaved: (version: { id: string; number: number }) => void) {
  const client = useClient();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const save = async (outcome: Outcome, note: string, author: string): Promise<void> => {
    setSaving(true);
    setProblem(null);
    try {
      const { add, addFiles } = await sent(outcome);
      const input: EditVersionInput = {
        versionId,
        note,
        author: author || undefined,
        ...outcome.input,
        add,
        addFiles,
      };
      const { data, error } = await client.mutation(EditVersion, { input }).toPromise();
      if (data) onSaved(data.editVersion);
      else setProblem(problemOf(error));
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setSaving(false);
    }
  };

  /** Files go as one archive for each class. */
  const sent = async ({ added }: Outcome) => {
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
  };
  return { save, saving, problem };
}
