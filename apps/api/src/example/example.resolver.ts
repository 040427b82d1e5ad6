import type { Modality } from '@kshot/domain';
import { cellsOf, type PackReader, textOf } from '@kshot/store';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Class, presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { address } from '../http/address.js';
import { type Soon, whenThere } from '../ready-loader.js';
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
  imageUrl(@Root() { versionId, index }: Example, @Ctx() { loaders }: Context): Soon<string | null> {
    return whenThere(loaders.version.get(versionId), (version) =>
      version?.modality === 'IMAGE' ? address(`/files/examples/${version.hash}/${index}.png`) : null,
    );
  }

  @FieldResolver(() => String, { nullable: true, description: 'The whole text; of texts only.' })
  text(@Root() { versionId, index }: Example, @Ctx() context: Context): Soon<string | null> {
    return contentIn('TEXT', versionId, context, (pack) => textOf(pack, index));
  }

  @FieldResolver(() => [Cell], { nullable: true, description: 'The cells beside the class; of tables only.' })
  row(@Root() { versionId, index }: Example, @Ctx() context: Context): Soon<Cell[] | null> {
    return contentIn('TABLE', versionId, context, (pack) => cellsOf(pack, index));
  }
}

/** Reads in the pack of a version; null where that holds content of another kind. */
function contentIn<T>(
  modality: Modality,
  versionId: string,
  { loaders }: Context,
  read: (pack: PackReader) => Promise<T | null>,
): Soon<T | null> {
  return whenThere(loaders.version.get(versionId), (version) =>
    version?.modality === modality ? whenThere(loaders.pack.get(version.hash!), read) : null,
  );
}
