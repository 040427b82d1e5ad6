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
import { Calibration, SurenessPoint } from '../trust/trust.type.js';
import { ColumnImportances, importanceOf } from './column-importance.type.js';
import { InputSpec, inputOf } from './input-spec.type.js';
import { Layer, layersOf } from './layer.type.js';
import { modelSize } from './model-size.js';

/** What lists do not ask for is found when it is read. */
@ObjectType({ implements: Node, description: 'An immutable trained artefact.' })
export class Model extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => TechniqueEnum, { description: 'How it was made.' })
  technique!: Row['technique'];
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
  get layers(): Layer[] {
    return layersOf(this.manifest);
  }
  @Field(() => InputSpec, { description: 'What it takes.' })
  get input(): InputSpec {
    return inputOf(this.manifest);
  }
  @Field(() => [NamedValue], { description: 'Last values of the metrics of its run.' })
  get metrics(): NamedValue[] {
    return namedValues(this.summary);
  }
  @Field(() => TestReport, { nullable: true, description: 'What it reached on the test part.' })
  report!: ReportValue | null;
  @Field(() => String, {
    nullable: true,
    description:
      "A ZIP with a tfjs layers model (model.json, weights.bin) and kshot.json, relative to the API's origin; null where stock TensorFlow.js lacks a layer.",
  })
  get downloadUrl(): string | null {
    return isStock(this.manifest.network) ? address(`/files/models/${this.id}.zip`) : null;
  }
  @Field(() => String, {
    description:
      "A ZIP with a TensorFlow SavedModel (signature serving_default: x → probabilities, or features of a meta-model's backbone) and kshot.json, relative to the API's origin.",
  })
  get savedModelUrl(): string {
    return address(`/files/models/${this.id}/saved-model.zip`);
  }
  @Field(() => String, {
    description: "The model whole, as importModel takes it (.safetensors), relative to the API's origin.",
  })
  get fileUrl(): string {
    return address(`/files/models/${this.id}.safetensors`);
  }
  @Field(() => String, {
    nullable: true,
    description:
      "The network as ONNX (opset 17: x, floats as the network takes them, → probabilities; its metadata hold classes and input), relative to the API's origin; null where a layer has no mapping or the network more than 32 million numbers.",
  })
  get onnxUrl(): string | null {
    return hasOnnx(this.manifest.network) ? address(`/files/models/${this.id}.onnx`) : null;
  }
  @Field(() => String, {
    description:
      "A ZIP of everything that it can be taken away as, with its card: model.safetensors, answering.json (threshold and share of answers, which importModel takes, too), labels.json, and model.onnx and folders tfjs and saved-model where these exist; relative to the API's origin.",
  })
  get bundleUrl(): string {
    return address(`/files/models/${this.id}/bundle.zip`);
  }
  @Field(() => String, {
    description:
      "Its card in Markdown: data, method, evaluation, calibration, cost, licences and lineage; relative to the API's origin.",
  })
  get cardUrl(): string {
    return address(`/files/models/${this.id}/model-card.md`);
  }
  @Field(() => String, {
    nullable: true,
    description:
      'The head that was fitted on its backbone, in words, such as Kernel ridge; null where none was.',
  })
  get head(): string | null {
    return headKinds.find(({ name }) => name === this.manifest.head)?.title ?? null;
  }
  @Field(() => [SurenessPoint], {
    nullable: true,
    description:
      'What answering only when sure costs and brings, everything answered first; null where nothing was held out.',
  })
  get sureness(): readonly SurenessPoint[] | null {
    return surenessUnder(this.manifest, this.decision) ?? null;
  }
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
  get columnImportance(): ColumnImportances | null {
    return importanceOf(this.manifest);
  }
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
  get provenanceProblem(): string | null {
    return provenanceProblem(this);
  }
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
  summary!: Row['summary'];
  supportHash!: string | null;
}

export const ModelConnection = connectionOf(Model, 'Model');

export function presentModel(row: Row): Model {
  const { manifest } = row;
  return Object.assign(new Model(), {
    ...row,
    ...modelSize(row),
    classes: manifest.classes,
    isMetaModel: manifest.meta !== undefined,
    isEncoder: row.technique !== 'META' && isEncoderModel(manifest),
    calibration: row.calibration && presentCalibration(row.calibration),
  });
}
