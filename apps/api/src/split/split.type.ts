import type { Split as Row } from '@kshot/store';
import { Field, Int, ObjectType } from 'type-graphql';
import { SplitKindEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';

@ObjectType({ description: 'One part of a split.' })
export class SplitPart {
  @Field(() => String, { description: 'train, validation or test.' })
  name!: string;
  @Field(() => Int, { description: 'Examples in it.' })
  exampleCount!: number;
  @Field(() => Int, { description: 'Classes with examples in it.' })
  classCount!: number;
}

@ObjectType({ implements: Node, description: 'A named division of a version into parts.' })
export class Split extends Node {
  @Field(() => String, {
    description: '`given` by the file, or `default`: a stratified share held out for the test.',
  })
  name!: string;
  @Field(() => SplitKindEnum, { description: 'What is divided.' })
  kind!: string;
  @Field(() => Int, { description: 'Seed of the division.' })
  seed!: number;
  @Field(() => [SplitPart], { description: 'The parts, in order.' })
  parts!: readonly SplitPart[];
}

export const presentSplit = (row: Row): Split => Object.assign(new Split(), row);
