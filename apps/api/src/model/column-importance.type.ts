import type { Model } from '@kshot/store';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a column is worth to a model.' })
export class ColumnImportance {
  @Field(() => String, { description: 'Name of the column.' })
  name!: string;
  @Field(() => Float, {
    description:
      'Accuracy that is lost, on average, when the cells of the column are shuffled among the rows; −1…1, below 0 by chance alone.',
  })
  lost!: number;
  @Field(() => Float, { description: 'Standard deviation over the shuffles.' })
  deviation!: number;
}

@ObjectType({
  description:
    'What the columns of a table are worth to a model, on rows of the test part (permutation importance, Breiman 2001). Columns that say the same stand in for each other: each is then worth little.',
})
export class ColumnImportances {
  @Field(() => Float, { description: 'Accuracy of the rows as they are.' })
  accuracy!: number;
  @Field(() => Int, { description: 'Rows of the test part that were asked, at most 500.' })
  examples!: number;
  @Field(() => Int, { description: 'How often each column was shuffled.' })
  repeats!: number;
  @Field(() => [ColumnImportance], { description: 'The worthiest first.' })
  columns!: ColumnImportance[];
}

/** The column that matters most comes first. */
export const importanceOf = ({ importance }: Model['manifest']): ColumnImportances | null =>
  importance ? { ...importance, columns: importance.columns.toSorted((a, b) => b.lost - a.lost) } : null;
