import { calledBy, type Alias as Row } from '@kshot/store';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { address } from '../http/address.js';
import { InProject } from '../project/in-project.input.js';
import { connectionOf } from '../schema/connection.js';
import { Node } from '../schema/node.js';

@InputType({ description: 'Which alias points to which model.' })
export class SetAliasInput extends InProject {
  @Field(() => String, {
    description: 'What programs call the model: letters, digits, ".", "_" and "-", such as intents.',
  })
  name!: string;
  @Field(() => String, { defaultValue: 'production', description: 'Such as production or staging.' })
  alias!: string;
  @Field(() => ID, { description: 'The model that it points to from now on.' })
  modelId!: string;
}

@ObjectType({ implements: Node, description: 'A name that points to one model and moves atomically.' })
export class Alias extends Node {
  @Field(() => String, { description: 'What programs call the model.' })
  name!: string;
  @Field(() => String, { description: 'Such as production.' })
  alias!: string;
  @Field(() => String, {
    description:
      "Where it is served, relative to the API's origin, as all addresses here: the server does not know by which name it is reached.",
  })
  predictUrl!: string;
  @Field(() => Boolean, {
    description: 'Whether its page in the dashboard, /m/NAME, answers without the access token.',
  })
  shared!: boolean;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
  modelId!: string;
}
export const AliasConnection = connectionOf(Alias, 'Alias');

@ObjectType({ description: 'A model that an alias was pointed to.' })
export class AliasMove {
  @Field(() => ID, { nullable: true, description: 'The model; null once it is deleted.' })
  modelId!: string | null;
  @Field(() => String, { description: 'Its name then.' })
  modelName!: string;
  @Field(() => Date, { description: 'When the alias was pointed to it.' })
  movedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When that was rolled back.' })
  undoneAt!: Date | null;
}

export const presentAlias = (row: Row): Alias =>
  Object.assign(new Alias(), row, { predictUrl: address(`/v1/models/${calledBy(row)}:predict`) });
