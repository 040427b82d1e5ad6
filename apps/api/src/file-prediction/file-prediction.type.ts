import type {
  PredictionSummary,
  PredictionProgress as Progress,
  PredictedRow as StoredRow,
} from '@kshot/domain';
import type { Prediction as Row } from '@kshot/store';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { address } from '../http/address.js';
import { connectionOf } from '../schema/connection.js';
import { RunStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Confusion, Failure } from '../schema/values.js';

@ObjectType({ description: 'How far a prediction is.' })
export class FilePredictionProgress {
  @Field(() => Int, { description: 'Rows that are done.' })
  rows!: number;
  @Field(() => Float, { description: 'Share of the file that is done, 0 to 1.' })
  share!: number;
  @Field(() => Float, { nullable: true, description: 'Estimated seconds until the end.' })
  secondsLeft!: number | null;
}

@ObjectType({ description: 'How right the answers are on rows that come with a class of the model.' })
export class FilePredictionScore {
  @Field(() => Int, { description: 'Rows that count.' })
  rows!: number;
  @Field(() => Int, { description: 'Rows with a class that the model does not know; they do not count.' })
  strange!: number;
  @Field(() => Float, { description: 'Share of rows classified rightly.' })
  accuracy!: number;
  @Field(() => Float, { description: "Lower end of Wilson's 95 % interval of the accuracy." })
  accuracyLow!: number;
  @Field(() => Float, { description: "Upper end of Wilson's 95 % interval of the accuracy." })
  accuracyHigh!: number;
  @Field(() => Confusion, {
    nullable: true,
    description: 'Right and wrong answers by class; up to 100 classes.',
  })
  confusion!: Confusion | null;
}

@ObjectType({ description: 'Rows predicted as a class.' })
export class PredictedCount {
  @Field(() => String, { description: 'The class.' })
  class!: string;
  @Field(() => Int, { description: 'Number of rows.' })
  count!: number;
}

@ObjectType({ description: 'What the answers come to.' })
export class FilePredictionSummary {
  @Field(() => Int, { description: 'Number of rows.' })
  rows!: number;
  @Field(() => Int, { description: 'Rows that could not be read.' })
  unread!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Rows that are weaker than `setSureness` asks for; null where it asks for nothing.',
  })
  noneOfThese!: number | null;
  @Field(() => [String], { description: 'Columns of the file, in their order.' })
  columns!: readonly string[];
  @Field(() => String, { nullable: true, description: 'The column with the class, where there is one.' })
  labelColumn!: string | null;
  @Field(() => [PredictedCount], { description: 'The first 100 classes, most rows first.' })
  classes!: PredictedCount[];
  @Field(() => [String], { description: 'What is odd about the file.' })
  notes!: readonly string[];
  @Field(() => FilePredictionScore, { nullable: true, description: 'Where the file has the class.' })
  score!: FilePredictionScore | null;
}

@ObjectType({ description: 'A row with its answer.' })
export class PredictedRow {
  @Field(() => Int, { description: 'Its number in the file; counts from 1.' })
  row!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Path of the file that it is, or name of the example.',
  })
  name!: string | null;
  @Field(() => [String], { description: 'What stands in the columns of the file.' })
  cells!: string[];
  @Field(() => String, { nullable: true, description: 'The class that the file gives.' })
  label!: string | null;
  @Field(() => String, { nullable: true, description: 'A small picture as a data URL; of pictures.' })
  thumbnail!: string | null;
  @Field(() => String, { nullable: true, description: 'The most probable class; null for an unread row.' })
  class!: string | null;
  @Field(() => Float, { nullable: true, description: 'Its probability, 0 to 1.' })
  probability!: number | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Classes that are possible at the coverage, most probable first; null without a calibration.',
  })
  set!: string[] | null;
  @Field(() => Boolean, { description: 'Whether it is weaker than `setSureness` asks for.' })
  noneOfThese!: boolean;
  @Field(() => String, { nullable: true, description: 'Why the row could not be read.' })
  problem!: string | null;
}
export const PredictedRowConnection = connectionOf(PredictedRow, 'PredictedRow');
export const presentRow = (row: StoredRow): PredictedRow => Object.assign(new PredictedRow(), row);

@ObjectType({ implements: Node, description: 'A file or a version that a model is asked about as a whole.' })
export class FilePrediction extends Node {
  @Field(() => String, { description: 'Name of the file or of the version.' })
  name!: string;
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => String, { description: 'Name of the model when it was started.' })
  modelName!: string;
  @Field(() => Float, {
    nullable: true,
    description: 'How often a set holds the true class; null without sets.',
  })
  coverage!: number | null;
  @Field(() => FilePredictionProgress, { nullable: true, description: 'While it runs.' })
  progress!: Progress | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => FilePredictionSummary, { nullable: true, description: 'Once done.' })
  summary!: FilePredictionSummary | null;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When its work began.' })
  startedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => String, { description: "All rows as CSV, relative to the API's origin." })
  csvUrl!: string;
  @Field(() => String, { description: "All rows as JSON Lines, relative to the API's origin." })
  jsonLinesUrl!: string;
  @Field(() => String, {
    description:
      "All rows as Parquet, relative to the API's origin: columns of the file in their order as the texts that it has, then typed columns with the answers.",
  })
  parquetUrl!: string;
  modelId!: string | null;
  versionId!: string | null;
  uploadHash!: string | null;
  resultHash!: string | null;
  indexHash!: string | null;
  classes!: readonly string[];
  request!: Row['request'];
  inputColumns!: readonly string[] | null;
}
export const FilePredictionConnection = connectionOf(FilePrediction, 'FilePrediction');

const MOST_CLASSES = 100;

export function presentFilePrediction(row: Row): FilePrediction {
  const { summary, request } = row;
  return Object.assign(new FilePrediction(), {
    ...row,
    coverage: request?.coverage ?? null,
    summary: summary && presentSummary(summary),
    classes: summary?.classes ?? [],
    inputColumns: summary?.inputColumns ?? null,
    csvUrl: address(`/files/predictions/${row.id}.csv`),
    jsonLinesUrl: address(`/files/predictions/${row.id}.jsonl`),
    parquetUrl: address(`/files/predictions/${row.id}.parquet`),
  });
}

function presentSummary({ classes, counts, score, ...rest }: PredictionSummary): FilePredictionSummary {
  const confusion = score?.confusion && {
    classes: [...classes],
    counts: score.confusion.map((row) => [...row]),
  };
  return {
    ...rest,
    classes: classes
      .map((name, k) => ({ class: name, count: counts[k] ?? 0 }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_CLASSES),
    score: score && { ...score, confusion: confusion ?? null },
  };
}
