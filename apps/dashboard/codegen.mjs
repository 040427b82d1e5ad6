// npm run codegen: types of the schema and of each operation, in src/generated.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildSchema, isObjectType, parse } from 'graphql';
import { documents } from './documents.mjs';

const generated = path.join(import.meta.dirname, 'src/generated');
const text = readFileSync(path.join(import.meta.dirname, '../../schema.graphql'), 'utf8');
const schema = buildSchema(text);

const files = await preset.buildGeneratesSection({
  baseOutputDir: `${generated}/`,
  presetConfig: { fragmentMasking: false },
  schema: parse(text),
  schemaAst: schema,
  documents,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { DateTime: 'string', DateTimeISO: 'string' },
    emitLegacyCommonJSImports: true, // imports without an extension
  },
  plugins: [],
  pluginMap: {},
});
mkdirSync(generated, { recursive: true });
for (const file of files) writeFileSync(file.filename, await codegen(file));

const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const embedded = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
  .filter((type) => !('id' in type.getFields()))
  .map(({ name }) => name);
writeFileSync(
  path.join(generated, 'embedded-types.ts'),
  `/** Types without an id: they live inside their parent. */
export const embeddedTypes: readonly string[] = ${JSON.stringify(embedded)};
`,
);
