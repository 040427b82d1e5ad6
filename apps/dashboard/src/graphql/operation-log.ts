import { type DocumentNode, print } from 'graphql';
import { useSyncExternalStore } from 'react';

/** One GraphQL operation that the page in view rests on, as a person would paste it. */
export type LoggedOperation = {
  kind: 'query' | 'mutation' | 'subscription';
  name: string;
  document: string;
  variables: Record<string, unknown>;
};

/** A mutation is of the page that sent it; whatever else is shown ends with what it feeds. */
type Entry = LoggedOperation & { path: string };

const active = new Map<unknown, Entry>();
const NONE: readonly LoggedOperation[] = [];
let snapshot = NONE;
const listeners = new Set<() => void>();
let told = true;

function tell(): void {
  if (!told) return;
  told = false;
  // Queries start while React renders, when no component may be told anything.
  queueMicrotask(() => {
    told = true;
    const here = [...active.values()].filter(
      ({ kind, path }) => kind !== 'mutation' || path === location.pathname,
    );
    snapshot = [...new Map(here.map((each) => [each.name, each])).values()];
    for (const listener of listeners) listener();
  });
}

/** `key` stands for the operation until `forgetOperation`. Of several with one name the newest is shown. */
export function logOperation(key: unknown, document: DocumentNode, variables: object): void {
  const definition = document.definitions.find((each) => each.kind === 'OperationDefinition');
  if (!definition || active.has(key)) return;
  active.set(key, {
    kind: definition.operation,
    name: definition.name?.value ?? 'unnamed',
    document: print(document),
    variables: { ...variables },
    path: location.pathname,
  });
  tell();
}

export function forgetOperation(key: unknown): void {
  if (active.delete(key)) tell();
}

/** The operations that what is on the screen rests on now. */
export function useOperations(): readonly LoggedOperation[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
    () => NONE,
  );
}
