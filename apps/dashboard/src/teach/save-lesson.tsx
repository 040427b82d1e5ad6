'use client';
import { Database } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useClient } from 'urql';
import type { Problem } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { sendFile } from '@/upload/send-file';
import { useImport } from '@/upload/use-import';
import type { Given } from './lesson';
import { lessonFile } from './lesson-file';

/** Keeps the examples as a data set. */
export function SaveLesson({ given, onSaved }: { given: readonly Given[]; onSaved: () => void }) {
  const router = useRouter();
  const client = useClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const {
    start,
    importing,
    problem: refused,
  } = useImport((id) => {
    onSaved();
    router.push(`/data/${id}`);
  });
  const save = async () => {
    setProblem(null);
    setSending(true);
    try {
      const uploadId = await sendFile(client, lessonFile(given));
      const classes = [...new Set(given.map((one) => one.class))];
      await start({ uploadId, name: `Taught: ${classes.slice(0, 3).join(', ')}` }, true);
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setSending(false);
    }
  };
  const busy = sending || importing !== null;
  const shown = problem ?? refused;
  return (
    <>
      <Button disabled={busy} onClick={() => void save()}>
        <Database aria-hidden />
        {busy ? 'Saving…' : 'Save examples as a data set'}
      </Button>
      {shown && <ProblemNote problem={shown} title="Nothing was saved" className="w-full" />}
    </>
  );
}
