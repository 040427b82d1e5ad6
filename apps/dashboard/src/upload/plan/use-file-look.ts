import { useEffect, useRef, useState } from 'react';
import type { InspectUploadInput } from '@/generated/graphql';
import { useUpload } from '../use-upload';
import { useInspection } from './use-inspection';

type Asked = Omit<InspectUploadInput, 'uploadId'>;

/** Sends a file at once and has the server look at it, and look again by other choices. */
export function useFileLook(file: File, asked: Asked = {}) {
  const [uploadId, setUploadId] = useState<string | null>(null);
  const { look, plan, looking, problem: unreadable } = useInspection();
  const { state, send, stop } = useUpload((id) => {
    setUploadId(id);
    return look({ uploadId: id, ...asked });
  });
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    void send(file);
  });
  return {
    uploadId,
    state,
    stop,
    /** The newest plan; null while there is none, and where the file cannot be read. */
    plan: unreadable ? null : plan,
    looking,
    unreadable,
    lookAgain: (next: Asked) => uploadId !== null && void look({ uploadId, ...next }),
  };
}

export type FileLook = ReturnType<typeof useFileLook>;
