import { example, imported, upload } from '../data-sets.js';
import { startEvaluation } from '../evaluations.js';
import type { Kshot } from '../kshot.js';
import { askAdvice } from '../models/advice.js';
import { startPrediction } from '../predictions.js';
import { startRun, trainedModel } from '../runs.js';

/** What work of every kind is about. */
export interface Subjects {
  readonly kshot: Kshot;
  readonly versionId: string;
  readonly modelId: string;
}

/** Work that is cancelled, retried and deleted. */
export interface KindOfWork {
  /** What a query calls it; mutations end in `title`. */
  readonly field: string;
  readonly title: string;
  /** The mutations' argument and the subscription, where they are called otherwise. */
  readonly argument?: string;
  readonly changed?: string;
  readonly done?: string;
  readonly cancelled?: object;
  start(subjects: Subjects): Promise<string>;
  /** Where it is deleted with what it is about. */
  remove?(kshot: Kshot, id: string): Promise<unknown>;
  readonly page: PageOfWork;
}

interface PageOfWork {
  /** Where it is, but for the id. */
  readonly path: string;
  /** The id in its address, where that is of something else. */
  idOf?(subjects: Subjects, id: string): Promise<string>;
  readonly what: string;
  /** What it shows once the work was cancelled, and once it is done. */
  readonly cancelled?: string;
  readonly done?: string;
}

const [head, ...lines] = example('iris.csv').toString().trim().split('\n');
const manyIrises = [head, ...Array.from({ length: 60 }, () => lines).flat()].join('\n');
const protocol = { crossValidation: { folds: 5 } };
const svm = { head: { options: { method: 'SVM' } } };

/** A version and a model, new ones. */
export async function newSubjects(kshot: Kshot): Promise<Subjects> {
  const { id: versionId } = await imported(kshot, 'iris.csv', example('iris.csv'));
  return { kshot, versionId, modelId: await trainedModel(kshot, versionId) };
}

async function started({ ask }: Kshot, field: string, type: string, input: object): Promise<string> {
  const mutation = `mutation ($input: ${type}!) { started: ${field}(input: $input) { id } }`;
  return (await ask<{ started: { id: string } }>(mutation, { input })).started.id;
}

async function dataSetOf({ ask }: Kshot, versionId: string): Promise<string> {
  const { version } = await ask<{ version: { dataSet: { id: string } } }>(
    `{ version: dataSetVersion(id: "${versionId}") { dataSet { id } } }`,
  );
  return version.dataSet.id;
}

export const kindsOfWork: readonly KindOfWork[] = [
  {
    ...{ field: 'run', title: 'Run', page: { path: '/runs/', what: 'run' } },
    // A run stops between two calls into the engine: a short one would be done before.
    async start({ kshot }) {
      const { id } = await imported(kshot, 'digits8x8.csv', example('digits8x8.csv'));
      return startRun(kshot, id, { epochs: 100 });
    },
  },
  {
    ...{ field: 'dataSetVersion', title: 'Import', argument: 'versionId', changed: 'versionChanged' },
    ...{ done: 'READY', cancelled: { status: 'FAILED', failure: { code: 'CANCELLED' } } },
    page: {
      ...{ path: '/data/', idOf: ({ kshot }, id) => dataSetOf(kshot, id), what: 'data set' },
      ...{ cancelled: 'Nothing was imported', done: 'Setosa' },
    },
    async start({ kshot }) {
      const uploadId = await upload(kshot, 'irises.csv', manyIrises);
      return started(kshot, 'importDataSet', 'ImportDataSetInput', { uploadId, name: 'many irises' });
    },
    remove: async (kshot, id) => kshot.ask(`mutation { deleteDataSet(id: "${await dataSetOf(kshot, id)}") }`),
  },
  {
    ...{ field: 'labelCheck', title: 'LabelCheck', page: { path: '/labels/', what: 'check' } },
    start: ({ kshot, versionId }) => started(kshot, 'startLabelCheck', 'StartLabelCheckInput', { versionId }),
  },
  {
    ...{ field: 'prediction', title: 'Prediction', page: { path: '/predictions/', what: 'prediction' } },
    async start({ kshot, modelId }) {
      const uploadId = await upload(kshot, 'irises.csv', manyIrises);
      return startPrediction(kshot, { modelId, uploadId });
    },
  },
  {
    ...{ field: 'recommendation', title: 'Recommendation' },
    page: {
      ...{ path: '/advisor?version=', idOf: async ({ versionId }) => versionId, what: 'recommendation' },
      ...{ cancelled: 'The recommendation was cancelled.', done: 'Recommended: ' },
    },
    start: ({ kshot, versionId }) => askAdvice(kshot, versionId),
    remove: ({ pool }, id) => pool.query('delete from recommendation where id = $1', [id]),
  },
  {
    ...{ field: 'evaluation', title: 'Evaluation', page: { path: '/evaluations/', what: 'evaluation' } },
    start: ({ kshot, versionId }) => startEvaluation(kshot, versionId, protocol, svm),
  },
  {
    ...{ field: 'study', title: 'Study', page: { path: '/studies/', what: 'study' } },
    start: ({ kshot, versionId }) =>
      started(kshot, 'startStudy', 'StartStudyInput', {
        ...{ name: 'heads', versionIds: [versionId], protocol },
        candidates: [svm, { head: { options: { method: 'RIDGE' } } }],
      }),
  },
];

/** Cancels it, queues it again or deletes it, as somebody else would. */
export function changesOf({ title, argument = 'id', remove }: KindOfWork, kshot: Kshot, id: string) {
  const change = (what: 'cancel' | 'retry') =>
    kshot.ask(`mutation ($id: ID!) { ${what}${title}(${argument}: $id) { id } }`, { id });
  return {
    cancel: () => change('cancel'),
    retry: () => change('retry'),
    remove: () => remove?.(kshot, id) ?? kshot.ask(`mutation ($id: ID!) { delete${title}(id: $id) }`, { id }),
  };
}

/** Where it stands. */
export async function stateOf({ field }: KindOfWork, kshot: Kshot, id: string): Promise<{ status: string }> {
  const failure = field === 'study' ? '' : 'failure { code }';
  const query = `query ($id: ID!) { it: ${field}(id: $id) { status ${failure} } }`;
  return (await kshot.ask<{ it: { status: string } }>(query, { id })).it;
}
