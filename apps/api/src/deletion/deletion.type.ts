import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Something that was deleted.' })
export class Deletion {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, {
    description: 'Its type: DataSet, Run, Model, Study, Evaluation, LabelCheck or FilePrediction.',
  })
  type!: string;
}
