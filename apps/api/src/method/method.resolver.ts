import { Arg, Query, Resolver } from 'type-graphql';
import { TechniqueEnum } from '../schema/enums.js';
import { Method } from './method.type.js';
import { methods } from './methods.js';

@Resolver()
export class MethodResolver {
  @Query(() => [Method], {
    description: 'Ways of training, with all that can be set; forms are built from this.',
  })
  methods(
    @Arg('technique', () => TechniqueEnum, { nullable: true, description: 'Only these.' }) technique?: string,
  ): Method[] {
    return methods.filter((method) => !technique || method.technique === technique);
  }
}
