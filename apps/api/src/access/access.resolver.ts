import type { Scope } from '@kshot/domain';
import { deletePerson, listBy, ofRow } from '@kshot/store';
import { Arg, Args, Ctx, Extensions, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { PageArgs } from '../schema/page-args.js';
import {
  AddPersonInput,
  ApiKey,
  ApiKeyConnection,
  type AuditEntry,
  AuditEntryConnection,
  AuditFilter,
  CreateApiKeyInput,
  NewApiKey,
  Person,
  PersonConnection,
  presentApiKey,
  presentEntry,
  presentPerson,
  UpdatePersonInput,
  Viewer,
} from './access.type.js';
import { createApiKey, revokeApiKey } from './api-keys.js';
import { needing } from './needs.js';
import { addPerson, changePassword, updatePerson } from './people.js';

@Resolver()
export class AccessResolver {
  @Query(() => Viewer, { description: 'Who asks, and what they may do.' })
  viewer(@Ctx() { principal }: Context): Viewer {
    const { kind, personId, name, role, scopes } = principal;
    return Object.assign(new Viewer(), { kind, personId, name, role, scopes: [...scopes] as Scope[] });
  }

  @Extensions(needing('ADMIN'))
  @Query(() => PersonConnection, { description: 'Accounts, the newest first.' })
  people(@Args(() => PageArgs) range: PageArgs, @Ctx() { store }: Context): Promise<Page<Person>> {
    return page(listBy(store, 'person', range, {}), presentPerson);
  }

  @Query(() => ApiKeyConnection, {
    description: 'Your keys, the newest first; all of them for administrators.',
  })
  apiKeys(
    @Args(() => PageArgs) range: PageArgs,
    @Ctx() { store, principal }: Context,
  ): Promise<Page<ApiKey>> {
    const { personId, projectId } = principal;
    const own = principal.scopes.has('ADMIN') ? {} : { personId, ...(projectId ? { projectId } : {}) };
    return page(listBy(store, 'credential', range, { kind: 'KEY', ...own }), presentApiKey);
  }

  @Extensions(needing('ADMIN'))
  @Query(() => AuditEntryConnection, {
    description: 'Who did what, the newest first. Nothing is ever changed in it.',
  })
  auditLog(
    @Args(() => PageArgs) range: PageArgs,
    @Arg('filter', () => AuditFilter, { nullable: true, description: 'All when left out.' })
    filter: AuditFilter | undefined,
    @Ctx() { store }: Context,
  ): Promise<Page<AuditEntry>> {
    const where = {
      ...ofRow('person', 'actorId', filter?.actorId),
      ...(filter?.action ? { action: filter.action } : {}),
    };
    return page(listBy(store, 'auditEntry', range, where), presentEntry);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => Person, {
    description: 'Makes an account. From the first one on, everybody has to sign in, or to show a key.',
  })
  addPerson(
    @Arg('input', () => AddPersonInput, { description: 'Who, and what they may do.' }) input: AddPersonInput,
    @Ctx() context: Context,
  ): Promise<Person> {
    return addPerson(context, input);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => Person, { description: 'Changes an account.' })
  updatePerson(
    @Arg('input', () => UpdatePersonInput, { description: 'What changes.' }) input: UpdatePersonInput,
    @Ctx() context: Context,
  ): Promise<Person> {
    return updatePerson(context, input);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => ID, { description: 'Deletes an account with its sessions and keys. What it made stays.' })
  async deletePerson(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<string> {
    await deletePerson(store, id);
    return id;
  }

  @Extensions(needing('READ'))
  @Mutation(() => Boolean, { description: 'Changes your own password, and ends all your sessions.' })
  async changePassword(
    @Arg('before', () => String, { description: 'The present one.' }) before: string,
    @Arg('next', () => String, { description: 'The new one, at least 10 characters.' }) next: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await changePassword(context, before, next);
    return true;
  }

  @Extensions(needing('READ'))
  @Mutation(() => NewApiKey, { description: 'Makes a key for a program.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'What it is for.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ): Promise<NewApiKey> {
    return createApiKey(context, input);
  }

  @Extensions(needing('READ'))
  @Mutation(() => ApiKey, { description: 'Ends a key at once.' })
  revokeApiKey(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ApiKey> {
    return revokeApiKey(context, id);
  }
}
