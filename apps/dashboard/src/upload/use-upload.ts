import { useEffect, useRef, useState } from 'react';
import type { CombinedError } from 'urql';
import { useMutation } from 'urql';
import { type Problem, problemOf } from '@/graphql/problem';
import { putFile } from './put-file';
import { CreateUpload } from './upload.operations';

type State = { stage: 'ready' | 'sending' | 'starting'; share: number; problem: Problem | null };

const READY: State = { stage: 'ready', share: 0, problem: null };

/** What is made of the file once it is there: an id, or why not. */
type Begin = (uploadId: string) => Promise<{ id?: string; error?: CombinedError }>;

/** Sends a file and has `begin` make something of it: gives that one's id, or null after a problem. */
export function useUpload(begin: Begin) {
  const [state, setState] = useState<State>(READY);
  const [, createUpload] = useMutation(CreateUpload);
  const abort = useRef<AbortController | null>(null);
  // Whoever closes the form gives the upload up.
  useEffect(() => () => abort.current?.abort(), []);
  const send = async (file: File): Promise<string | null> => {
    const failed = (problem: Problem | null) => {
      setState({ ...READY, problem });
      return null;
    };
    abort.current = new AbortController();
    setState({ stage: 'sending', share: 0, problem: null });
    const created = await createUpload({ input: { fileName: file.name, bytes: file.size } });
    if (!created.data) return failed(problemOf(created.error));
    const { id: uploadId, url } = created.data.createUpload;
    const path = new URL(url, location.origin);
    const onShare = (share: number) => setState({ stage: 'sending', share, problem: null });
    const refused = await putFile(path.pathname + path.search, file, onShare, abort.current.signal);
    if (refused) return failed(refused);
    setState({ stage: 'starting', share: 1, problem: null });
    const { id, error } = await begin(uploadId);
    if (!id) return failed(problemOf(error));
    setState(READY);
    return id;
  };
  return { state, send, stop: () => abort.current?.abort() };
}
