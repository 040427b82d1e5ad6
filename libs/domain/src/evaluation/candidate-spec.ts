import {
  type HeadOptionSettings,
  headKind,
  type PretrainSettings,
  type TransferSettings,
} from '@kshot/fewshot';
import * as z from 'zod';
import { written } from '../rows/read-json.js';
import { protocolSettings } from './protocol-settings.js';

/** What is evaluated. Models are named by their hash too, so that a study can be run again on what it was run on. */
export type CandidateSpec =
  /** A trained model as it is; of a meta-model, what it builds from each support set. */
  | { readonly kind: 'MODEL'; readonly modelHash: string }
  /** A head fitted on features of a model's backbone; without one, on the examples themselves. */
  | { readonly kind: 'HEAD'; readonly modelHash: string | null; readonly settings: HeadOptionSettings }
  /** A model fine-tuned anew in each unit. */
  | { readonly kind: 'FINE_TUNE'; readonly modelHash: string; readonly settings: TransferSettings }
  /** A network trained from nothing in each unit. */
  | { readonly kind: 'PRETRAIN'; readonly settings: PretrainSettings };

export const candidateSpec: z.ZodType<CandidateSpec> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MODEL'), modelHash: z.string() }),
  z.object({
    kind: z.literal('HEAD'),
    modelHash: z.string().nullable(),
    settings: written<HeadOptionSettings>(),
  }),
  z.object({ kind: z.literal('FINE_TUNE'), modelHash: z.string(), settings: written<TransferSettings>() }),
  z.object({ kind: z.literal('PRETRAIN'), settings: written<PretrainSettings>() }),
]);

/** One candidate, one version, one protocol: all that the result depends on. */
export const evaluationQuery = z.object({
  versionHash: z.string(),
  protocol: protocolSettings,
  candidate: candidateSpec,
});
export type EvaluationQuery = z.infer<typeof evaluationQuery>;

/** Measured where it ran; null where it cannot be told. */
export interface EvaluationCosts {
  /** Fitting one unit, mean. */
  readonly trainSeconds: number;
  /** One example, from raw to answer: backbone and head. */
  readonly predictMilliseconds: number;
  /** Largest of the process, with backend and examples. */
  readonly peakMemoryBytes: number;
  /** Weights or examples that must be kept to answer. */
  readonly storedBytes: number;
  /** Options that are not at their default. */
  readonly optionsByHand: number;
}

/** Tells apart what is scored one by one from what sees all queries together. */
export const isTransductiveSpec = (spec: CandidateSpec): boolean =>
  spec.kind === 'HEAD' && headKind(spec.settings.method).transductive === true;
