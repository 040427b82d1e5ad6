import { exampleRoles } from '@kshot/domain';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Class } from '../class/class.type.js';
import { Example } from '../example/example.type.js';

const ExampleRoleEnum = Object.fromEntries(exampleRoles.map((role) => [role, role]));
registerEnumType(ExampleRoleEnum, {
  name: 'ExampleRole',
  description: 'What an example is to the model that answers.',
  valuesConfig: {
    SUPPORT: { description: 'Shown with its class.' },
    QUERY: { description: 'Asked about, in an episode.' },
    TEST: { description: 'Of the test part, which training never saw.' },
  },
});

@ObjectType({ description: 'An example where its features are.' })
export class FeaturePoint {
  @Field(() => Example, { description: 'The example, with its true class.' })
  example!: Example;
  @Field(() => ExampleRoleEnum, { description: 'What it is to the model.' })
  role!: string;
  @Field(() => Float, { description: 'Place along the direction in which the features vary most.' })
  x!: number;
  @Field(() => Float, { description: 'Place along the direction at right angles that comes next.' })
  y!: number;
  @Field(() => Class, { nullable: true, description: 'What it was taken for; null of support examples.' })
  predicted!: Class | null;
}

@ObjectType({
  description:
    'Examples that the trained model was tested on, by their features, in the plane of the first two principal components. Of a meta-model: the first test episode, answered by the sub-model of its support. Otherwise up to 25 test examples of each of up to 12 classes, drawn by the seed.',
})
export class FeatureMap {
  @Field(() => [Float], { description: 'Shares of the variance along x and y, 0 to 1.' })
  explained!: readonly number[];
  @Field(() => [FeaturePoint], {
    description: 'The examples, class after class; of an episode its support first.',
  })
  points!: FeaturePoint[];
}
