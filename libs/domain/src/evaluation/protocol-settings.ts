import * as z from 'zod';

const seed = z.number().int().min(0).max(2_147_483_647);
const name = z.string().min(1).max(255);

/** Which examples stay together: by a category column, or by a piece of the file name around the last separator. */
const grouping = z.union([
  z.strictObject({ column: name }),
  z.strictObject({ nameBefore: name }),
  z.strictObject({ nameAfter: name }),
]);

/** How something is scored. `part`, where it is given, restricts all fitting and scoring to that part of the first split. */
export const protocolSettings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SPLIT'), split: name, part: z.enum(['validation', 'test']) }),
  z.strictObject({
    kind: z.literal('CROSS_VALIDATION'),
    folds: z.number().int().min(2).max(100),
    repeats: z.number().int().min(1).max(100),
    grouping: grouping.optional(),
    part: name.optional(),
    seed,
  }),
  z.strictObject({ kind: z.literal('LEAVE_ONE_OUT'), part: name.optional() }),
  z.strictObject({
    kind: z.literal('SHOT_CURVE'),
    shots: z.array(z.number().int().min(1).max(10_000)).min(1).max(20),
    draws: z.number().int().min(1).max(1000),
    part: name.optional(),
    seed,
  }),
  z.strictObject({
    kind: z.literal('EPISODES'),
    ways: z.number().int().min(2).max(1000),
    shots: z.number().int().min(1).max(1000),
    queries: z.number().int().min(1).max(1000),
    count: z.number().int().min(2).max(20_000),
    scope: z.enum(['ALL', 'GROUP']),
    /** Only these classes; all where it is left out. */
    classes: z.array(name).optional(),
    /** Of a study: it ends as soon as the best is known. */
    stopEarly: z
      .strictObject({ errorRate: z.number().min(0.0001).max(0.5), margin: z.number().min(0).max(0.5) })
      .optional(),
    seed,
  }),
]);
export type ProtocolSettings = z.infer<typeof protocolSettings>;

/** When a study of this protocol may stop; undefined where it scores all. */
export const stopRuleOf = (protocol: ProtocolSettings) =>
  protocol.kind === 'EPISODES' ? protocol.stopEarly : undefined;
export type ProtocolKind = ProtocolSettings['kind'];
export const protocolKinds = [
  'SPLIT',
  'CROSS_VALIDATION',
  'LEAVE_ONE_OUT',
  'SHOT_CURVE',
  'EPISODES',
] as const satisfies readonly ProtocolKind[];
