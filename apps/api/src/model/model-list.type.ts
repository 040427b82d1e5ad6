import { Field, ID, InputType } from 'type-graphql';
import { OfProject } from '../project/in-project.input.js';
import { ModalityEnum, ModelSortFieldEnum, SortDirectionEnum } from '../schema/enums.js';

@InputType({ description: 'Which models to list.' })
export class ModelFilter extends OfProject {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => ModalityEnum, { nullable: true, description: 'What they take.' })
  modality?: 'IMAGE' | 'TEXT' | 'TABLE';
  @Field(() => ID, { nullable: true, description: 'Trained on this data set.' })
  dataSetId?: string;
  @Field(() => String, { nullable: true, description: 'With this tag.' })
  tag?: string;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those that came with Kshot, false for all others.',
  })
  shipped?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Archived ones too; they are left out otherwise.' })
  archived?: boolean;
}

@InputType({ description: 'The order of models.' })
export class ModelSort {
  @Field(() => ModelSortFieldEnum, { description: 'What to order by.' })
  field!: 'CREATED_AT' | 'NAME' | 'BYTES' | 'ACCURACY';
  @Field(() => SortDirectionEnum, { description: 'Which end comes first.' })
  direction!: 'ASC' | 'DESC';
}
