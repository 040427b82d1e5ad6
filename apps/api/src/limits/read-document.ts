import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { keptLast } from '../kept-last.js';
import { refused } from './refused.js';
import { requestLimits } from './request-limits.js';

/** Documents up to this many characters are kept, so many of them: subscribers send the same few. */
const LONGEST_KEPT = 5000;
const recent = keptLast<DocumentNode>(200);
const errors = new WeakMap<DocumentNode, readonly GraphQLError[]>();

/** Parses a document, or takes what it was parsed to before. Throws GraphQLError. */
export const readDocument = (text: string): DocumentNode =>
  text.length > LONGEST_KEPT ? parseDocument(text) : recent(text, () => parseDocument(text));

/** What is wrong with a document, found out once: a process has one schema. */
export function validateDocument(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const found = errors.get(document) ?? validate(schema, document);
  errors.set(document, found);
  return found;
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: requestLimits.tokens });
  } catch (error) {
    if (error instanceof RangeError)
      throw refused('The document is nested too deeply. Ask in several queries.'); // the parser's stack ended
    const { message, source, positions } = error as GraphQLError;
    throw new GraphQLError(message, {
      source,
      positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  }
}
