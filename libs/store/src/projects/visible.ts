import type { Table } from '../rows/tables.js';
import type { Reach } from './reach.js';

/**
 * How the rows of a table belong to projects: `root` has its project, `shippable` is besides seen by all where it was shipped,
 * others hang below a row of another table. `none` belongs to no project: its own fields say who may look.
 */
type Rule =
  | { readonly kind: 'root' | 'shippable' | 'none' | 'project' }
  | { readonly kind: 'below'; readonly relation: string; readonly table: Table };

const root = { kind: 'root' } as const;
const shippable = { kind: 'shippable' } as const;
const none = { kind: 'none' } as const;
const below = (relation: string, table: Table): Rule => ({ kind: 'below', relation, table });

/** Every table has a rule: one without does not compile. */
export const projectRules: Readonly<Record<Table, Rule>> = {
  alias: root,
  aliasMove: below('alias', 'alias'),
  attempt: below('task', 'task'),
  auditEntry: none,
  checkpoint: below('run', 'run'),
  class: below('version', 'dataSetVersion'),
  credential: none,
  dataSet: shippable,
  dataSetVersion: below('dataSet', 'dataSet'),
  evaluation: root,
  evaluationShard: below('evaluation', 'evaluation'),
  example: below('version', 'dataSetVersion'),
  finding: below('check', 'labelCheck'),
  forecast: below('recommendation', 'recommendation'),
  inspection: below('upload', 'upload'),
  keptInput: below('model', 'model'),
  labelCheck: root,
  labelling: root,
  model: shippable,
  person: none,
  prediction: root,
  project: { kind: 'project' },
  projectMember: root,
  recommendation: root,
  run: root,
  split: below('version', 'dataSetVersion'),
  study: root,
  task: root,
  upload: root,
};

/** The condition under which a row is seen; null for always. */
export function visible(table: Table, reach: Reach | null | undefined): object | null {
  const rule = projectRules[table];
  if (!reach || rule.kind === 'none') return null;
  const own = { in: [...reach.projects] };
  if (rule.kind === 'below') return { [rule.relation]: visible(rule.table, reach) };
  if (rule.kind === 'project') return { id: own };
  return rule.kind === 'root' ? { projectId: own } : { OR: [{ projectId: own }, { shipped: true }] };
}
