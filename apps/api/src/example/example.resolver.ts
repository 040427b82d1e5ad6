import { cellsOf, type PackReader, textOf } from '@kshot/store';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Class, presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { address } from '../http/address.js';
import { Cell, Example } from './example.type.js';

@Resolver(() => Example)
export class ExampleResolver {
  @FieldResolver(() => Class, {
    nullable: true,
    description: 'What it is an example of; null while it is unlabelled.',
  })
  async class(
    @Root() { versionId, classIndex }: Example,
    @Ctx() { loaders }: Context,
  ): Promise<Class | null> {
    if (classIndex === null) return null;
    return presentClass((await loaders.classes.load(versionId))[classIndex]!);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "PNG, relative to the API's origin; of pictures only.",
  })
  async imageUrl(@Root() { versionId, index }: Example, @Ctx() { loaders }: Context): Promise<string | null> {
    const version = await loaders.version.load(versionId);
    return version?.modality === 'IMAGE' ? address(`/files/examples/${version.hash}/${index}.png`) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The whole text; of texts only.' })
  async text(@Root() example: Example, @Ctx() context: Context): Promise<string | null> {
    return textOf(await packOf(example, context), example.index);
  }

  @FieldResolver(() => [Cell], { nullable: true, description: 'The cells beside the class; of tables only.' })
  async row(@Root() example: Example, @Ctx() context: Context): Promise<Cell[] | null> {
    return cellsOf(await packOf(example, context), example.index);
  }
}

async function packOf({ versionId }: Example, { loaders }: Context): Promise<PackReader> {
  const version = await loaders.version.load(versionId);
  return loaders.pack.load(version!.hash!);
}
