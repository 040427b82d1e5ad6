import { errorCodes, modalities, protocolKinds, roles, runStatuses, scopes, techniques } from '@kshot/domain';
import { registerEnumType } from 'type-graphql';

type EnumOf<T extends string> = { readonly [K in T]: K };

/** A list of names as the object that an enum is registered from. */
const enumOf = <T extends string>(names: readonly T[]): EnumOf<T> =>
  Object.fromEntries(names.map((name) => [name, name])) as EnumOf<T>;

const described = <T extends string>(
  names: readonly T[],
  name: string,
  description: string,
  values: Partial<Record<T, string>> = {},
): EnumOf<T> => {
  const type = enumOf(names);
  const valuesConfig = Object.fromEntries(
    names.map((value) => [value, { description: values[value] ?? words(value) }]),
  );
  registerEnumType(type, { name, description, valuesConfig: valuesConfig as never });
  return type;
};

/** CREATED_AT → Created at. */
const words = (value: string): string => value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');

export const ModalityEnum = described(modalities, 'Modality', 'What the examples of a data set are.', {
  IMAGE: 'Pictures.',
  TEXT: 'Sentences or short texts.',
  TABLE: 'Rows of numbers and categories.',
});
export const TechniqueEnum = described(techniques, 'Technique', 'What a run is for.', {
  PRETRAIN: 'Train a network from nothing on a large set.',
  TRANSFER: 'Bring a trained model to a small set.',
  META: 'Train over many small tasks to learn from a few examples.',
});
export const RunStatusEnum = described(runStatuses, 'RunStatus', 'Where a run stands.', {
  QUEUED: 'Waits for a worker.',
  RUNNING: 'Trains.',
  DONE: 'Ended with a model.',
  FAILED: 'Ended with an error; see failure.',
  CANCELLED: 'Stopped by a user.',
});
export const ProtocolKindEnum = described(protocolKinds, 'ProtocolKind', 'How something is scored.', {
  SPLIT: 'Fitted on the training part of a split, scored on another one.',
  CROSS_VALIDATION: 'Stratified folds, each scored by what is fitted on the others.',
  LEAVE_ONE_OUT: 'Each example scored by what is fitted on all others.',
  SHOT_CURVE: 'Accuracy by the number of examples of each class.',
  EPISODES: 'Small tasks of a few classes, from a fixed list.',
});
export const VersionStatusEnum = described(
  ['IMPORTING', 'READY', 'FAILED'],
  'VersionStatus',
  'Where a version stands.',
  {
    IMPORTING: 'Its file is being read.',
    READY: 'Can be used; never changes again.',
    FAILED: 'Could not be read, or was cancelled; see failure.',
  },
);
export const SplitKindEnum = described(['EXAMPLE', 'CLASS'], 'SplitKind', 'What a split divides.', {
  EXAMPLE: 'The examples of each class.',
  CLASS: 'The classes.',
});
export const ColumnKindEnum = described(
  ['NUMBER', 'CATEGORY', 'TEXT'],
  'ColumnKind',
  'What a column holds.',
  {
    NUMBER: 'Numbers.',
    CATEGORY: 'A few different words.',
    TEXT: 'Texts, which a sentence encoder turns into numbers.',
  },
);
export const OptionKindEnum = described(
  ['INT', 'FLOAT', 'BOOLEAN', 'CHOICE', 'INTS'],
  'OptionKind',
  'What an option takes.',
  {
    INT: 'A whole number.',
    FLOAT: 'A number.',
    BOOLEAN: 'Yes or no.',
    CHOICE: 'One of its choices.',
    INTS: 'A list of whole numbers.',
  },
);
export const SortDirectionEnum = described(
  ['ASC', 'DESC'],
  'SortDirection',
  'Which end of an order comes first.',
  { ASC: 'Smallest or oldest first.', DESC: 'Largest or newest first.' },
);
export const DataSetSortFieldEnum = described(
  ['CREATED_AT', 'NAME'],
  'DataSetSortField',
  'What data sets are ordered by.',
);
export const RunSortFieldEnum = described(
  ['CREATED_AT', 'NAME', 'STATUS', 'DURATION'],
  'RunSortField',
  'What runs are ordered by.',
  { DURATION: 'Time from start to end; of runs that have not ended as if it were the longest.' },
);
export const ModelSortFieldEnum = described(
  ['CREATED_AT', 'NAME', 'BYTES', 'ACCURACY'],
  'ModelSortField',
  'What models are ordered by.',
  { ACCURACY: 'Accuracy on the test part.' },
);

export const RoleEnum = described(roles, 'Role', 'What a person may do.', {
  VIEWER: 'Look at everything and ask models.',
  EDITOR: 'Make and change data sets, runs and models as well.',
  ADMIN: 'Administer accounts and keys as well.',
});
export const ScopeEnum = described(scopes, 'Scope', 'What a key may be used for.', {
  READ: 'Look at everything.',
  PREDICT: 'Ask models.',
  TRAIN: 'Make and change data sets, runs and models.',
  ADMIN: 'Administer accounts and keys.',
});
export const PrincipalKindEnum = described(
  ['LOCAL', 'TOKEN', 'PERSON', 'KEY'],
  'PrincipalKind',
  'Who asks.',
  {
    LOCAL: 'Anybody on this machine, as long as there are no accounts and no access token.',
    TOKEN: 'Whoever has the access token.',
    PERSON: 'Somebody who has signed in.',
    KEY: 'A program with a key.',
  },
);

export const ErrorCodeEnum = described(
  Object.keys(errorCodes) as (keyof typeof errorCodes)[],
  'ErrorCode',
  'Every way in which a request or a piece of work can fail; `extensions.code` of errors.',
  errorCodes,
);
