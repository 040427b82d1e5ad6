import { useEffect, useState } from 'react';
import { useMutation, useSubscription } from 'urql';
import { VersionChanged } from '@/data/data-set.operations';
import type { ImportDataSetInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { ImportDataSet } from './upload.operations';

const MOST_NAMES = 50;

/** Imports an upload and follows it to its end: the form stays as it is until the version is ready. */
export function useImport(onDone: (dataSetId: string) => void) {
  const [started, setStarted] = useState<{ versionId: string; dataSetId: string } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [, importDataSet] = useMutation(ImportDataSet);
  const [{ data }] = useSubscription({
    query: VersionChanged,
    variables: { id: started?.versionId ?? '' },
    pause: started === null,
  });
  const version = data?.versionChanged.id === started?.versionId ? data?.versionChanged : undefined;
  const { status, failure } = version ?? {};
  useEffect(() => {
    if (!started) return;
    if (status === 'READY') onDone(started.dataSetId);
    if (status === 'FAILED') {
      setStarted(null);
      setProblem(
        failure ?? { code: 'IMPORT_FAILED', message: 'The import failed, and no reason was recorded.' },
      );
    }
  }, [started, status, failure, onDone]);
  /** A name that nobody typed gets a number where it is taken. */
  const start = async (input: ImportDataSetInput, proposed: boolean) => {
    setProblem(null);
    let answer = await importDataSet({ input });
    for (let n = 2; proposed && n < MOST_NAMES && problemOf(answer.error)?.code === 'CONFLICT'; n++)
      answer = await importDataSet({ input: { ...input, name: `${input.name} ${n}` } });
    if (answer.data) {
      const { id, dataSet } = answer.data.importDataSet;
      setStarted({ versionId: id, dataSetId: dataSet.id });
    } else setProblem(problemOf(answer.error));
  };
  return { start, problem, importing: started !== null, share: version?.progress ?? 0 };
}
