import { useEffect, useRef, useState } from 'react';
import { type Client, useClient } from 'urql';
import type { TaughtModelFragment } from '@/generated/graphql';
import { type Problem, problemOf } from '@/graphql/problem';
import { DeleteModel } from '@/models/model.operations';
import { keptLessons } from './kept-lessons';
import { type Given, supportOf, withCorrection, withGiven } from './lesson';
import { Correct, ServedAs, Teach } from './teach.operations';

/** Teaches a model: what is given goes to the server at once, and the model that comes back takes the place of the one before. */
export function useTeaching(start: TaughtModelFragment) {
  const client = useClient();
  const [left] = useState(() => keptLessons.get(start.id));
  const [model, setModel] = useState(left?.model ?? start);
  // Of a model that was taught before, the page does not have the examples themselves.
  const begins = start.lesson === null;
  const isTaught = model.lesson !== null;
  const [given, setGiven] = useState<Given[]>(left?.given ?? []);
  const [named, setNamed] = useState<string[]>(left?.named ?? []);
  const [saved, setSaved] = useState(left?.saved ?? 0);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const current = useRef(model);
  const last = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef<Given[]>(isTaught ? [] : given);
  useEffect(() => {
    if (begins && given.length + named.length > 0) keptLessons.set(start.id, { model, given, named, saved });
  }, [begins, start.id, model, given, named, saved]);
  useLeaveWarning(begins && given.length > saved);

  const replace = async (next: TaughtModelFragment) => {
    const { id } = current.current;
    current.current = next;
    setModel(next);
    // Also where the page was left meanwhile: the model before is about to go.
    const kept = keptLessons.get(start.id);
    if (begins && kept) keptLessons.set(start.id, { ...kept, model: next });
    // Steps on the way are not kept, unless they are served or were there before.
    if (begins && id !== start.id) await forget(client, id, next.id);
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const own = last.current.then(async () => {
      setBusy(true);
      await work();
      setBusy(false);
    });
    last.current = own;
    return own;
  };
  const add = (...more: Given[]): Promise<void> => {
    waiting.current = [...waiting.current, ...more];
    setGiven((before) => withGiven(before, more));
    return inTurn(async () => {
      const some = waiting.current;
      const classes = new Set(some.map((one) => one.class));
      // A model tells at least two classes apart: the first one waits for another.
      if (some.length === 0 || (current.current.lesson === null && classes.size < 2)) return;
      waiting.current = [];
      const input = { ...targetOf(current.current), support: supportOf(some) };
      const { data, error } = await client.mutation(Teach, { input }).toPromise();
      setProblem(problemOf(error));
      if (data) await replace(data.teach);
      else setGiven((before) => before.filter((one) => !some.includes(one)));
    });
  };
  const correct = (index: number, name: string | null): Promise<void> =>
    inTurn(async () => {
      const input = {
        modelId: current.current.id,
        alias: servedAs(current.current),
        changes: [{ index, class: name }],
      };
      const { data, error } = await client.mutation(Correct, { input }).toPromise();
      setProblem(problemOf(error));
      if (!data) return;
      setGiven((before) => withCorrection(before, index, name));
      await replace(data.correct);
    });
  const startOver = (): void => {
    keptLessons.delete(start.id);
    current.current = start;
    waiting.current = [];
    setModel(start);
    setGiven([]);
    setNamed([]);
    setSaved(0);
    setProblem(null);
  };
  const isWhole = begins && given.length === (model.lesson?.length ?? 0);
  return {
    model: isTaught ? model : null,
    /** All examples, where the page has them. */
    given,
    isWhole,
    busy,
    problem,
    add,
    correct,
    named,
    nameClass: (name: string) => setNamed((before) => [...before, name]),
    markSaved: () => setSaved(given.length),
    /** Null where the lesson did not begin on this page, or has nothing yet. */
    startOver: begins && given.length + named.length > 0 ? startOver : null,
  };
}

/** The one name that a model is served by; null where there are several or none. */
function servedAs({ served }: TaughtModelFragment): string | null {
  const names = served.filter(({ isServed }) => isServed);
  return names[0] && names.length === 1 ? `${names[0].name}@${names[0].alias}` : null;
}

/** What is taught: whatever answers by the name of the model now, or else the model itself. */
function targetOf(model: TaughtModelFragment): { alias: string } | { modelId: string } {
  const alias = servedAs(model);
  return alias === null ? { modelId: model.id } : { alias };
}

/** Asks before the browser leaves the dashboard; within it a lesson is kept. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

export type Teaching = ReturnType<typeof useTeaching>;

async function forget(client: Client, id: string, next: string): Promise<void> {
  const { data } = await client
    .query(ServedAs, { modelId: next }, { requestPolicy: 'network-only' })
    .toPromise();
  if (data?.aliases.nodes.length === 0) await client.mutation(DeleteModel, { id, aliases: [] }).toPromise();
}
