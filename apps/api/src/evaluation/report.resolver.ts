import { findRows } from '@kshot/store';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Example, presentExample } from '../example/example.type.js';
import { ConfusionCell, EvaluationReport } from './report.type.js';

@Resolver(() => EvaluationReport)
export class EvaluationReportResolver {
  @FieldResolver(() => [ConfusionCell], { description: 'What was taken for what, most frequent first.' })
  confusion(
    @Root() { cells }: EvaluationReport,
    @Arg('first', () => Int, { defaultValue: 400, description: 'Cells at most.' }) first: number,
    @Arg('mistakesOnly', () => Boolean, { defaultValue: false, description: 'Leaves out what was right.' })
    mistakesOnly: boolean,
  ): ConfusionCell[] {
    return cells.filter(({ truth, predicted }) => !mistakesOnly || truth !== predicted).slice(0, first);
  }
}

@Resolver(() => ConfusionCell)
export class ConfusionCellResolver {
  @FieldResolver(() => [Example], { description: 'Examples in it, at most 24 are kept.' })
  async examples(
    @Root() { rows, versionId }: ConfusionCell,
    @Arg('first', () => Int, { defaultValue: 12, description: 'How many at most.' }) first: number,
    @Ctx() { store }: Context,
  ): Promise<Example[]> {
    const found = await findRows(
      store,
      'example',
      { versionId, index: rows.slice(0, first) },
      { by: 'index' },
    );
    return found.map(presentExample);
  }
}
