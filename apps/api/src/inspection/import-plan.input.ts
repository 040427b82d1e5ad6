import type { ColumnRole } from '@kshot/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ColumnRoleEnum } from './inspection.type.js';

@InputType({ description: 'What a column is used for.' })
export class ColumnChoice {
  @Field(() => String, { description: 'Its name.' })
  column!: string;
  @Field(() => ColumnRoleEnum, { description: 'Its use.' })
  role!: ColumnRole;
}

@InputType({ description: 'Choices that replace what was proposed; what is left out stays as proposed.' })
export class ImportPlanInput {
  @Field(() => Boolean, { nullable: true, description: 'Of a table: whether its first row holds names.' })
  header?: boolean;
  @Field(() => [ColumnChoice], { nullable: true, description: 'Columns that are used for something else.' })
  columns?: ColumnChoice[];
}

@InputType({ description: 'Which upload to look at, and by which choices.' })
export class InspectUploadInput {
  @Field(() => ID, { description: 'From createUpload, after the file was PUT.' })
  uploadId!: string;
  @Field(() => ImportPlanInput, { nullable: true, description: 'Choices that differ from what is proposed.' })
  plan?: ImportPlanInput;
}
