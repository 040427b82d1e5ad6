import {
  readEvaluation,
  readInspection,
  readLabelCheck,
  readModel,
  readPrediction,
  readRecommendation,
  readRun,
  readShard,
  readSplit,
  readStudy,
  readTask,
  readVersion,
} from './read-rows.js';
import type * as rows from './rows.js';

const asItIs =
  <Row>() =>
  (row: Row): Row =>
    row;

/** What can be looked up: what messages call it, and how a row of it is read. */
export const tables = {
  alias: { what: 'alias', read: asItIs<rows.Alias>() },
  aliasMove: { what: 'move of an alias', read: asItIs<rows.AliasMove>() },
  attempt: { what: 'attempt', read: asItIs<rows.Attempt>() },
  auditEntry: { what: 'entry', read: asItIs<rows.AuditEntry>() },
  checkpoint: { what: 'checkpoint', read: asItIs<rows.Checkpoint>() },
  class: { what: 'class', read: asItIs<rows.Class>() },
  credential: { what: 'key', read: asItIs<rows.Credential>() },
  dataSet: { what: 'data set', read: asItIs<rows.DataSet>() },
  dataSetVersion: { what: 'version', read: readVersion },
  evaluation: { what: 'evaluation', read: readEvaluation },
  evaluationShard: { what: 'shard', read: readShard },
  example: { what: 'example', read: asItIs<rows.Example>() },
  finding: { what: 'finding', read: asItIs<rows.Finding>() },
  forecast: { what: 'forecast', read: asItIs<rows.Forecast>() },
  inspection: { what: 'inspection', read: readInspection },
  keptInput: { what: 'kept input', read: asItIs<rows.KeptInput>() },
  labelCheck: { what: 'check', read: readLabelCheck },
  labelling: { what: 'labelling', read: asItIs<rows.Labelling>() },
  model: { what: 'model', read: readModel },
  person: { what: 'account', read: asItIs<rows.Person>() },
  prediction: { what: 'prediction', read: readPrediction },
  project: { what: 'project', read: asItIs<rows.Project>() },
  projectMember: { what: 'membership', read: asItIs<rows.ProjectMember>() },
  recommendation: { what: 'recommendation', read: readRecommendation },
  run: { what: 'run', read: readRun },
  split: { what: 'split', read: readSplit },
  study: { what: 'study', read: readStudy },
  task: { what: 'task', read: readTask },
  upload: { what: 'upload', read: asItIs<rows.Upload>() },
} as const;

export type Table = keyof typeof tables;
export type Row<T extends Table> = ReturnType<(typeof tables)[T]['read']>;
/** Tables whose rows have an id. */
export type WithId = { [T in Table]: Row<T> extends { readonly id: string } ? T : never }[Table];

/** data_set_version of dataSetVersion. */
export const sqlName = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
