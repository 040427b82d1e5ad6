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

const removes =
  (typename: string, ...fields: string[]): UpdateResolver =>
  (_result, args, cache) => {
    cache.invalidate({ __typename: typename, id: String(args.id) });
    forgetLists(cache, ...fields);
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
        deleteDataSet: removes('DataSet', 'dataSets', 'server'),
        startPretraining: forgets('runs', 'server'),
        startTransfer: forgets('runs', 'server'),
        startMetaLearning: forgets('runs', 'server'),
        buildSubModel: forgets('models', 'server'),
        importModel: forgets('models', 'server'),
        deleteRun: removes('Run', 'runs', 'server'),
        updateModel: forgets('models', 'modelTags'),
        deleteModel: removes('Model', 'models', 'modelTags', 'server'),
        setThreshold: (_result, args, cache) => {
          const model = { __typename: 'Model', id: String(args.modelId) };
          for (const { fieldName, arguments: own } of cache.inspectFields(model))
            if (fieldName === 'twoClasses' || fieldName === 'sureness')
              cache.invalidate(model, fieldName, own);
        },
        startLabelCheck: forgets('labelChecks'),
        deleteLabelCheck: removes('LabelCheck', 'labelChecks'),
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
        deleteProject: removes('Project', 'projects'),
        deletePrediction: removes('FilePrediction', 'predictions'),
        startEvaluation: forgets('evaluations'),
        startStudy: forgets('evaluations', 'studies'),
        rerunStudy: forgets('evaluations', 'studies'),
        deleteEvaluation: removes('Evaluation', 'evaluations'),
        deleteStudy: removes('Study', 'evaluations', 'studies'),
      },
      DataSetVersion: { status: forgetsOnceImported() },
    },
  });
