import { columnRoles, dateOrders, delimiters, type ImportPlan as Plan, tableUses } from '@kshot/domain';
import type { Inspection as Row } from '@kshot/store';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ModalityEnum, RunStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure } from '../schema/values.js';

export const ColumnRoleEnum = Object.fromEntries(columnRoles.map((role) => [role, role]));
registerEnumType(ColumnRoleEnum, {
  name: 'ColumnRole',
  description: 'What a column of a table is used for.',
  valuesConfig: {
    LABEL: { description: 'The class of each example.' },
    PART: { description: 'Which part an example is in: train, validation or test.' },
    TEXT: {
      description:
        'The text, or a piece of it; in a table, a text that a sentence encoder turns into numbers beside the other columns.',
    },
    NUMBER: { description: 'A number that classes are learned from.' },
    CATEGORY: { description: 'One of a few values that classes are learned from.' },
    DATE: {
      description:
        'A date, learned from by its time and, where these vary, by the season, the day of the week and the hour.',
    },
    ID: { description: 'It names or numbers the rows; left out.' },
    IGNORED: { description: 'Left out.' },
  },
});

export const DelimiterEnum = Object.fromEntries(delimiters.map((delimiter) => [delimiter, delimiter]));
registerEnumType(DelimiterEnum, {
  name: 'Delimiter',
  description: 'What divides the cells of a text.',
  valuesConfig: {
    COMMA: { description: 'A comma.' },
    SEMICOLON: { description: 'A semicolon.' },
    TAB: { description: 'A tab.' },
    BAR: { description: 'A vertical bar.' },
    SPACE: { description: 'Any number of spaces and tabs.' },
    NONE: { description: 'Nothing: each line is a text.' },
  },
});

export const TableUseEnum = Object.fromEntries(tableUses.map((use) => [use, use]));
registerEnumType(TableUseEnum, {
  name: 'TableUse',
  description: 'What a table with texts becomes.',
  valuesConfig: {
    TABLE: { description: 'Rows: numbers, categories, dates and texts count beside each other.' },
    TEXT: { description: 'Texts: the other columns are left out.' },
  },
});

export const DateOrderEnum = Object.fromEntries(dateOrders.map((order) => [order, order]));
registerEnumType(DateOrderEnum, {
  name: 'DateOrder',
  description: 'How dates are read whose day and month can be exchanged.',
  valuesConfig: {
    DAY_FIRST: { description: '3/4/2024 is the third of April.' },
    MONTH_FIRST: { description: '3/4/2024 is the fourth of March.' },
  },
});

@ObjectType({ description: 'How a column was understood.' })
export class PlannedColumn {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => ColumnRoleEnum, { description: 'What it is used for.' })
  role!: string;
  @Field(() => Boolean, { description: 'Whether it is left out.' })
  leftOut!: boolean;
  @Field(() => Int, { description: 'Rows without a value.' })
  missing!: number;
  @Field(() => Int, { description: 'Number of different values.' })
  distinct!: number;
  @Field(() => [String], { description: 'Its first values.' })
  samples!: string[];
}

@ObjectType({ description: 'A class or a part of a plan, with its number of examples.' })
export class PlannedCount {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Int, { description: 'Number of examples.' })
  count!: number;
}

@ObjectType({ description: 'One of the first examples, to look at.' })
export class PlannedExample {
  @Field(() => String, { description: 'Its path, or its row.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Its class.' })
  className!: string | null;
  @Field(() => String, { nullable: true, description: 'The part that it is in, where the file names parts.' })
  part!: string | null;
  @Field(() => String, { nullable: true, description: 'The text, or the values of a row.' })
  text!: string | null;
  @Field(() => String, { nullable: true, description: 'A small picture as a data URL.' })
  image!: string | null;
}

@ObjectType({ description: 'How an upload was understood.' })
export class ImportPlan {
  @Field(() => String, { description: 'What the file is.' })
  kind!: string;
  @Field(() => ModalityEnum, { description: 'What the examples are.' })
  modality!: string;
  @Field(() => Boolean, { nullable: true, description: 'Of a table: whether its first row holds names.' })
  header!: boolean | null;
  @Field(() => [String], { description: 'Of a workbook: its sheets with rows.' })
  sheets!: string[];
  @Field(() => String, {
    nullable: true,
    description: 'The sheet that is read; null where sheets with the same columns are put below each other.',
  })
  sheet!: string | null;
  @Field(() => DelimiterEnum, { nullable: true, description: 'Of a text: what divides its cells.' })
  delimiter!: string | null;
  @Field(() => DateOrderEnum, {
    nullable: true,
    description: 'Set where dates can be read with the day or the month first: which was taken.',
  })
  dateOrder!: string | null;
  @Field(() => [PlannedColumn], { description: 'Columns of a table.' })
  columns!: PlannedColumn[];
  @Field(() => [PlannedCount], { description: 'The first 100 classes.' })
  classes!: PlannedCount[];
  @Field(() => Int, { description: 'Number of classes.' })
  classCount!: number;
  @Field(() => [PlannedCount], {
    description: 'Parts that the file names; a split is made where there are none.',
  })
  parts!: PlannedCount[];
  @Field(() => Int, { description: 'Number of examples.' })
  exampleCount!: number;
  @Field(() => Int, { description: 'Examples without a class, which are kept but not trained on.' })
  unlabelledCount!: number;
  @Field(() => Boolean, { description: 'Whether only the first rows were read: counts are of those.' })
  sampled!: boolean;
  @Field(() => [PlannedExample], { description: 'Some examples.' })
  examples!: PlannedExample[];
  @Field(() => [String], { description: 'What is odd, and what will be done about it.' })
  findings!: string[];
  @Field(() => Failure, {
    nullable: true,
    description: 'Why it cannot be imported as it is understood; other choices may help.',
  })
  problem!: Failure | null;
}

@ObjectType({ implements: Node, description: 'A look at an upload before its import.' })
export class Inspection extends Node {
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => ImportPlan, {
    nullable: true,
    description: 'How the file was understood, once DONE; of a file to add, what it would add.',
  })
  plan!: Plan | null;
  @Field(() => Failure, { nullable: true, description: 'Why the file cannot be read at all.' })
  failure!: Failure | null;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  uploadId!: string;
}

export const presentInspection = (row: Row): Inspection => Object.assign(new Inspection(), row);
