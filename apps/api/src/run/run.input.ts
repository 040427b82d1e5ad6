import { metaRunOptions } from '@kshot/domain';
import { pretrainOptions, transferTrainOptions } from '@kshot/fewshot';
import { Extensions, Field, ID, InputType } from 'type-graphql';
import { InProject, OfProject } from '../project/in-project.input.js';
import { RunSortFieldEnum, RunStatusEnum, SortDirectionEnum, TechniqueEnum } from '../schema/enums.js';
import { asNameOf } from '../schema/name-for.js';
import { optionsInput } from '../schema/options-input.js';

const PretrainOptions = optionsInput('PretrainOptions', pretrainOptions);
const TransferOptions = optionsInput('TransferOptions', transferTrainOptions);
const MetaOptions = optionsInput('MetaOptions', metaRunOptions);

@InputType({ description: 'What to train on; everything else is chosen.' })
export class TrainInput extends InProject {
  @Field(() => ID, { description: 'A READY version.' })
  versionId!: string;
  @Field(() => ID, { nullable: true, description: 'The split; the first of the version when left out.' })
  splitId?: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The model to start from; when left out, a starter that suits the data.',
  })
  modelId?: string;
  @Extensions(asNameOf('run'))
  @Field(() => String, { nullable: true, description: 'A name; made from the data set when left out.' })
  name?: string;
}

@InputType({ description: 'A run of the technique PRETRAIN.' })
export class StartPretrainingInput extends InProject {
  @Field(() => ID, { description: 'A READY version.' })
  versionId!: string;
  @Field(() => ID, { nullable: true, description: 'The split; the first of the version when left out.' })
  splitId?: string;
  @Extensions(asNameOf('run'))
  @Field(() => String, {
    nullable: true,
    description: 'A name; made from the network and the data set when left out.',
  })
  name?: string;
  @Field(() => PretrainOptions, { nullable: true, description: 'Everything else.' })
  options?: Record<string, unknown>;
}

@InputType({ description: 'A run of the technique TRANSFER.' })
export class StartTransferInput extends InProject {
  @Field(() => ID, { description: 'A READY version: the small set.' })
  versionId!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The trained model to start from; it must take the same kind of examples. Left out, a head is fitted on the examples themselves.',
  })
  modelId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The split; the first of the version when left out.' })
  splitId?: string;
  @Extensions(asNameOf('run'))
  @Field(() => String, {
    nullable: true,
    description: 'A name; made from the method and the data set when left out.',
  })
  name?: string;
  @Field(() => TransferOptions, { nullable: true, description: 'Everything else.' })
  options?: Record<string, unknown>;
}

@InputType({ description: 'A run of the technique META.' })
export class StartMetaLearningInput extends InProject {
  @Field(() => ID, { description: 'A READY version with many classes.' })
  versionId!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'A trained model whose backbone is the start; trained from nothing when left out.',
  })
  modelId?: string;
  @Extensions(asNameOf('run'))
  @Field(() => String, {
    nullable: true,
    description: 'A name; made from the method and the data set when left out.',
  })
  name?: string;
  @Field(() => MetaOptions, {
    nullable: true,
    description:
      'Everything else. Without a model, tables and texts have the dense backbone when none is named.',
  })
  options?: Record<string, unknown>;
}

@InputType({ description: 'Which runs to list.' })
export class RunFilter extends OfProject {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, of the method or of the name of the data set.',
  })
  search?: string;
  @Field(() => [RunStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: ('QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED')[];
  @Field(() => TechniqueEnum, { nullable: true, description: 'Of this technique.' })
  technique?: 'PRETRAIN' | 'TRANSFER' | 'META';
  @Field(() => ID, { nullable: true, description: 'On this data set.' })
  dataSetId?: string;
}

@InputType({ description: 'The order of runs.' })
export class RunSort {
  @Field(() => RunSortFieldEnum, { description: 'What to order by.' })
  field!: 'CREATED_AT' | 'NAME' | 'STATUS' | 'DURATION';
  @Field(() => SortDirectionEnum, { description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}
