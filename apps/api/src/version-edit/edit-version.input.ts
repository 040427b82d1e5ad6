import { Extensions, Field, ID, InputType } from 'type-graphql';
import { PredictInput } from '../predict/predict.type.js';
import { asNameOf } from '../schema/name-for.js';

@InputType({ description: 'A class that gets another name.' })
export class RenameClassInput {
  @Field(() => String, { description: 'Its name in the version.' })
  class!: string;
  @Extensions(asNameOf('class'))
  @Field(() => String, { description: 'Its new name, which no other class has.' })
  name!: string;
}

@InputType({ description: 'Classes that become one.' })
export class MergeClassesInput {
  @Field(() => [String], { description: 'Their names in the version.' })
  classes!: string[];
  @Field(() => String, {
    description:
      'Name of the class that they become: a new one, or one of the version, which then takes part.',
  })
  into!: string;
}

@InputType({ description: 'An example that gets another class.' })
export class RelabelInput {
  @Field(() => ID, { description: 'The example, labelled or not.' })
  exampleId!: string;
  @Field(() => String, { description: 'Name of its new class, after renaming and merging.' })
  class!: string;
}

@InputType({ description: 'New examples of a class.' })
export class AddExamplesInput {
  @Field(() => String, { description: 'Name of the class, after renaming and merging.' })
  class!: string;
  @Field(() => [PredictInput], {
    description: 'Pictures, texts or rows. Send more than a few hundred as a file.',
  })
  examples!: PredictInput[];
}

@InputType({ description: 'A file whose examples are added.' })
export class AddFileInput {
  @Field(() => ID, { description: 'From createUpload, after the file was PUT.' })
  uploadId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Class of all examples of the file, after renaming and merging. Left out, each has the class of its folder or of the label column; without one it is unlabelled.',
  })
  class?: string;
}

@InputType({ description: 'Changes that make the next version of a data set.' })
export class EditVersionInput {
  @Field(() => ID, { description: 'The newest READY version of its data set; it stays as it is.' })
  versionId!: string;
  @Field(() => String, { defaultValue: '', description: 'Why; shown in the history.' })
  note!: string;
  @Field(() => String, { nullable: true, description: 'Who makes the change; shown in the history.' })
  author?: string;
  @Field(() => [RenameClassInput], { defaultValue: [], description: 'Classes that get other names.' })
  renameClasses!: RenameClassInput[];
  @Field(() => [MergeClassesInput], { defaultValue: [], description: 'Classes that become one.' })
  mergeClasses!: MergeClassesInput[];
  @Field(() => [String], {
    defaultValue: [],
    description: 'Classes that are left out, with those of their examples that are not relabelled.',
  })
  removeClasses!: string[];
  @Field(() => [String], {
    defaultValue: [],
    description:
      'Names of classes that may be new. Those that are need an example: relabel some, or add some.',
  })
  addClasses!: string[];
  @Field(() => [RelabelInput], { defaultValue: [], description: 'Examples that get another class.' })
  relabel!: RelabelInput[];
  @Field(() => [ID], { defaultValue: [], description: 'Examples that are left out.' })
  remove!: string[];
  @Field(() => [AddExamplesInput], { defaultValue: [], description: 'New examples, sent with the request.' })
  add!: AddExamplesInput[];
  @Field(() => [AddFileInput], { defaultValue: [], description: 'New examples, from files.' })
  addFiles!: AddFileInput[];
}

@InputType({ description: 'An older version that becomes the newest one again.' })
export class RestoreVersionInput {
  @Field(() => ID, { description: 'The READY version to go back to.' })
  versionId!: string;
  @Field(() => String, { defaultValue: '', description: 'Why; shown in the history.' })
  note!: string;
  @Field(() => String, { nullable: true, description: 'Who restores it; shown in the history.' })
  author?: string;
}
