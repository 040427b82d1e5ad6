import type { DataSet as Row } from '@kshot/store';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OfProject } from '../project/in-project.input.js';
import { connectionOf } from '../schema/connection.js';
import { DataSetSortFieldEnum, ModalityEnum, SortDirectionEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';

@ObjectType({ implements: Node, description: 'A named collection of labelled examples, in versions.' })
export class DataSet extends Node {
  @Field(() => String, { description: 'Unique among data sets.' })
  name!: string;
  @Field(() => String, { description: 'A word on what it is.' })
  description!: string;
  @Field(() => String, { nullable: true, description: 'Under which terms it may be used.' })
  licence!: string | null;
  @Field(() => String, { nullable: true, description: 'Where it is from.' })
  source!: string | null;
  @Field(() => Boolean, { description: 'Whether it came with Kshot.' })
  shipped!: boolean;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}

export const DataSetConnection = connectionOf(DataSet, 'DataSet');
export const presentDataSet = (row: Row): DataSet => Object.assign(new DataSet(), row);

@InputType({ description: 'Which data sets to list.' })
export class DataSetFilter extends OfProject {
  @Field(() => String, { nullable: true, description: 'Part of the name or description.' })
  search?: string;
  @Field(() => ModalityEnum, { nullable: true, description: 'What the examples are.' })
  modality?: 'IMAGE' | 'TEXT' | 'TABLE';
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those that came with Kshot, false for all others.',
  })
  shipped?: boolean;
}

@InputType({ description: 'The order of data sets.' })
export class DataSetSort {
  @Field(() => DataSetSortFieldEnum, { description: 'What to order by.' })
  field!: 'CREATED_AT' | 'NAME';
  @Field(() => SortDirectionEnum, { description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}
