import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { type Problem, problemOf } from '@/graphql/problem';
import { sendFile } from './send-file';

type State = { stage: 'ready' | 'sending' | 'starting'; share: number; problem: Problem | null };

const READY: State = { stage: 'ready', share: 0, problem: null };

/** What is made of the file once it is there: an id, or why not. */
type Begin = (uploadId: string) => Promise<{ id?: string; error?: CombinedError }>;

/** Sends a file and has `begin` make something of it: gives that one's id, or null after a problem. */
export function useUpload(begin: Begin) {
  const [state, setState] = useState<State>(READY);
  const client = useClient();
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
    const onShare = (share: number) => setState({ stage: 'sending', share, problem: null });
    try {
      const uploadId = await sendFile(client, file, onShare, abort.current.signal);
      setState({ stage: 'starting', share: 1, problem: null });
      const { id, error } = await begin(uploadId);
      if (!id) return failed(problemOf(error));
      setState(READY);
      return id;
    } catch (problem) {
      return failed(problem as Problem);
    }
  };
  return { state, send, stop: () => abort.current?.abort() };
}
