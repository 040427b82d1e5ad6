import { objectiveOptions, optimizerOptions, trainingOptions } from '@kshot/fewshot';
import { Extensions, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PredictInput } from '../predict/predict.type.js';
import { InProject } from '../project/in-project.input.js';
import { asNameOf } from '../schema/name-for.js';
import { optionsInput } from '../schema/options-input.js';

export const fitOptions = [...objectiveOptions, ...optimizerOptions, ...trainingOptions] as const;
const FitOptions = optionsInput('FitOptions', fitOptions);

@InputType({ description: 'A new class with its examples.' })
export class SupportClassInput {
  @Extensions(asNameOf('class'))
  @Field(() => String, { description: 'Name of the class.' })
  name!: string;
  @Field(() => [PredictInput], {
    description: 'One to a hundred examples of it; of texts also none: its name is one then.',
  })
  examples!: PredictInput[];
}

@InputType({ description: 'What a meta-model builds a classifier from.' })
export class BuildSubModelInput extends InProject {
  @Field(() => ID, { description: 'A model of the technique META.' })
  metaModelId!: string;
  @Extensions(asNameOf('model'))
  @Field(() => String, { nullable: true, description: 'A name; made from the classes when left out.' })
  name?: string;
  @Field(() => [SupportClassInput], { description: 'The new classes, at least two.' })
  support!: SupportClassInput[];
  @Field(() => FitOptions, {
    nullable: true,
    description:
      'Fits all weights further to the examples: min (1/|D|) Σ L + λ R(w). Left out, nothing is fitted.',
  })
  fit?: Record<string, unknown>;
}

export const PixelScaleEnum = {
  BYTES: 'BYTES',
  ZERO_TO_ONE: 'ZERO_TO_ONE',
  MINUS_ONE_TO_ONE: 'MINUS_ONE_TO_ONE',
} as const;
registerEnumType(PixelScaleEnum, {
  name: 'PixelScale',
  description: 'How a model that was trained elsewhere wants its pixels.',
  valuesConfig: {
    BYTES: { description: '0 to 255; also for models that rescale by themselves.' },
    ZERO_TO_ONE: { description: '0 to 1.' },
    MINUS_ONE_TO_ONE: { description: '−1 to 1.' },
  },
});

@InputType({ description: 'A file of Kshot, Keras or TensorFlow.js that becomes a model.' })
export class ImportModelInput extends InProject {
  @Field(() => ID, {
    description:
      'From createUpload, after the file was PUT: a .safetensors or the ZIP of all formats that were downloaded from Kshot, a Keras .keras or .h5, or a ZIP with the model.json and weights of a tfjs layers or graph model, or with config.json, tokenizer.json and model.safetensors of a Hugging Face text encoder (bert, distilbert, roberta, xlm-roberta, mpnet), or with config.json, preprocessor_config.json and model.safetensors of an image encoder (vit, dinov2, clip, siglip). Of clip and siglip the image encoder is taken; with tokenizer.json instead of preprocessor_config.json, the text encoder.',
  })
  uploadId!: string;
  @Extensions(asNameOf('model'))
  @Field(() => String, { description: 'Name of the model.' })
  name!: string;
  @Field(() => [String], {
    nullable: true,
    description:
      'Names of its classes in the order of its outputs; numbered when left out. A file of Kshot holds its own.',
  })
  classes?: string[];
  @Field(() => PixelScaleEnum, {
    defaultValue: 'BYTES',
    description: 'For pictures: how it wants its pixels.',
  })
  pixels!: 'BYTES' | 'ZERO_TO_ONE' | 'MINUS_ONE_TO_ONE';
  @Field(() => String, { nullable: true, description: 'Under which terms it may be used.' })
  licence?: string;
  @Field(() => String, { nullable: true, description: 'Where it is from.' })
  source?: string;
}
