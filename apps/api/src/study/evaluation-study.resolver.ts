import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Evaluation } from '../evaluation/evaluation.type.js';
import { presentFound } from '../schema/present-found.js';
import { presentStudy, Study } from './study.type.js';

@Resolver(() => Evaluation)
export class EvaluationStudyResolver {
  @FieldResolver(() => Study, { nullable: true, description: 'The study that it belongs to.' })
  study(@Root() { studyId }: Evaluation, @Ctx() { loaders }: Context): Promise<Study | null> {
    return presentFound(studyId ? loaders.study.load(studyId) : null, presentStudy);
  }
}
