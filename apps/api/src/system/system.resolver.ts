import { DomainError } from '@kshot/domain';
import { collectBlobs, describeStorage, describeWork } from '@kshot/store';
import { Arg, Ctx, Extensions, FieldResolver, Float, Mutation, Query, Resolver } from 'type-graphql';
import { needing } from '../access/needs.js';
import type { Context } from '../context.js';
import { settings } from '../settings.js';
import { Collected, KeptDays, Storage, System } from './system.type.js';

const HOUR = 3_600_000; // milliseconds

@Resolver(() => System)
export class SystemResolver {
  @Extensions(needing('ADMIN'))
  @Query(() => System, { description: 'Queue, workers, failures and storage of this installation.' })
  async system(@Ctx() { store, startedAt }: Context): Promise<System> {
    const work = await describeWork(store.pool);
    return Object.assign(new System(), work, { memoryBytes: process.memoryUsage.rss(), startedAt });
  }

  @FieldResolver(() => Storage)
  storage(@Ctx() { store }: Context): Promise<Storage> {
    return describeStorage(store);
  }

  @FieldResolver(() => KeptDays, { description: 'For how long what is old is kept.' })
  kept(): KeptDays {
    return settings.retention;
  }

  @Extensions(needing('ADMIN'))
  @Mutation(() => Collected, {
    description:
      'Deletes what is older than it is to be kept, and removes contents that nothing refers to any more, such as those of deleted models. Happens by itself every 15 minutes.',
  })
  async collectGarbage(
    @Arg('olderThanHours', () => Float, {
      defaultValue: 6,
      description: 'Contents that were written later stay: their row may still be on its way. At least 1.',
    })
    hours: number,
    @Ctx() { store }: Context,
  ): Promise<Collected> {
    if (!(hours >= 1)) throw new DomainError('BAD_INPUT', 'olderThanHours: give 1 hour or more.');
    const bytesBefore = await storedBytes(store);
    const { rows, hashes, bytes } = await collectBlobs(store, hours * HOUR, settings.retention);
    const bytesAfter = await storedBytes(store);
    return { rows, count: hashes.length, bytes, bytesBefore, bytesAfter };
  }
}

const storedBytes = async ({ blobs }: Context['store']): Promise<number> =>
  [...(await blobs.sizes()).values()].reduce((sum, bytes) => sum + bytes, 0);
