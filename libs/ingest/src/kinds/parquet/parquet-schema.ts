interface Element {
  readonly name: string;
  readonly type?: string;
  readonly num_children?: number;
  readonly converted_type?: string;
  readonly logical_type?: unknown;
  readonly repetition_type?: string;
}

/** Whether a column holds objects, alone or in lists: their fields become columns, as those of JSON do. */
export const hasObjects = (schema: readonly Element[]): boolean =>
  schema
    .slice(1)
    .some(
      ({ num_children: children = 0, converted_type: type, repetition_type: repetition }) =>
        children > 0 && type === undefined && repetition !== 'REPEATED',
    );

/** Names of the columns right below the root of the schema. */
export const topNames = (schema: readonly Element[]): string[] =>
  topPlaces(schema).map((at) => (schema[at] as Element).name);

/** Columns that may hold files: bytes, or an object with a field of bytes, as Hugging Face writes pictures. */
export const columnsOfBytes = (schema: readonly Element[]): string[] =>
  topPlaces(schema)
    .filter((at) => {
      const own = schema[at] as Element;
      const field = schema[at + 1];
      return isBytes(own) || ((own.num_children ?? 0) > 0 && field?.name === 'bytes' && isBytes(field));
    })
    .map((at) => (schema[at] as Element).name);

const isBytes = ({ type, converted_type: converted, logical_type: logical }: Element): boolean =>
  type === 'BYTE_ARRAY' && converted === undefined && logical === undefined;

function topPlaces(schema: readonly Element[]): number[] {
  const places: number[] = [];
  for (let at = 1; at < schema.length; at = behind(schema, at)) places.push(at);
  return places;
}

function behind(schema: readonly Element[], at: number): number {
  let next = at + 1;
  for (let child = 0; child < (schema[at]?.num_children ?? 0); child++) next = behind(schema, next);
  return next;
}
