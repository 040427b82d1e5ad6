import { useMutation } from 'urql';
import type { ImportDataSetInput } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ImportDataSet } from './upload.operations';
import { useFollowedVersion } from './use-followed-version';

const MOST_NAMES = 50;

/** Imports an upload and follows it to its end: the form stays as it is until the version is ready. */
export function useImport(onDone: (dataSetId: string) => void) {
  const { follow, followed, share, problem, setProblem } = useFollowedVersion(({ dataSet }) =>
    onDone(dataSet.id),
  );
  const [, importDataSet] = useMutation(ImportDataSet);
  /** A name that nobody typed gets a number where it is taken. */
  const start = async (input: ImportDataSetInput, proposed: boolean) => {
    setProblem(null);
    let answer = await importDataSet({ input });
    for (let n = 2; proposed && n < MOST_NAMES && problemOf(answer.error)?.code === 'CONFLICT'; n++)
      answer = await importDataSet({ input: { ...input, name: `${input.name} ${n}` } });
    if (answer.data) follow(answer.data.importDataSet);
    else setProblem(problemOf(answer.error));
  };
  return { start, problem, importing: followed, share };
}
