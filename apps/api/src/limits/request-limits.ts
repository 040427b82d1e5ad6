/** What one request may ask for at most, over HTTP and over a socket alike. */
export const requestLimits = {
  /** Bytes of a body or message; pictures to predict come in it. */
  bytes: 40 * 1024 ** 2,
  /** Characters of a document. */
  documentLength: 100_000,
  tokens: 5000,
  directives: 50,
  /** Levels of fields, through fragments. */
  depth: 12,
  /** Through fragments, as the next three. */
  fields: 600,
  aliases: 30,
  introspections: 5,
  /** Values that the answer may hold. */
  cost: 40_000,
  /** An operation that costs more than this waits for its turn; so many have theirs at once, for so long at most. */
  dear: 1000,
  dearAtOnce: 2,
  dearMilliseconds: 2000,
  /** Items of lists that an answer holds, whatever was expected. */
  items: 250_000,
  /** Values in variables, and levels of them. */
  variableValues: 100_000,
  variableDepth: 32,
  /** Items in one list argument. */
  listItems: 10_000,
  /** Operations of one socket that run or wait, subscriptions among them. */
  operationsOfSocket: 100,
  /** Operations of one socket that are worked on at once. */
  atOnceOfSocket: 8,
} as const;
