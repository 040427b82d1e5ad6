import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DataSet } from '../data-set/data-set.type.js';
import { Evaluation } from '../evaluation/evaluation.type.js';
import { Model } from '../model/model.type.js';
import { Project, presentProject } from '../project/project.type.js';
import { Run } from '../run/run.type.js';
import { presentFound } from '../schema/present-found.js';
import { Study } from '../study/study.type.js';

/** Adds `project` to a type whose rows are in one. What was shipped is seen where its project is not. */
function projectOf(type: () => new () => object) {
  @Resolver(type)
  class ProjectOfResolver {
    @FieldResolver(() => Project, {
      nullable: true,
      description: 'The project that it is in; null where that is not yours and it came with Kshot.',
    })
    project(@Root() root: object, @Ctx() { loaders }: Context): Promise<Project | null> {
      return presentFound(loaders.project.load((root as { projectId: string }).projectId), presentProject);
    }
  }
  return ProjectOfResolver;
}

export const projectOfResolvers = [DataSet, Model, Run, Evaluation, Study].map((type) =>
  projectOf(() => type),
);
