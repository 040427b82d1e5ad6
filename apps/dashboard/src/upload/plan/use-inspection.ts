import { useState } from 'react';
import { useMutation, useSubscription } from 'urql';
import type { InspectUploadInput, PlanFieldsFragment } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { InspectionChanged, InspectUpload } from '../upload.operations';

/** Has the server look at an upload, and again after each change of the choices. */
export function useInspection() {
  const [id, setId] = useState<string | null>(null);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [plan, setPlan] = useState<PlanFieldsFragment | null>(null);
  // At once, not when the server answers: a button must not change under a click.
  const [asking, setAsking] = useState(false);
  const [, inspect] = useMutation(InspectUpload);
  const [{ data }] = useSubscription(
    { query: InspectionChanged, variables: { id: id ?? '' }, pause: id === null },
    (_, next) => {
      if (next.inspectionChanged.plan) setPlan(next.inspectionChanged.plan);
      return next;
    },
  );
  const inspection = data?.inspectionChanged.id === id ? data.inspectionChanged : undefined;
  const look = async (input: InspectUploadInput) => {
    setRefused(null);
    setAsking(true);
    const answer = await inspect({ input });
    setAsking(false);
    if (answer.data) setId(answer.data.inspectUpload.id);
    else setRefused(problemOf(answer.error));
    return { id: answer.data?.inspectUpload.id, error: answer.error };
  };
  const ended = inspection?.status === 'DONE' || inspection?.status === 'FAILED';
  return {
    look,
    /** The newest plan; the one before while the server looks again. */
    plan,
    looking: asking || (id !== null && !ended),
    problem: refused ?? inspection?.failure ?? null,
  };
}
