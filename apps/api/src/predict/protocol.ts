import type { Calibration, Decision, Modality, ModelManifest } from '@kshot/domain';
import type { FitSettings, SupportShare } from '@kshot/fewshot';
import type { RawInput } from '@kshot/ingest';
import type { Stored } from '@kshot/store';
import type { Correction } from './teach/lesson.js';

/** What the predicting process is asked. */
export type Question =
  | { readonly kind: 'predict'; readonly modelHash: string; readonly inputs: readonly RawInput[] }
  | {
      readonly kind: 'build';
      readonly modelHash: string;
      readonly classes: readonly string[];
      /** [n] class of each input. */
      readonly labels: Int32Array;
      readonly inputs: readonly RawInput[];
      /** Fits all weights further to the examples. */
      readonly fit: FitSettings | null;
    }
  /** Fits the head of a model again, with more examples and corrected ones. */
  | {
      readonly kind: 'teach';
      readonly modelHash: string;
      readonly modality: Modality;
      /** The examples that it has; null begins with none. */
      readonly lessonHash: string | null;
      readonly add: readonly { readonly class: string; readonly input: RawInput }[];
      readonly correct: readonly Correction[];
    }
  /** Asks whom answers rest on. */
  | {
      readonly kind: 'provenance';
      readonly modelHash: string;
      readonly supportHash: string;
      readonly inputs: readonly RawInput[];
    }
  /** Asks for the nonconformity scores of examples of a version. */
  | {
      readonly kind: 'calibrate';
      readonly modelHash: string;
      readonly packHash: string;
      readonly rows: Int32Array;
      /** [rows.length] classes of the model. */
      readonly labels: Int32Array;
    }
  /** Asks for the path of a ZIP with the model as a SavedModel. */
  | { readonly kind: 'saved-model'; readonly modelHash: string }
  | {
      readonly kind: 'foreign';
      readonly uploadHash: string;
      readonly classes: readonly string[] | null;
      readonly pixels: PixelScale;
    };

/** How a foreign model wants its pixels. */
export type PixelScale = 'BYTES' | 'ZERO_TO_ONE' | 'MINUS_ONE_TO_ONE';

export type NamedProbability = { readonly class: string; readonly probability: number };

/** What a model says of one example. */
export interface NamedAnswer {
  readonly classes: readonly NamedProbability[];
  /** The largest logit. */
  readonly strength: number;
}

/** A model that the process has stored. */
export interface BuiltModel {
  readonly stored: Stored;
  readonly manifest: ModelManifest;
  readonly parameterCount: number;
  readonly calibration?: Calibration | null;
  readonly supportHash?: string | null;
  readonly lessonHash?: string | null;
  /** As it was set where it was taken away. */
  readonly answered?: number | null;
  readonly decision?: Decision | null;
}
export type Result =
  | readonly NamedAnswer[]
  | BuiltModel
  | string
  | Float64Array
  | readonly (readonly SupportShare[])[];

export interface BackendInfo {
  readonly name: string;
  readonly version: string;
  readonly threads: number;
  readonly native: boolean;
  readonly reason: string;
}

/** Of the one question that the process has; first of all, its backend. */
export type Answer =
  | { readonly result: Result }
  | { readonly failure: { readonly code: string; readonly message: string } }
  | { readonly backend: BackendInfo };
