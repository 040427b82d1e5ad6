import type { ModelManifest } from '@kshot/domain';
import type { TableInput } from '@kshot/fewshot';
import { writeCell } from '@kshot/ingest';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ColumnKindEnum, ModalityEnum } from '../schema/enums.js';
import { ImageShape } from '../schema/values.js';

@ObjectType({ description: 'A column that a model reads.' })
export class InputColumn {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => ColumnKindEnum, { description: 'What it holds.' })
  kind!: string;
  @Field(() => [String], { nullable: true, description: 'Categories that training saw.' })
  categories?: readonly string[];
  @Field(() => Float, { nullable: true, description: 'Mean in training; stands for a missing number.' })
  mean?: number;
  @Field(() => String, {
    nullable: true,
    description:
      'The mean as a cell of `predict` writes it: with the decimal sign or as the date of the file.',
  })
  sample?: string;
}

@ObjectType({ description: 'What a model takes.' })
export class InputSpec {
  @Field(() => ModalityEnum, { description: 'Pictures, texts or rows.' })
  modality!: string;
  @Field(() => ImageShape, { nullable: true, description: 'Size to which pictures are brought.' })
  image!: ImageShape | null;
  @Field(() => [InputColumn], { nullable: true, description: 'Columns of a row.' })
  columns!: readonly InputColumn[] | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Tokens of a text that are read, with those that begin and end it; the rest is cut off. Null where all of it is read.',
  })
  tokens!: number | null;
}

/** What the transformers that ship read of a text. */
const SHIPPED_TOKENS = 256;

export const inputOf = ({ input }: ModelManifest): InputSpec => ({
  modality: input.modality,
  image: input.modality === 'IMAGE' ? input : null,
  columns: input.modality === 'TABLE' ? input.columns.map(inputColumn) : null,
  tokens: tokensOf(input),
});

function tokensOf(input: ModelManifest['input']): number | null {
  if (input.modality !== 'TEXT') return null;
  if (input.tokenizer) return input.features;
  return input.encoder?.startsWith('MINILM') ? SHIPPED_TOKENS : null;
}

function inputColumn(column: TableInput['columns'][number]): InputColumn {
  if (column.kind !== 'NUMBER') return column;
  const mean = column.mean + (column.offset ?? 0);
  return { name: column.name, kind: column.kind, mean, sample: writeCell(mean, column.reading) };
}
