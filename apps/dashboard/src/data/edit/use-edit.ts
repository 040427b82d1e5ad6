import { useState } from 'react';
import { useClient } from 'urql';
import type { EditVersionInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { type StartedVersion, useFollowedVersion } from '@/upload/use-followed-version';
import { EditVersion } from './edit.operations';

/** Makes the next version by a list of changes and follows it to its end. What `prepare` throws is the problem. */
export function useEdit(onSaved: (version: StartedVersion) => void) {
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const { follow, following, share, problem, setProblem } = useFollowedVersion(onSaved);
  const edit = async (prepare: () => EditVersionInput | Promise<EditVersionInput>): Promise<void> => {
    setAsking(true);
    setProblem(null);
    try {
      const { data, error } = await client.mutation(EditVersion, { input: await prepare() }).toPromise();
      if (data) follow(data.editVersion);
      else setProblem(problemOf(error));
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setAsking(false);
    }
  };
  return { edit, saving: asking || following, share, problem };
}
