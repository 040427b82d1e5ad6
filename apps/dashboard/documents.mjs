import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';

const source = path.join(import.meta.dirname, 'src');

/** What the dashboard asks, as its files of operations say it. */
export const documents = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.operations.ts'))
  .sort()
  .flatMap((location) => {
    const text = readFileSync(path.join(source, location), 'utf8');
    const found = text.matchAll(/\/\* GraphQL \*\/ `([^`]*)`/g);
    return [...found].map(([, rawSDL = '']) => ({ location, rawSDL, document: parse(rawSDL) }));
  });
const definitions = documents.flatMap(({ document }) => document.definitions);

/** All operations of the dashboard, and the fragments that they name. */
export const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
export const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
