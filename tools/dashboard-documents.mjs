import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';
import { root } from './setup.mjs';

const source = path.join(root, 'apps/dashboard/src');
const definitions = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.operations.ts'))
  .flatMap((name) => [
    ...readFileSync(path.join(source, name), 'utf8').matchAll(/\/\* GraphQL \*\/ `([^`]*)`/g),
  ])
  .flatMap(([, text]) => parse(/** @type {string} */ (text)).definitions);

/** All operations of the dashboard, and the fragments that they name. */
export const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
export const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
