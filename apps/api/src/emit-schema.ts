import { buildSchema } from './build-schema.js';

/** node dist/emit-schema.js FILE: writes the schema. */
await buildSchema(process.argv[2] ?? 'schema.graphql');
