import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

const DEPTH = 12;
const ALIASES = 30;
const FIELDS = 600;

/** Refuses what is nested, repeated or long beyond any honest use. Introspection is left alone. */
export function limitQuery(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let aliases = 0;
  let fields = 0;
  const refuse = (message: string): void =>
    context.reportError(new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } }));
  return {
    Field: {
      enter(node) {
        if (node.name.value === '__schema') return false;
        if (++depth === DEPTH + 1)
          refuse(`The query is nested deeper than ${DEPTH} fields. Ask in several queries.`);
        if (++fields === FIELDS + 1)
          refuse(`The query has more than ${FIELDS} fields. Ask in several queries.`);
        if (node.alias && ++aliases === ALIASES + 1)
          refuse(`The query has more than ${ALIASES} aliases. Ask in several queries.`);
        return undefined;
      },
      leave(node) {
        if (node.name.value !== '__schema') depth--;
      },
    },
  };
}
