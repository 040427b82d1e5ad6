import type { Figure as Value } from '@kshot/fewshot';
import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

const IntervalOfEnum = {
  EXAMPLES: 'EXAMPLES',
  FOLDS: 'FOLDS',
  DRAWS: 'DRAWS',
  EPISODES: 'EPISODES',
  SEEDS: 'SEEDS',
} as const;
registerEnumType(IntervalOfEnum, {
  name: 'IntervalOf',
  description: 'What would have to be drawn again for a value to vary as its interval says.',
  valuesConfig: {
    EXAMPLES: { description: 'The scored examples; the fitted model stays.' },
    FOLDS: { description: 'The folds, and with them what is fitted on.' },
    DRAWS: { description: 'The examples that are fitted on.' },
    EPISODES: { description: 'Whole episodes: classes, support and queries.' },
    SEEDS: { description: 'The random choices of training.' },
  },
});
const IntervalMethodEnum = {
  STUDENT: 'STUDENT',
  WILSON: 'WILSON',
  NADEAU_BENGIO: 'NADEAU_BENGIO',
  BOOTSTRAP: 'BOOTSTRAP',
  ALWAYS_VALID: 'ALWAYS_VALID',
} as const;
registerEnumType(IntervalMethodEnum, {
  name: 'IntervalMethod',
  description: 'How an interval was made.',
  valuesConfig: {
    STUDENT: { description: "Student's interval of a mean of independent units." },
    WILSON: { description: "Wilson's interval of a share." },
    NADEAU_BENGIO: { description: "Student's, corrected for folds that share what they were fitted on." },
    BOOTSTRAP: { description: 'Percentiles over samples drawn again from the sample.' },
    ALWAYS_VALID: {
      description:
        'Of a confidence sequence: it covers whenever one stops, also when the values themselves decided that.',
    },
  },
});

@ObjectType({ description: 'A value with its 95 % interval.' })
export class Figure {
  @Field(() => Float, { nullable: true, description: 'The value; null where it is not defined.' })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end; null with a single unit.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end; null with a single unit.' })
  high!: number | null;
  @Field(() => IntervalMethodEnum, { description: 'How the interval was made.' })
  method!: string;
  @Field(() => IntervalOfEnum, { description: 'What it is an interval of.' })
  of!: string;
}

const finite = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

export const presentFigure = (figure: Value): Figure => ({
  ...figure,
  value: finite(figure.value),
  low: finite(figure.low),
  high: finite(figure.high),
});
