import type { Role } from '@kshot/domain';
import type { Project as Row } from '@kshot/store';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { RoleEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';

@ObjectType({
  implements: Node,
  description: 'Data sets, models, runs and studies that belong together, and who sees them.',
})
export class Project extends Node {
  @Field(() => String, { description: 'Unique among projects, in whichever case.' })
  name!: string;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}
export const ProjectConnection = connectionOf(Project, 'Project');
export const presentProject = (row: Row): Project => Object.assign(new Project(), row);

@ObjectType({ description: 'Somebody in a project.' })
export class ProjectMember {
  @Field(() => ID, { description: 'Their account.' })
  personId!: string;
  @Field(() => String, { description: 'Their name.' })
  name!: string;
  @Field(() => String, { description: 'Their e-mail address.' })
  email!: string;
  @Field(() => RoleEnum, {
    description:
      'What they may do in the project, as far as the role of their account allows; an ADMIN chooses its members.',
  })
  role!: Role;
}

@InputType({ description: 'Somebody and their role in a project.' })
export class SetProjectMemberInput {
  @Field(() => ID, { description: 'The project.' })
  projectId!: string;
  @Field(() => String, { description: 'E-mail address of an account.' })
  email!: string;
  @Field(() => RoleEnum, { defaultValue: 'EDITOR', description: 'What they may do in it.' })
  role!: Role;
}
