import { useState } from 'react';
import { useClient } from 'urql';
import type { EditVersionInput } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { type StartedVersion, useFollowedVersion } from '@/upload/use-followed-version';
import { outcomeOf } from './changes';
import { EditVersion } from './edit.operations';
import { changesOf, setChangesOf } from './pending-changes';
import { sentExamples } from './sent-examples';
import { withChanges } from './with-changes';

/** Makes the next version of a data set by an edit, and by the changes to it that wait, and follows it to its end. */
export function useEdit(onSaved: (version: StartedVersion) => void) {
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const [edited, setEdited] = useState<string | null>(null);
  const { follow, followed, share, problem, setProblem } = useFollowedVersion((version) => {
    if (edited) setChangesOf(edited, []);
    onSaved(version);
  });
  const edit = async (input: EditVersionInput): Promise<void> => {
    setAsking(true);
    setProblem(null);
    const versionId = String(input.versionId);
    try {
      const waiting = outcomeOf(changesOf(versionId));
      const whole = withChanges(input, waiting, await sentExamples(client, waiting));
      const { data, error } = await client.mutation(EditVersion, { input: whole }).toPromise();
      setEdited(versionId);
      if (data) follow(data.editVersion);
      else setProblem(problemOf(error));
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setAsking(false);
    }
  };
  return { edit, saving: asking || followed !== null, making: followed, share, problem };
}
