import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import type { ImportDataSetInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { putFile } from './put-file';
import { CreateUpload, ImportDataSet } from './upload.operations';

type State = { stage: 'ready' | 'sending' | 'starting'; share: number; problem: Problem | null };

const READY: State = { stage: 'ready', share: 0, problem: null };

/** Sends a file and starts its import: gives the data set's id, or null after a problem. */
export function useUpload() {
  const [state, setState] = useState<State>(READY);
  const [, createUpload] = useMutation(CreateUpload);
  const [, importDataSet] = useMutation(ImportDataSet);
  const abort = useRef<AbortController | null>(null);

  // Whoever closes the form gives the upload up.
  useEffect(() => () => abort.current?.abort(), []);

  const send = async (file: File, about: Omit<ImportDataSetInput, 'uploadId'>): Promise<string | null> => {
    const failed = (problem: Problem | null) => {
      setState({ ...READY, problem });
      return null;
    };
    abort.current = new AbortController();
    setState({ stage: 'sending', share: 0, problem: null });
    const created = await createUpload({ input: { fileName: file.name, bytes: file.size } });
    if (!created.data) return failed(problemOf(created.error));
    const { id, url } = created.data.createUpload;
    const path = new URL(url, location.origin);
    const onShare = (share: number) => setState({ stage: 'sending', share, problem: null });
    const refused = await putFile(path.pathname + path.search, file, onShare, abort.current.signal);
    if (refused) return failed(refused);
    setState({ stage: 'starting', share: 1, problem: null });
    const started = await importDataSet({ input: { uploadId: id, ...about } });
    if (!started.data) return failed(problemOf(started.error));
    setState(READY);
    return started.data.importDataSet.dataSet.id;
  };

  return { state, send, stop: () => abort.current?.abort() };
}
