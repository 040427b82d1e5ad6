import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { root } from '../harness/kshot.js';

const schema = buildSchema(readFileSync(path.join(root, 'schema.graphql'), 'utf8'));

test('every type, field and argument says what it is', () => {
  const silent: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const root = ['Query', 'Mutation', 'Subscription'].includes(type.name);
    if (!root && !type.description && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type.name))
      silent.push(type.name);
    if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.description) silent.push(`${type.name}.${field.name}`);
      for (const argument of 'args' in field ? field.args : []) {
        if (!argument.description) silent.push(`${type.name}.${field.name}(${argument.name})`);
      }
    }
  }
  expect(silent).toEqual([]);
});

test('the example operations are valid', () => {
  const folder = path.join(root, 'examples/graphql');
  for (const file of readdirSync(folder)) {
    expect(validate(schema, parse(readFileSync(path.join(folder, file), 'utf8'))), file).toEqual([]);
  }
});
