import type { TypedDocumentNode } from 'urql';
import type { EstimateFragment, Technique } from '@/generated/graphql';
import {
  EstimateMetaLearning,
  EstimatePretraining,
  EstimateTransfer,
  StartMetaLearning,
  StartPretraining,
  StartTransfer,
} from './start.operations';

/** What starts a run of any technique; which fields are sent depends on it. */
export type StartInput = {
  versionId: string;
  modelId?: string;
  splitId?: string;
  name?: string;
  options?: Record<string, unknown>;
};

type Estimating = TypedDocumentNode<{ estimate: EstimateFragment }, { input: StartInput }>;
type Starting = TypedDocumentNode<{ started: { id: string } }, { input: StartInput }>;

export type TechniqueForm = {
  value: Technique;
  title: string;
  whenToUse: string;
  /** The method that the server takes when none is named. */
  method: string;
  estimate: Estimating;
  start: Starting;
};

/** The inputs differ in what is required; the form starts nothing before that is there. */
const operations = (estimate: unknown, start: unknown): Pick<TechniqueForm, 'estimate' | 'start'> => ({
  estimate: estimate as Estimating,
  start: start as Starting,
});

export const TECHNIQUES: readonly TechniqueForm[] = [
  {
    value: 'PRETRAIN',
    title: 'Pretrain',
    method: 'PRETRAIN',
    whenToUse: 'A network from nothing, on dozens of examples for each class or more.',
    ...operations(EstimatePretraining, StartPretraining),
  },
  {
    value: 'TRANSFER',
    title: 'Transfer',
    method: 'AUTO',
    whenToUse:
      'A head for a small set of your own, on what a trained model sees or on the columns of a table.',
    ...operations(EstimateTransfer, StartTransfer),
  },
  {
    value: 'META',
    title: 'Meta-learn',
    method: 'PROTONET',
    whenToUse: 'Learn from many classes how to tell new ones apart from one to five examples.',
    ...operations(EstimateMetaLearning, StartMetaLearning),
  },
];

export const techniqueForm = (technique: Technique): TechniqueForm =>
  TECHNIQUES.find(({ value }) => value === technique) ?? (TECHNIQUES[0] as TechniqueForm);

/** Out of an address; anything else is PRETRAIN. */
export const techniqueOf = (text: string | null): Technique =>
  TECHNIQUES.find(({ value }) => value === text)?.value ?? 'PRETRAIN';
