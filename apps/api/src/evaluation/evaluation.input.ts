import { headOptions, pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { Extensions, Field, ID, InputType } from 'type-graphql';
import { InProject, OfProject } from '../project/in-project.input.js';
import { RunStatusEnum } from '../schema/enums.js';
import { asNameOf } from '../schema/name-for.js';
import { optionsInput } from '../schema/options-input.js';
import { ProtocolInput } from './protocol.input.js';

const HeadOptions = optionsInput('HeadOptions', headOptions);
const FineTuneOptions = optionsInput(
  'FineTuneOptions',
  transferTrainOptions.filter(({ name }) => name !== 'method' && name !== 'metric'),
);
const FromNothingOptions = optionsInput('FromNothingOptions', pretrainOptions);

@InputType({ description: 'A head on the features of a model, or on the examples themselves.' })
export class HeadCandidateInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The model whose backbone gives the features; without one, the examples themselves are the features.',
  })
  modelId?: string;
  @Field(() => HeadOptions, { nullable: true, description: 'The method and what can be set of it.' })
  options?: Record<string, unknown>;
}

@InputType({ description: 'A model that is fine-tuned again in each fold, draw or episode.' })
export class FineTuneCandidateInput {
  @Field(() => ID, { description: 'The trained model to start from.' })
  modelId!: string;
  @Field(() => FineTuneOptions, { nullable: true, description: 'How it is trained.' })
  options?: Record<string, unknown>;
}

@InputType({ description: 'A network that is trained from nothing in each fold, draw or episode.' })
export class PretrainCandidateInput {
  @Field(() => FromNothingOptions, { nullable: true, description: 'The network and how it is trained.' })
  options?: Record<string, unknown>;
}

@InputType({ description: 'What is evaluated: exactly one of the fields, beside a name.' })
export class CandidateInput {
  @Extensions(asNameOf('candidate'))
  @Field(() => String, { nullable: true, description: 'A name; made from method and model when left out.' })
  name?: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'A trained model as it is, on a part of a split; a meta-model builds a classifier from each support set and takes any protocol.',
  })
  modelId?: string;
  @Field(() => HeadCandidateInput, {
    nullable: true,
    description: 'A head on features that are computed once.',
  })
  head?: HeadCandidateInput;
  @Field(() => FineTuneCandidateInput, { nullable: true, description: 'Fine-tuning.' })
  fineTune?: FineTuneCandidateInput;
  @Field(() => PretrainCandidateInput, { nullable: true, description: 'Training from nothing.' })
  pretrain?: PretrainCandidateInput;
}

@InputType({ description: 'One candidate, one version, one protocol.' })
export class StartEvaluationInput extends InProject {
  @Field(() => ID, { description: 'A READY version.' })
  versionId!: string;
  @Field(() => ProtocolInput, { description: 'How it is scored.' })
  protocol!: ProtocolInput;
  @Field(() => CandidateInput, { description: 'What is scored.' })
  candidate!: CandidateInput;
}

@InputType({ description: 'Which evaluations to list.' })
export class EvaluationFilter extends OfProject {
  @Field(() => String, { nullable: true, description: 'Part of the name or of the name of the data set.' })
  search?: string;
  @Field(() => [RunStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: ('QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED')[];
  @Field(() => ID, { nullable: true, description: 'Of this model.' })
  modelId?: string;
  @Field(() => ID, { nullable: true, description: 'On this data set.' })
  dataSetId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those that are in a study, or in none.' })
  inStudy?: boolean;
}
