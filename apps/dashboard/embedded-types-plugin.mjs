import { isObjectType } from 'graphql';

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Generates the list of types without an id, which the cache keeps inside their parents. */
export function plugin(schema) {
  const embedded = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !ROOTS.includes(type.name))
    .filter((type) => !('id' in type.getFields()))
    .map(({ name }) => name);
  return `/** Types without an id: they live inside their parent. */\nexport const embeddedTypes: readonly string[] = ${JSON.stringify(embedded)};\n`;
}
