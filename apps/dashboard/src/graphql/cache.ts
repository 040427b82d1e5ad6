import { type Cache, cacheExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import { embeddedTypes } from '@/generated/embedded-types';

function forgetLists(cache: Cache, ...fields: string[]): void {
  for (const field of cache.inspectFields('Query')) {
    if (fields.includes(field.fieldName)) cache.invalidate('Query', field.fieldName, field.arguments);
  }
}

const forgets =
  (...fields: string[]): UpdateResolver =>
  (_result, _args, cache) =>
    forgetLists(cache, ...fields);

/** Lists that show things of a type. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  DataSet: ['dataSets', 'server'],
  Run: ['runs', 'server'],
  Model: ['models', 'modelTags', 'server'],
  LabelCheck: ['labelChecks'],
  FilePrediction: ['predictions'],
  Evaluation: ['evaluations'],
  Study: ['evaluations', 'studies'],
  Project: ['projects'],
};

const listsOf = (typename: string): readonly string[] => LISTS[typename] ?? [];

const removes =
  (typename: string): UpdateResolver =>
  (_result, args, cache) => {
    cache.invalidate({ __typename: typename, id: String(args.id) });
    forgetLists(cache, ...listsOf(typename));
  };

/** Lists show what a version holds once it is seen that its import has ended. */
function forgetsOnceImported(): UpdateResolver {
  const importing = new Set<string>();
  return ({ status }, _args, cache, { parentKey }) => {
    if (status === 'IMPORTING') importing.add(parentKey);
    else if (importing.delete(parentKey)) forgetLists(cache, 'dataSets', 'dataSet', 'server');
  };
}

/** A normalised cache: a run that changes, changes in every list that shows it. */
export const createCache = () =>
  cacheExchange({
    keys: Object.fromEntries(embeddedTypes.map((typename) => [typename, () => null])),
    updates: {
      Mutation: {
        importDataSet: forgets('dataSets', 'dataSet', 'server'),
        retryImport: forgets('dataSets', 'server'),
        deleteDataSet: removes('DataSet'),
        startPretraining: forgets('runs', 'server'),
        startTransfer: forgets('runs', 'server'),
        startMetaLearning: forgets('runs', 'server'),
        buildSubModel: forgets('models', 'server'),
        importModel: forgets('models', 'server'),
        deleteRun: removes('Run'),
        updateModel: forgets('models', 'modelTags'),
        deleteModel: removes('Model'),
        setThreshold: (_result, args, cache) => {
          const model = { __typename: 'Model', id: String(args.modelId) };
          for (const { fieldName, arguments: own } of cache.inspectFields(model))
            if (fieldName === 'twoClasses' || fieldName === 'sureness')
              cache.invalidate(model, fieldName, own);
        },
        startLabelCheck: forgets('labelChecks'),
        deleteLabelCheck: removes('LabelCheck'),
        // An edit shows once its version is made (`DataSetVersion.status`): until then the page keeps the changes, which may be refused.
        editVersion: () => undefined,
        restoreVersion: forgets('dataSets', 'dataSet', 'server'),
        teach: forgets('models', 'aliases', 'server'),
        correct: forgets('models', 'aliases', 'server'),
        teachInputs: forgets('models', 'aliases', 'server', 'keptInputs'),
        addInputsToDataSet: forgets('keptInputs'),
        discardInputs: forgets('keptInputs'),
        stopKeepingInputs: forgets('keptInputs'),
        setAlias: forgets('aliases'),
        rollBackAlias: forgets('aliases'),
        startPrediction: forgets('predictions'),
        addProject: forgets('projects'),
        deleteProject: removes('Project'),
        deletePrediction: removes('FilePrediction'),
        startEvaluation: forgets('evaluations'),
        startStudy: forgets('evaluations', 'studies'),
        rerunStudy: forgets('evaluations', 'studies'),
        deleteEvaluation: removes('Evaluation'),
        deleteStudy: removes('Study'),
      },
      DataSetVersion: { status: forgetsOnceImported() },
      Subscription: {
        // Its own page asks again by itself (use-deletions.ts), and shows what it has until the answer is there.
        deleted: ({ deleted }, _args, cache) =>
          forgetLists(cache, ...listsOf((deleted as { type: string }).type)),
      },
    },
  });
