import { Extensions, Field, Float, ID, InputType, Int } from 'type-graphql';
import { ImportPlanInput } from '../inspection/import-plan.input.js';
import { InProject } from '../project/in-project.input.js';
import { asNameOf } from '../schema/name-for.js';

@InputType({ description: 'How an uploaded file becomes a data set.' })
export class ImportDataSetInput extends InProject {
  @Field(() => ID, { description: 'From createUpload, after the file was PUT.' })
  uploadId!: string;
  @Extensions(asNameOf('data set'))
  @Field(() => String, {
    nullable: true,
    description: 'Name of the new data set, at most 120 characters; left out when dataSetId is given.',
  })
  name?: string;
  @Field(() => String, { nullable: true, description: 'A word on what it is.' })
  description?: string;
  @Field(() => String, { nullable: true, description: 'Under which terms it may be used.' })
  licence?: string;
  @Field(() => String, { nullable: true, description: 'Where it is from.' })
  source?: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'Replaces the content of this data set by a new version instead of making a data set. To add a file to what is there, call editVersion with addFiles.',
  })
  dataSetId?: string;
  @Field(() => String, { defaultValue: '', description: 'Why; shown in the history of the data set.' })
  note!: string;
  @Field(() => String, { nullable: true, description: 'Who imports it; shown in the history.' })
  author?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of a table: the column with the class; found by its name or its values when left out.',
  })
  labelColumn?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of a table: the column with the text; found by its name or its values when left out.',
  })
  textColumn?: string;
  @Field(() => ImportPlanInput, {
    nullable: true,
    description: 'Choices that replace what an inspection proposes; the proposal is used when left out.',
  })
  plan?: ImportPlanInput;
  @Field(() => Float, {
    defaultValue: 0.2,
    description: 'Share of each class for the test part, 0 to 0.9, where the file names no split.',
  })
  testShare!: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of that split.' })
  seed!: number;
}
