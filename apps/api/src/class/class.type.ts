import type { Class as Row } from '@kshot/store';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { Node } from '../schema/node.js';

@ObjectType({ implements: Node, description: 'A label of a version.' })
export class Class extends Node {
  @Field(() => Int, { description: 'Its number in the version, from 0.' })
  index!: number;
  @Field(() => String, { description: 'Its name, with the group in front.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'The family it belongs to, such as an alphabet.' })
  group!: string | null;
  @Field(() => Int, { description: 'Examples of it.' })
  exampleCount!: number;
  versionId!: string;
}

export const ClassConnection = connectionOf(Class, 'Class');
export const presentClass = (row: Row): Class =>
  Object.assign(new Class(), { ...row, exampleCount: row.count });
