import { readdirSync, readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { root } from './kshot.js';

const source = `${root}apps/dashboard/src`;
const definitions: DefinitionNode[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.operations.ts'))
  .flatMap((name) => [...readFileSync(`${source}/${name}`, 'utf8').matchAll(/\/\* GraphQL \*\/ `([^`]*)`/g)])
  .flatMap(([, text]) => parse(text as string).definitions);

/** All operations of the dashboard, and the fragments that they name. */
export const operations = definitions.filter(
  (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
);
export const fragments = definitions.filter(
  (one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION,
);
