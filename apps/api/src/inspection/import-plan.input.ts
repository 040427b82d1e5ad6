import type { ColumnRole, DateOrderChoice, Delimiter, TableUse } from '@kshot/domain';
import { Field, ID, InputType } from 'type-graphql';
import { ColumnRoleEnum, DateOrderEnum, DelimiterEnum, TableUseEnum } from './inspection.type.js';

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
  @Field(() => String, { nullable: true, description: 'Of a workbook: the sheet that is read.' })
  sheet?: string;
  @Field(() => DelimiterEnum, { nullable: true, description: 'Of a text: what divides its cells.' })
  delimiter?: Delimiter;
  @Field(() => DateOrderEnum, {
    nullable: true,
    description: 'How dates are read that can have the day or the month first.',
  })
  dateOrder?: DateOrderChoice;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether examples of which nothing says the class are kept, to be labelled by hand, even where no class is left.',
  })
  unlabelled?: boolean;
  @Field(() => TableUseEnum, {
    nullable: true,
    description:
      'Whether a table with texts becomes a data set of rows or of texts. Left out, columns with the role TEXT make it one of texts.',
  })
  use?: TableUse;
  @Field(() => [ColumnChoice], { nullable: true, description: 'Columns that are used for something else.' })
  columns?: ColumnChoice[];
}

@InputType({ description: 'What a file is to be added to.' })
export class AddToInput {
  @Field(() => ID, { description: 'A READY version.' })
  versionId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Class of all examples of the file. Left out, each has the class of its folder or of the label column.',
  })
  class?: string;
}

@InputType({ description: 'Which upload to look at, and by which choices.' })
export class InspectUploadInput {
  @Field(() => ID, { description: 'From createUpload, after the file was PUT.' })
  uploadId!: string;
  @Field(() => ImportPlanInput, { nullable: true, description: 'Choices that differ from what is proposed.' })
  plan?: ImportPlanInput;
  @Field(() => AddToInput, {
    nullable: true,
    description:
      'Set where the file is to be added to a data set: the plan says how many examples each class gets.',
  })
  addTo?: AddToInput;
}
