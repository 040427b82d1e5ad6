import type { ModelManifest } from '@kshot/domain';
import { count, layerShapes } from '@kshot/fewshot';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One layer of a network.' })
export class Layer {
  @Field(() => String, { description: 'Its name; its arrays are called name/kernel and so on.' })
  name!: string;
  @Field(() => String, { description: 'What it does.' })
  kind!: string;
  @Field(() => [Int], { description: 'Shape of what it gives for one example.' })
  outputShape!: number[];
  @Field(() => Int, { description: 'Trained weights in it.' })
  parameters!: number;
}

export const layersOf = ({ network }: ModelManifest): Layer[] =>
  layerShapes(network).map(({ layer, outputShape, parameters }) => ({
    name: layer.name,
    kind: layer.kind,
    outputShape: [...outputShape],
    parameters: Object.values(parameters).reduce((sum, shape) => sum + count(shape), 0),
  }));
