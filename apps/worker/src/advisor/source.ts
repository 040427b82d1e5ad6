import { type Pack, rawExamples } from '@kshot/domain';
import {
  backboneOf,
  encodeExamples,
  encodingSeconds,
  featureCount,
  featureExtractor,
  inputSpec,
  type Matrix,
  matrix,
  networkSeconds,
  rowsOf,
} from '@kshot/fewshot';
import { engine } from '@kshot/native';
import {
  bytesOf,
  type FeatureProgress,
  missingExamples,
  versionFeatures,
} from '../features/version-features.js';
import type { Parent } from '../techniques/outcome.js';

/** Versions up to this size have features of all examples computed, which a run then finds; of others only those looked at. */
const WHOLE = 4096;

/** What features cost a run. */
export interface SourceCosts {
  readonly columns: number;
  /** Seconds until a run has features of the whole version. */
  readonly seconds: number;
  readonly bytes: number;
}

/** Features of the examples that are looked at, and what they cost. */
export interface Source extends SourceCosts {
  /** [seen.length, columns] */
  readonly features: Matrix;
}

interface Version {
  readonly pack: Pack;
  readonly hash: string;
}

/** What features of a model would cost, before they are computed, and the estimated seconds of computing those to look at. */
export function expectedSource(
  blobDir: string,
  version: Version,
  seen: Int32Array,
  { classifier }: Parent,
): { costs: SourceCosts; seconds: number } {
  const backbone = backboneOf(classifier);
  const { count, text } = version.pack.manifest;
  const estimated = (passes: number) =>
    networkSeconds({ network: backbone.network, steps: Math.ceil(passes / 32), passes, share: 1 }) +
    encodingSeconds(backbone, passes, text?.meanCharacters);
  const isWhole = count <= WHOLE;
  return {
    costs: {
      columns: featureCount(backbone.network),
      seconds: isWhole ? 0 : estimated(count),
      bytes: bytesOf(backbone),
    },
    seconds: estimated(isWhole ? missingExamples(blobDir, version, backbone) : seen.length),
  };
}

export function* modelSource(
  blobDir: string,
  version: Version,
  seen: Int32Array,
  parent: Parent,
): Generator<FeatureProgress, Source> {
  const backbone = backboneOf(parent.classifier);
  const bytes = bytesOf(backbone);
  const { count } = version.pack.manifest;
  if (count <= WHOLE) {
    const all = yield* versionFeatures(blobDir, version, backbone);
    const features = rowsOf(all, seen);
    return { features, columns: features.columns, seconds: 0, bytes };
  }
  const extractor = featureExtractor(engine(), backbone);
  const started = performance.now();
  const { shape, values } = extractor.features(rawExamples(version.pack), seen);
  extractor.dispose();
  const each = (performance.now() - started) / 1000 / seen.length;
  const features = matrix(shape[0] as number, shape[1] as number, values);
  return { features, columns: features.columns, seconds: each * count, bytes };
}

/** The examples themselves, as an evaluation without a model takes them; of tables fitted on what is looked at. */
export function plainSource(pack: Pack, seen: Int32Array): Source {
  const raw = rawExamples(pack);
  const imageSize = Math.min(32, pack.manifest.image?.height ?? 32);
  const input = inputSpec(raw, seen, { imageSize, textFeatures: 1024 });
  const { values } = encodeExamples(input, raw, seen);
  const found = matrix(seen.length, values.length / Math.max(1, seen.length), values);
  const features =
    raw.modality === 'IMAGE' ? { ...found, values: found.values.map((byte) => byte / 255) } : found;
  return { features, columns: features.columns, seconds: 0, bytes: 0 };
}
