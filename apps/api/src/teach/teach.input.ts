import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { InProject } from '../project/in-project.input.js';
import { asNameOf } from '../schema/name-for.js';
import { SupportClassInput } from '../sub-model/sub-model.input.js';

@InputType({ description: 'What a model is taught.' })
export class TeachInput extends InProject {
  @Field(() => ID, {
    nullable: true,
    description:
      'The model to teach; aliases that point to it point to the taught one. CONFLICT where somebody else moves one of them meanwhile: `alias` adds to what it answers by then. Or a model whose backbone to begin with: a starter, an encoder, a meta-model.',
  })
  modelId?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Instead of modelId: a name that is served, such as intents or intents@staging.',
  })
  alias?: string;
  @Extensions(asNameOf('model'))
  @Field(() => String, { nullable: true, description: 'Name of the taught model; as before when left out.' })
  name?: string;
  @Field(() => [SupportClassInput], {
    description:
      'Classes, known or new, each with examples. An example that the model has already takes the class that is given now.',
  })
  support!: SupportClassInput[];
}

@InputType({ description: 'What is changed about an example that a model was taught.' })
export class CorrectionInput {
  @Field(() => Int, { description: 'Its place, as in `Model.lesson`.' })
  index!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Its right class; left out, the example is forgotten.',
  })
  class?: string;
}

@InputType({ description: 'Corrections of examples that a model was taught.' })
export class CorrectInput {
  @Field(() => ID, {
    description:
      'The model; aliases that point to it point to the corrected one. CONFLICT where somebody else moves one of them meanwhile.',
  })
  modelId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A name by which it is served, such as intents or intents@staging: CONFLICT where that answers by another model meanwhile.',
  })
  alias?: string;
  @Field(() => [CorrectionInput], { description: 'One to a hundred.' })
  changes!: CorrectionInput[];
}
