import {
  type EpisodeReport as EpisodeReportValue,
  isEncoderModel,
  type TestReport as ReportValue,
  surenessUnder,
} from '@kshot/domain';
import { headKinds, isStock } from '@kshot/fewshot';
import type { Model as Row } from '@kshot/store';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { address } from '../http/address.js';
import { hasOnnx } from '../onnx/onnx-file.js';
import { connectionOf } from '../schema/connection.js';
import { TechniqueEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { EpisodeReport, NamedValue, namedValues, TestReport } from '../schema/values.js';
import { presentCalibration } from '../trust/calibration-text.js';
import { provenanceProblem } from '../trust/provenance-problem.js';
import { Calibration } from '../trust/trust.type.js';
import { ColumnImportances } from './column-importance.type.js';
import { InputSpec, inputOf } from './input-spec.type.js';
import { Layer, layersOf } from './layer.type.js';
import { modelSize } from './model-size.js';

@ObjectType({ description: 'Answering only when sure, as held-out examples of the training part tell.' })
export class SurenessPoint {
  @Field(() => Float, { description: 'Share of known examples that are answered, 0…1.' })
  answered!: number;
  @Field(() => Float, { description: 'Share of these answers that are right.' })
  accuracy!: number;
}

@ObjectType({ implements: Node, description: 'An immutable trained artefact.' })
export class Model extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => TechniqueEnum, { description: 'How it was made.' })
  technique!: string;
  @Field(() => String, { description: 'sha256 of weights and description.' })
  hash!: string;
  @Field(() => Float, { description: 'Bytes stored; of a sentence encoder, those of its file.' })
  bytes!: number;
  @Field(() => Int, { description: 'Trained weights.' })
  parameterCount!: number;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
  @Field(() => [String], { description: 'Classes that it tells apart, in the order of its outputs.' })
  classes!: readonly string[];
  @Field(() => [Layer], { description: 'Its layers, first to last.' })
  layers!: Layer[];
  @Field(() => InputSpec, { description: 'What it takes.' })
  input!: InputSpec;
  @Field(() => [NamedValue], { description: 'Last values of the metrics of its run.' })
  metrics!: NamedValue[];
  @Field(() => TestReport, { nullable: true, description: 'What it reached on the test part.' })
  report!: ReportValue | null;
  @Field(() => String, {
    nullable: true,
    description:
      "A ZIP with a tfjs layers model (model.json, weights.bin) and kshot.json, relative to the API's origin; null where stock TensorFlow.js lacks a layer.",
  })
  downloadUrl!: string | null;
  @Field(() => String, {
    description:
      "A ZIP with a TensorFlow SavedModel (signature serving_default: x → probabilities, or features of a meta-model's backbone) and kshot.json, relative to the API's origin.",
  })
  savedModelUrl!: string;
  @Field(() => String, {
    description: "The model whole, as importModel takes it (.safetensors), relative to the API's origin.",
  })
  fileUrl!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "The network as ONNX (opset 17: x, floats as the network takes them, → probabilities; its metadata hold classes and input), relative to the API's origin; null where a layer has no mapping or the network more than 32 million numbers.",
  })
  onnxUrl!: string | null;
  @Field(() => String, {
    description:
      "A ZIP of everything that it can be taken away as, with its card: model.safetensors, answering.json (threshold and share of answers, which importModel takes, too), labels.json, and model.onnx and folders tfjs and saved-model where these exist; relative to the API's origin.",
  })
  bundleUrl!: string;
  @Field(() => String, {
    description:
      "Its card in Markdown: data, method, evaluation, calibration, cost, licences and lineage; relative to the API's origin.",
  })
  cardUrl!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The head that was fitted on its backbone, in words, such as Kernel ridge; null where none was.',
  })
  head!: string | null;
  @Field(() => [SurenessPoint], {
    nullable: true,
    description:
      'What answering only when sure costs and brings, everything answered first; null where nothing was held out.',
  })
  sureness!: readonly SurenessPoint[] | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of known examples that it answers, set by `setSureness`; what is weaker is none of these. Null: it always answers.',
  })
  answered!: number | null;
  @Field(() => ColumnImportances, {
    nullable: true,
    description:
      'What each column is worth; null where nothing was tested, of more than 500 columns, and of other kinds than tables.',
  })
  columnImportance!: ColumnImportances | null;
  @Field(() => EpisodeReport, {
    nullable: true,
    description: 'What a meta-model reached on episodes of classes that it never saw.',
  })
  episodeReport!: EpisodeReportValue | null;
  @Field(() => Boolean, { description: 'Whether it builds sub-models of new classes instead of predicting.' })
  isMetaModel!: boolean;
  @Field(() => Boolean, { description: 'Whether it is a pretrained encoder, which is a meta-model, too.' })
  isEncoder!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Under which terms it may be used, where it was not trained here.',
  })
  licence!: string | null;
  @Field(() => String, { nullable: true, description: 'Where it is from, where it was not trained here.' })
  source!: string | null;
  @Field(() => Calibration, {
    nullable: true,
    description: 'What its prediction sets are calibrated by; null before `calibrateModel`.',
  })
  calibration!: Calibration | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why its answers cannot be traced to single examples; null where `Prediction.restsOn` can be asked for.',
  })
  provenanceProblem!: string | null;
  @Field(() => [String], { description: 'What it is found by.' })
  tags!: readonly string[];
  @Field(() => String, { description: 'What is to be known of it, in words; empty where nothing is.' })
  note!: string;
  @Field(() => Date, {
    nullable: true,
    description:
      'Since when it is archived: left out of lists and suggestions, it still answers. Null: it is not.',
  })
  archivedAt!: Date | null;
  @Field(() => Boolean, {
    description: 'Whether a sample of what it is asked is kept to be reviewed, see `keepInputs`.',
  })
  keepsInputs!: boolean;
  runId!: string | null;
  versionId!: string | null;
  lessonHash!: string | null;
  manifest!: Row['manifest'];
  decision!: Row['decision'];
  parentId!: string | null;
}

export const ModelConnection = connectionOf(Model, 'Model');

export function presentModel(row: Row): Model {
  const { manifest } = row;
  const model = Object.assign(new Model(), {
    ...row,
    ...modelSize(row),
    classes: manifest.classes,
    isMetaModel: manifest.meta !== undefined,
    isEncoder: row.technique !== 'META' && isEncoderModel(manifest),
    sureness: surenessUnder(manifest, row.decision) ?? null,
    head: headKinds.find(({ name }) => name === manifest.head)?.title ?? null,
    input: inputOf(manifest),
    metrics: namedValues(row.summary),
    calibration: row.calibration && presentCalibration(row.calibration),
    fileUrl: address(`/files/models/${row.id}.safetensors`),
    bundleUrl: address(`/files/models/${row.id}/bundle.zip`),
    cardUrl: address(`/files/models/${row.id}/model-card.md`),
    savedModelUrl: address(`/files/models/${row.id}/saved-model.zip`),
  });
  return withLate(model, {
    columnImportance: () => importanceOf(manifest),
    layers: () => layersOf(manifest),
    provenanceProblem: () => provenanceProblem(row),
    downloadUrl: () => (isStock(manifest.network) ? address(`/files/models/${row.id}.zip`) : null),
    onnxUrl: () => (hasOnnx(manifest.network) ? address(`/files/models/${row.id}.onnx`) : null),
  });
}

type Late<T> = { readonly [K in keyof T]?: () => T[K] };

/** Adds what takes time over each layer, and lists do not ask for: it is found when it is read. */
function withLate<T extends object>(target: T, fields: Late<T>): T {
  for (const [name, get] of Object.entries(fields))
    Object.defineProperty(target, name, { get: get as () => unknown, enumerable: true });
  return target;
}

const importanceOf = ({ importance }: Row['manifest']): ColumnImportances | null =>
  importance ? { ...importance, columns: importance.columns.toSorted((a, b) => b.lost - a.lost) } : null;
