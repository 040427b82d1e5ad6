import { headKinds } from '@kshot/fewshot';
import type { Model as Row } from '@kshot/store';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A head that was compared with others on held-out examples.' })
export class ComparedHead {
  @Field(() => String, { description: 'Its method, such as RIDGE.' })
  method!: string;
  @Field(() => String, {
    description: 'The method in words, and what became of its encoder where that was tuned.',
  })
  title!: string;
  @Field(() => Float, { description: 'Share of held-out examples classified rightly.' })
  accuracy!: number;
  @Field(() => Float, { description: "Lower end of Wilson's 95 % interval of the accuracy, over examples." })
  accuracyLow!: number;
  @Field(() => Float, { description: "Upper end of Wilson's 95 % interval of the accuracy, over examples." })
  accuracyHigh!: number;
  @Field(() => Boolean, { description: 'Whether the model has this head.' })
  chosen!: boolean;
}

const encoders = { TUNED: 'tuned encoder', UNTUNED: 'encoder as it was' };

/** The heads that the head of a model was chosen among. */
export const comparedHeads = ({ comparedHeads: found, head }: Row['manifest']): ComparedHead[] =>
  (found ?? []).map(({ method, encoder, accuracy, low, high, chosen }) => ({
    method,
    title: [headKinds.find(({ name }) => name === method)?.title ?? method, encoder && encoders[encoder]]
      .filter(Boolean)
      .join(', '),
    accuracy,
    accuracyLow: low,
    accuracyHigh: high,
    chosen: chosen ?? method === head,
  }));
