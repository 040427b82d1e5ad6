import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cell } from '../example/example.type.js';

export const CalibrationSourceEnum = {
  HELD_OUT: 'HELD_OUT',
  LEAVE_ONE_OUT: 'LEAVE_ONE_OUT',
  FOLDS: 'FOLDS',
} as const;
registerEnumType(CalibrationSourceEnum, {
  name: 'CalibrationSource',
  description: 'Where calibration scores come from.',
  valuesConfig: {
    HELD_OUT: { description: 'A part of a data set that the model was not fitted on.' },
    LEAVE_ONE_OUT: { description: 'Its own support examples, each judged by the others.' },
    FOLDS: { description: 'Its training examples, each judged by what was fitted without its fold.' },
  },
});

@ObjectType({ description: 'Answering only when sure, as held-out examples of the training part tell.' })
export class SurenessPoint {
  @Field(() => Float, { description: 'Share of known examples that are answered, 0…1.' })
  answered!: number;
  @Field(() => Float, { description: 'Share of these answers that are right.' })
  accuracy!: number;
}

@ObjectType({ description: 'What the prediction sets of a model are calibrated by.' })
export class Calibration {
  @Field(() => CalibrationSourceEnum, { description: 'Where the scores come from.' })
  source!: string;
  @Field(() => Int, { description: 'Examples that were scored.' })
  examples!: number;
  @Field(() => String, { description: 'What it can promise, in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'How usual an example would be of a class.' })
export class ClassPValue {
  @Field(() => String, { description: 'Name of the class.' })
  class!: string;
  @Field(() => Float, {
    description:
      'Share of the calibration examples, and of this one, that are at least as strange as this one would be.',
  })
  pValue!: number;
}

@ObjectType({
  description:
    'The classes that cannot be ruled out (conformal prediction, Vovk 2005; scores of Sadinle 2019).',
})
export class PredictionSet {
  @Field(() => Float, { description: 'The coverage that was asked for.' })
  coverage!: number;
  @Field(() => Float, {
    description:
      'The coverage that this number of calibration examples gives: at least what was asked; 1 where they are too few to rule anything out. Proved for HELD_OUT examples like the new ones; for the other sources it is close, not proved.',
  })
  promised!: number;
  @Field(() => [String], { description: 'Likeliest first; empty where it is none of these.' })
  classes!: string[];
  @Field(() => Boolean, { description: 'Whether no class is plausible: it is probably something else.' })
  noneOfThese!: boolean;
  @Field(() => [ClassPValue], { description: 'Of all classes, likeliest first.' })
  pValues!: ClassPValue[];
  @Field(() => String, { description: 'What it means, in a sentence or two.' })
  sentence!: string;
}

@ObjectType({ description: 'An example that a sub-model was built from.' })
export class SupportExample {
  @Field(() => Int, { description: 'Its place among them, from 0.' })
  index!: number;
  @Field(() => String, { description: 'Its class.' })
  class!: string;
  @Field(() => String, {
    nullable: true,
    description: "PNG, relative to the API's origin; of pictures only.",
  })
  imageUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'Of texts only.' })
  text!: string | null;
  @Field(() => [Cell], { nullable: true, description: 'Of tables only.' })
  row!: readonly Cell[] | null;
}

@ObjectType({ description: 'What one support example does to an answer, by leaving it out.' })
export class SupportShare {
  @Field(() => SupportExample, { description: 'The example.' })
  example!: SupportExample;
  @Field(() => Float, {
    description: 'Its part of all changes that leaving one out makes; those of all examples sum to 1.',
  })
  share!: number;
  @Field(() => Float, {
    description:
      'Probability of the answer with it less without it: positive where it speaks for the answer.',
  })
  difference!: number;
  @Field(() => String, { description: 'The answer without it.' })
  without!: string;
  @Field(() => [Float], { description: 'Probabilities without it, in the order of `Model.classes`.' })
  probabilitiesWithout!: number[];
}

@InputType({ description: 'Examples that the model was not fitted on.' })
export class CalibrateModelInput {
  @Field(() => ID, { description: 'A model with classes.' })
  modelId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A READY version with its classes; the one it was trained on when left out.',
  })
  versionId?: string;
  @Field(() => String, {
    nullable: true,
    description: 'A split of it; that of its run, or the first, when left out.',
  })
  split?: string;
  @Field(() => String, { defaultValue: 'test', description: 'The part of the split.' })
  part!: string;
}
