import type { Role } from '@kshot/domain';
import { deleteProject, listBy } from '@kshot/store';
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { needing } from '../access/needs.js';
import type { Context } from '../context.js';
import { type Page, page } from '../schema/connection.js';
import { RoleEnum } from '../schema/enums.js';
import { PageArgs } from '../schema/page-args.js';
import { presentFound } from '../schema/present-found.js';
import {
  addProject,
  moveToProject,
  removeProjectMember,
  renameProject,
  setProjectMember,
} from './change-project.js';
import {
  Project,
  ProjectConnection,
  ProjectMember,
  presentProject,
  SetProjectMemberInput,
} from './project.type.js';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => ProjectConnection, {
    description: 'The projects that you are in, the oldest first; all of them for administrators.',
  })
  projects(@Args(() => PageArgs) range: PageArgs, @Ctx() { store }: Context): Promise<Page<Project>> {
    return page(listBy(store, 'project', range, {}, { by: 'createdAt', direction: 'asc' }), presentProject);
  }

  @Query(() => Project, { nullable: true, description: 'One project.' })
  project(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<Project | null> {
    return presentFound(loaders.project.load(id), presentProject);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => Project, { description: 'Makes a project; you are the administrator of it.' })
  addProject(
    @Arg('name', () => String, { description: 'Its name, at most 120 characters.' }) name: string,
    @Ctx() context: Context,
  ): Promise<Project> {
    return addProject(context, name);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => Project, { description: 'Gives a project another name.' })
  renameProject(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Arg('name', () => String, { description: 'Its new name.' }) name: string,
    @Ctx() context: Context,
  ): Promise<Project> {
    return renameProject(context, id, name);
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => ID, { description: 'Deletes a project that holds nothing; gives its id.' })
  async deleteProject(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { store }: Context,
  ): Promise<string> {
    await deleteProject(store.pool, id);
    return id;
  }

  @Mutation(() => Project, {
    description:
      'Takes somebody into a project, or gives them another role in it. For administrators, and for those of the project.',
  })
  setProjectMember(
    @Arg('input', () => SetProjectMemberInput, { description: 'Who, and what they may do.' })
    input: SetProjectMemberInput,
    @Ctx() context: Context,
  ): Promise<Project> {
    return setProjectMember(context, input);
  }

  @Mutation(() => Project, {
    description:
      'Takes somebody out of a project; what they made there stays. Their sockets close within half a minute.',
  })
  removeProjectMember(
    @Arg('projectId', () => ID, { description: 'The project.' }) projectId: string,
    @Arg('personId', () => ID, { description: 'Their account.' }) personId: string,
    @Ctx() context: Context,
  ): Promise<Project> {
    return removeProjectMember(context, projectId, personId);
  }

  @Mutation(() => Int, {
    description:
      'Moves a data set or a model to another project, with all that rests on it and all that it rests on: versions, runs, models, evaluations, studies, served names. Gives how many things moved.',
  })
  moveToProject(
    @Arg('id', () => ID, { description: 'A data set or a model.' }) id: string,
    @Arg('projectId', () => ID, { description: 'The project that it goes to.' }) projectId: string,
    @Ctx() context: Context,
  ): Promise<number> {
    return moveToProject(context, id, projectId);
  }

  @FieldResolver(() => [ProjectMember], { description: 'Who is in it. Administrators see it besides.' })
  members(@Root() { id }: Project, @Ctx() { loaders }: Context): Promise<ProjectMember[]> {
    return loaders.members.load(id);
  }

  @FieldResolver(() => RoleEnum, { description: 'What you may do in it, as far as your account allows.' })
  role(@Root() { id }: Project, @Ctx() { principal }: Context): Role {
    return principal.memberships?.find(({ projectId }) => projectId === id)?.role ?? 'ADMIN';
  }
}
