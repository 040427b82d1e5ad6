import type { Option as OptionValue } from '@kshot/fewshot';
import { Field, Float, ObjectType } from 'type-graphql';
import { ModalityEnum, OptionKindEnum, TechniqueEnum } from '../schema/enums.js';

@ObjectType({ description: 'One of the values that an option can have.' })
export class Choice {
  @Field(() => String, { description: 'The enum value.' })
  value!: string;
  @Field(() => String, { description: 'Its label.' })
  label!: string;
  @Field(() => String, { description: 'What it means.' })
  description!: string;
}

@ObjectType({ description: 'When an option is used.' })
export class OptionCondition {
  @Field(() => String, { description: 'Name of another option.' })
  option!: string;
  @Field(() => [String], { description: 'It must have one of these values.' })
  values!: readonly string[];
}

@ObjectType({ description: 'What a user may set of a method.' })
export class Option {
  @Field(() => String, { description: 'Name of the field of the input.' })
  name!: string;
  @Field(() => String, { description: 'Its label in a form.' })
  label!: string;
  @Field(() => String, { description: 'What it does.' })
  description!: string;
  @Field(() => OptionKindEnum, { description: 'What it takes.' })
  kind!: string;
  @Field(() => String, { description: 'Heading under which a form shows it.' })
  group!: string;
  @Field(() => Boolean, { description: 'Whether most users leave it alone.' })
  advanced!: boolean;
  @Field(() => String, { description: 'The default, as JSON.' })
  default!: string;
  @Field(() => Float, { nullable: true, description: 'Smallest number.' })
  minimum!: number | null;
  @Field(() => Float, { nullable: true, description: 'Largest number.' })
  maximum!: number | null;
  @Field(() => [Choice], { nullable: true, description: 'Of a CHOICE.' })
  choices!: readonly Choice[] | null;
  @Field(() => String, { nullable: true, description: 'Unit of the number.' })
  unit!: string | null;
  @Field(() => OptionCondition, { nullable: true, description: 'Used only then.' })
  when!: OptionCondition | null;
}

@ObjectType({ description: 'A way of training.' })
export class Method {
  @Field(() => String, { description: 'PRETRAIN, or the value of the option `method` of the technique.' })
  name!: string;
  @Field(() => TechniqueEnum, { description: 'What it is for.' })
  technique!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => String, { description: 'What it does.' })
  description!: string;
  @Field(() => String, { description: 'When it is the right one.' })
  whenToUse!: string;
  @Field(() => String, { nullable: true, description: 'The paper that it follows.' })
  paper!: string | null;
  @Field(() => [ModalityEnum], { description: 'What it can be trained on.' })
  modalities!: readonly string[];
  @Field(() => Boolean, {
    description: 'Whether queries are looked at together, so that accuracies compare only with such.',
  })
  transductive!: boolean;
  @Field(() => [Option], { description: 'What can be set.' })
  options!: Option[];
}

export const presentOption = (option: OptionValue): Option => ({
  name: option.name,
  label: option.label,
  description: option.description,
  kind: option.kind,
  group: option.group,
  advanced: option.advanced ?? false,
  default: JSON.stringify(option.default),
  minimum: 'minimum' in option ? option.minimum : null,
  maximum: 'maximum' in option ? option.maximum : null,
  choices: option.kind === 'CHOICE' ? option.choices : null,
  unit: option.unit ?? null,
  when: option.when ?? null,
});
