import { testWarnings } from '@kshot/domain';
import type { DataSetVersion as Row } from '@kshot/store';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ColumnKindEnum, ModalityEnum, VersionStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure, ImageShape } from '../schema/values.js';

@ObjectType({ description: 'A column of a table, over all examples.' })
export class Column {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => ColumnKindEnum, { description: 'What it holds.' })
  kind!: string;
  @Field(() => Int, { description: 'Examples without a value.' })
  missing!: number;
  @Field(() => Float, { nullable: true, description: 'Mean of numbers.' })
  mean?: number;
  @Field(() => Float, { nullable: true, description: 'Standard deviation of numbers.' })
  deviation?: number;
  @Field(() => Float, { nullable: true, description: 'Smallest number.' })
  minimum?: number;
  @Field(() => Float, { nullable: true, description: 'Largest number.' })
  maximum?: number;
  @Field(() => [String], { nullable: true, description: 'Categories, most frequent first.' })
  categories?: string[];
}

@ObjectType({ description: 'The texts of a version, over all examples.' })
export class TextStatistics {
  @Field(() => Float, { description: 'Mean length.' })
  meanCharacters!: number;
  @Field(() => Int, { description: 'Longest length.' })
  maxCharacters!: number;
}

@ObjectType({ implements: Node, description: 'An immutable snapshot of a data set.' })
export class DataSetVersion extends Node {
  @Field(() => Int, { description: '1, 2, … within the data set.' })
  number!: number;
  @Field(() => VersionStatusEnum, { description: 'Whether it can be used.' })
  status!: string;
  @Field(() => String, { nullable: true, description: 'sha256 of the content, once READY.' })
  hash!: string | null;
  @Field(() => Failure, {
    nullable: true,
    description: 'Why the import failed; CANCELLED where a user stopped it.',
  })
  failure!: Failure | null;
  @Field(() => [String], { description: 'What the import passed over.' })
  warnings!: string[];
  @Field(() => [String], {
    description: 'Its warnings that affect test results: copies in several parts.',
  })
  testWarnings!: string[];
  @Field(() => Float, { description: 'How far the import is, 0 to 1.' })
  progress!: number;
  @Field(() => ModalityEnum, { nullable: true, description: 'What the examples are, once READY.' })
  modality!: string | null;
  @Field(() => Int, { description: 'Number of examples.' })
  exampleCount!: number;
  @Field(() => Int, { description: 'Number of classes.' })
  classCount!: number;
  @Field(() => Float, { description: 'Bytes of the packed examples.' })
  bytes!: number;
  @Field(() => Date, { description: 'When the import was asked for.' })
  createdAt!: Date;
  @Field(() => String, { description: 'Why it was made; empty where nobody said so.' })
  note!: string;
  @Field(() => String, { nullable: true, description: 'Who made it, where that was said.' })
  author!: string | null;
  @Field(() => Int, { description: 'Examples without a class, which nothing is trained on.' })
  unlabelledCount!: number;
  @Field(() => ImageShape, { nullable: true, description: 'Size of the pictures.' })
  image!: ImageShape | null;
  @Field(() => [Column], { nullable: true, description: 'Columns beside the class.' })
  columns!: Column[] | null;
  @Field(() => TextStatistics, { nullable: true, description: 'Lengths of the texts.' })
  text!: TextStatistics | null;
  dataSetId!: string;
  parentId!: string | null;
}

export function presentVersion(row: Row): DataSetVersion {
  const { manifest } = row;
  return Object.assign(new DataSetVersion(), {
    ...row,
    bytes: Number(row.bytes),
    warnings: manifest?.warnings ?? [],
    testWarnings: testWarnings(manifest?.warnings ?? []),
    unlabelledCount: manifest?.unlabelled ?? 0,
    image: manifest?.image ?? null,
    columns: manifest?.columns ?? null,
    text: manifest?.text ?? null,
  });
}

@InputType({ description: 'Which examples to list.' })
export class ExampleFilter {
  @Field(() => ID, { nullable: true, description: 'Of this class only.' })
  classId?: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The split that `part` is of; the first one when left out.',
  })
  splitId?: string;
  @Field(() => String, { nullable: true, description: 'In this part of the split only.' })
  part?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether those without a class are listed instead.' })
  unlabelled?: boolean;
  @Field(() => String, { nullable: true, description: 'Part of the name: the path, or how the text begins.' })
  search?: string;
}
