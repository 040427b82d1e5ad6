import type { Role, Scope } from '@kshot/domain';
import type { Credential, AuditEntry as EntryRow, Person as PersonRow } from '@kshot/store';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { PrincipalKindEnum, RoleEnum, ScopeEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import type { Principal } from './principal.js';

@ObjectType({ description: 'Who asks, and what they may do.' })
export class Viewer {
  @Field(() => PrincipalKindEnum, { description: 'What they came in with.' })
  kind!: Principal['kind'];
  @Field(() => ID, { nullable: true, description: 'The account; null without one.' })
  personId!: string | null;
  @Field(() => String, { description: 'What they are called.' })
  name!: string;
  @Field(() => RoleEnum, { nullable: true, description: 'Role of the account.' })
  role!: Role | null;
  @Field(() => [ScopeEnum], { description: 'What they may do.' })
  scopes!: Scope[];
}

@ObjectType({ implements: Node, description: 'The account of somebody who signs in.' })
export class Person extends Node {
  @Field(() => String, { description: 'Signs in with it.' })
  email!: string;
  @Field(() => String, { description: 'Shown to others.' })
  name!: string;
  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;
  @Field(() => Date, {
    nullable: true,
    description: 'Since when the account is locked; null where it is not.',
  })
  disabledAt!: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Tasks of theirs that run at once, others wait; null for any number.',
  })
  runningTasks!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Bytes that their data sets, models and uploads may have; null for any number.',
  })
  storageBytes!: number | null;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
}
export const PersonConnection = connectionOf(Person, 'Person');

@ObjectType({
  implements: Node,
  description: 'A key of a program. Its secret is shown once, when it is made.',
})
export class ApiKey extends Node {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;
  @Field(() => [ScopeEnum], { description: 'What it may be used for, as far as its owner may.' })
  scopes!: Scope[];
  @Field(() => Int, {
    nullable: true,
    description: 'Requests that it may send within a minute; null for any number.',
  })
  requestsPerMinute!: number | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The only project that it opens; null for all of its owner.',
  })
  projectId!: string | null;
  @Field(() => ID, { nullable: true, description: 'Account of its owner; null where none was needed.' })
  personId!: string | null;
  @Field(() => Date, { description: 'When it was made.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it stops working; null for never.' })
  expiresAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was used last, to the minute.' })
  lastUsedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was revoked.' })
  revokedAt!: Date | null;
}
export const ApiKeyConnection = connectionOf(ApiKey, 'ApiKey');

@ObjectType({ description: 'A key that was just made.' })
export class NewApiKey {
  @Field(() => ApiKey, { description: 'What is kept of it.' })
  key!: ApiKey;
  @Field(() => String, {
    description: 'Send it as `Authorization: Bearer SECRET`. It is not kept: copy it now.',
  })
  secret!: string;
}

@ObjectType({ implements: Node, description: 'Something that somebody did, or tried to do.' })
export class AuditEntry extends Node {
  @Field(() => Date, { description: 'When.' })
  createdAt!: Date;
  @Field(() => String, { description: 'Name of who did it, then.' })
  actorName!: string;
  @Field(() => PrincipalKindEnum, { description: 'What they came in with.' })
  actorKind!: Principal['kind'];
  @Field(() => ID, { nullable: true, description: 'Their account; null without one.' })
  actorId!: string | null;
  @Field(() => String, { description: 'The mutation, or signIn.' })
  action!: string;
  @Field(() => [ID], { description: 'Ids of what it was done to, and of what came of it.' })
  subjects!: string[];
  @Field(() => String, { description: 'OK, or the code of the error.' })
  outcome!: string;
}
export const AuditEntryConnection = connectionOf(AuditEntry, 'AuditEntry');

@InputType({ description: 'A new account.' })
export class AddPersonInput {
  @Field(() => String, { description: 'E-mail address, which no other account has.' })
  email!: string;
  @Field(() => String, { description: 'Shown to others.' })
  name!: string;
  @Field(() => RoleEnum, { description: 'What they may do. The first account is an ADMIN.' })
  role!: Role;
  @Field(() => String, { description: 'At least 10 characters; they can change it.' })
  password!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'Project that they are an editor in, as far as their role allows. When left out they are in the only project, or in none where there are several.',
  })
  projectId?: string | null;
}

@InputType({ description: 'Changes to an account; what is left out stays.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'The account.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Another name.' })
  name?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Another role.' })
  role?: Role | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is locked; its keys stop, too.' })
  disabled?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A new password; ends all its sessions.' })
  password?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Tasks of theirs that run at once, from 1; 0 lifts the limit.',
  })
  runningTasks?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Bytes that they may store, from 1; 0 lifts the limit.',
  })
  storageBytes?: number | null;
}

@ObjectType({ description: 'What somebody has in use.' })
export class PersonUse {
  @Field(() => Int, { description: 'Tasks of theirs that run.' })
  runningTasks!: number;
  @Field(() => Float, { description: 'Bytes of their data sets, models and files that wait to be used.' })
  storageBytes!: number;
}

@InputType({ description: 'A new key.' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for.' })
  name!: string;
  @Field(() => [ScopeEnum], { description: 'What it may be used for: no more than you may do.' })
  scopes!: Scope[];
  @Field(() => Date, { nullable: true, description: 'When it stops working; never when left out.' })
  expiresAt?: Date | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Requests that it may send within a minute, from 1; any number when left out.',
  })
  requestsPerMinute?: number | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'The only project that it opens; all of yours when left out. Such a key administers nothing.',
  })
  projectId?: string | null;
}

@InputType({ description: 'Which entries of the log to list.' })
export class AuditFilter {
  @Field(() => ID, { nullable: true, description: 'Of this account.' })
  actorId?: string;
  @Field(() => String, { nullable: true, description: 'This action, such as deleteModel.' })
  action?: string;
}

export const presentPerson = ({ passwordDigest: _kept, ...row }: PersonRow): Person =>
  Object.assign(new Person(), row, {
    storageBytes: row.storageBytes === null ? null : Number(row.storageBytes),
  });

export const presentApiKey = ({ secretDigest: _kept, ...row }: Credential): ApiKey =>
  Object.assign(new ApiKey(), row, { scopes: row.scopes.split(' ') });

export const presentEntry = (row: EntryRow): AuditEntry =>
  Object.assign(new AuditEntry(), row, { subjects: row.subjects.split(' ').filter(Boolean) });
