import { type FragmentDefinitionNode, type OperationDefinitionNode, print } from 'graphql';
import { fragments, operations } from '../../apps/dashboard/documents.mjs';

/** An operation of the dashboard with the fragments that it needs, as text. */
export function documentOf(name: string): string {
  const found: (OperationDefinitionNode | FragmentDefinitionNode)[] = operations.filter(
    (one) => one.name?.value === name,
  );
  for (const one of found)
    for (const [, spread] of print(one).matchAll(/\.\.\.(\w+)/g)) {
      const fragment = fragments.find((each) => each.name.value === spread);
      if (fragment && !found.includes(fragment)) found.push(fragment);
    }
  return found.map(print).join('\n');
}

const sort = (field: string, direction = 'DESC') => ({ sort: { field, direction } });

export interface Page {
  readonly title: string;
  readonly operation: string;
  readonly variables: object;
  /** How many pages down. */
  readonly deep?: number;
}

/** What people look at: lists in each order, filtered, searched and far down. */
export const pages: readonly Page[] = [
  { title: 'Home', operation: 'Home', variables: {} },
  { title: 'runs', operation: 'Runs', variables: { first: 50 } },
  { title: 'runs by name', operation: 'Runs', variables: { first: 50, ...sort('NAME', 'ASC') } },
  { title: 'runs by status', operation: 'Runs', variables: { first: 50, ...sort('STATUS') } },
  { title: 'failed runs', operation: 'Runs', variables: { first: 50, filter: { status: ['FAILED'] } } },
  { title: 'runs, searched', operation: 'Runs', variables: { first: 50, filter: { search: 'run 77' } } },
  { title: 'runs, page 100', operation: 'Runs', variables: { first: 50 }, deep: 100 },
  { title: 'models', operation: 'Models', variables: { first: 50 } },
  { title: 'models by accuracy', operation: 'Models', variables: { first: 50, ...sort('ACCURACY') } },
  { title: 'data sets', operation: 'DataSets', variables: { first: 24 } },
  { title: 'data sets, 100', operation: 'DataSets', variables: { first: 100 } },
  { title: 'evaluations', operation: 'Evaluations', variables: { first: 50 } },
];
