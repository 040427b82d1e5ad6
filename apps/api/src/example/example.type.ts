import type { Example as Row } from '@kshot/store';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { Node } from '../schema/node.js';

@ObjectType({ description: 'One value of a row.' })
export class Cell {
  @Field(() => String, { description: 'Name of the column.' })
  column!: string;
  @Field(() => String, { nullable: true, description: 'The value as text; null where it is missing.' })
  value!: string | null;
}

@ObjectType({ implements: Node, description: 'One picture, text or row with its class.' })
export class Example extends Node {
  @Field(() => Int, { description: 'Its place in the version, from 0.' })
  index!: number;
  @Field(() => String, { description: 'Path in the archive, number of the row, or how the text begins.' })
  name!: string;
  versionId!: string;
  classIndex!: number | null;
}

export const ExampleConnection = connectionOf(Example, 'Example');
export const presentExample = (row: Omit<Row, 'key'>): Example => Object.assign(new Example(), row);
