import { DomainError, type Modality } from '@kshot/domain';
import { readSupport } from '@kshot/store';
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Alias } from '../alias/alias.type.js';
import type { Context } from '../context.js';
import { Model, presentModel } from '../model/model.type.js';
import { starterFor } from '../run/starter-for.js';
import { ModalityEnum } from '../schema/enums.js';
import { supportExample } from '../trust/support-example.js';
import { SupportExample } from '../trust/trust.type.js';
import { CorrectInput, TeachInput } from './teach.input.js';
import { correct, teach } from './teach.js';
import { watchAlias } from './watch-alias.js';

const MOST_SHOWN = 500;

@Resolver(() => Model)
export class TeachResolver {
  @Query(() => Model, {
    nullable: true,
    description: 'The model whose backbone Train and teaching begin with; null where none is there.',
  })
  async starter(
    @Arg('modality', () => ModalityEnum, { description: 'What the examples are.' }) modality: Modality,
    @Ctx() { store }: Context,
  ): Promise<Model | null> {
    const row = await starterFor(store, modality);
    return row ? presentModel(row) : null;
  }

  @Mutation(() => Model, {
    description:
      'Teaches a model more examples, of classes that it knows or of new ones, in a moment: the taught model is a new one, and aliases move to it at once. `rollBackAlias` goes back.',
  })
  teach(
    @Arg('input', () => TeachInput, { description: 'Model and examples.' }) input: TeachInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return teach(context, input);
  }

  @Mutation(() => Model, {
    description:
      'Gives examples that a model was taught their right class, or forgets them; the corrected model is a new one, and aliases move to it at once.',
  })
  correct(
    @Arg('input', () => CorrectInput, { description: 'Model and corrections.' }) input: CorrectInput,
    @Ctx() context: Context,
  ): Promise<Model> {
    return correct(context, input);
  }

  @Subscription(() => Alias, {
    subscribe: ({ args, context }) => watchAlias(context as Context, args.id as string),
    description:
      'The alias now, and after each move: teaching, setAlias, rollBackAlias. Ends when it is deleted.',
  })
  aliasChanged(@Root() alias: Alias, @Arg('id', () => ID, { description: 'Its id.' }) _id: string): Alias {
    return alias;
  }

  @FieldResolver(() => [SupportExample], {
    description:
      'The examples that its head was fitted on, beside which it can be taught more; null where they are not kept: of heads fitted on at most 2,000 examples they are.',
    nullable: true,
  })
  async lesson(
    @Root() { lessonHash, versionId }: Model,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, the newest first; at most 500.' })
    first: number,
    @Ctx() context: Context,
  ): Promise<SupportExample[] | null> {
    if (!(first >= 1 && first <= MOST_SHOWN))
      throw new DomainError('BAD_INPUT', `\`first\` must be from 1 to ${MOST_SHOWN}, not ${first}.`);
    if (lessonHash === null) return null;
    const support = await readSupport(context.store.blobs, lessonHash);
    const { length } = support.labels;
    const shown = Array.from({ length: Math.min(first, length) }, (_, i) => length - 1 - i);
    return Promise.all(
      shown.map((index) => supportExample(context, { hash: lessonHash, versionId }, support, index)),
    );
  }
}
