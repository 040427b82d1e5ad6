import type { Labelling as Row } from '@kshot/store';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Example } from '../example/example.type.js';
import { ClassProbability } from '../predict/predict.type.js';
import { RunStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure } from '../schema/values.js';

@ObjectType({ description: 'How many examples have gone through the backbone.' })
export class LabellingProgress {
  @Field(() => Int, { description: 'Those that are done.' })
  done!: number;
  @Field(() => Int, { description: 'Those that are needed.' })
  total!: number;
}

@ObjectType({
  implements: Node,
  description: 'Prepares the unlabelled examples of a version to be labelled in the order that helps most.',
})
export class Labelling extends Node {
  @Field(() => RunStatusEnum, { description: 'Where it stands; labelling begins when it is DONE.' })
  status!: string;
  @Field(() => LabellingProgress, { nullable: true, description: 'While it runs.' })
  progress!: LabellingProgress | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  versionId!: string;
  modelId!: string | null;
  featuresHash!: string | null;
}

export const presentLabelling = (row: Row): Labelling => Object.assign(new Labelling(), row);

@InputType({ description: 'The label that an example was given.' })
export class LabelAnswer {
  @Field(() => ID, { description: 'An unlabelled example of the version.' })
  exampleId!: string;
  @Field(() => String, { description: 'Its class, one of the version or a new one.' })
  class!: string;
}

@ObjectType({ description: 'An example to label, with what the head takes it for.' })
export class LabelSuggestion {
  @Field(() => Example, { description: 'The example.' })
  example!: Example;
  @Field(() => [ClassProbability], { description: 'The ten likeliest classes, likeliest first.' })
  probabilities!: ClassProbability[];
}

@ObjectType({ description: 'What to label next, by a head that is fitted to all labels so far.' })
export class LabellingStep {
  @Field(() => Float, {
    nullable: true,
    description: 'Share of the test part that the head gets right; null where there is none.',
  })
  accuracy!: number | null;
  @Field(() => Int, { description: 'Examples of the test part that were judged.' })
  testedCount!: number;
  @Field(() => Float, { description: 'Mean probability of the likeliest class of what is not labelled.' })
  certainty!: number;
  @Field(() => Int, { description: 'Examples that are not labelled.' })
  leftCount!: number;
  @Field(() => [LabelSuggestion], {
    description: 'Least certain and unlike each other, the most useful first.',
  })
  next!: LabelSuggestion[];
}
