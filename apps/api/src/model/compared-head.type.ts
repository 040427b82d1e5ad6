import { headKinds } from '@kshot/fewshot';
import type { Model as Row } from '@kshot/store';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A head that was compared with others on held-out examples.' })
export class ComparedHead {
  @Field(() => String, { description: 'Its method, such as RIDGE.' })
  method!: string;
  @Field(() => String, { description: 'The method in words.' })
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

/** The heads that the head of a model was chosen among. */
export const comparedHeads = ({ comparedHeads: found, head }: Row['manifest']): ComparedHead[] =>
  (found ?? []).map(({ method, accuracy, low, high }) => ({
    method,
    title: headKinds.find(({ name }) => name === method)?.title ?? method,
    accuracy,
    accuracyLow: low,
    accuracyHigh: high,
    chosen: method === head,
  }));
