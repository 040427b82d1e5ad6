import type { Option } from '@kshot/fewshot';
import { type ClassType, Field, Float, InputType, Int, registerEnumType } from 'type-graphql';

const enums = new Map<string, object>();

/** The GraphQL input that a method's options describe: every field may be left out. */
export function optionsInput(name: string, options: readonly Option[]): ClassType<Record<string, unknown>> {
  const type = { [name]: class {} }[name] as ClassType<Record<string, unknown>>;
  for (const option of options) {
    const optionType = typeOf(option); // registers enums before the schema is built
    Field(() => optionType, { nullable: true, description: describe(option) })(type.prototype, option.name);
  }
  InputType(name, { description: 'Every field may be left out; `methods` tells the defaults and ranges.' })(
    type,
  );
  return type;
}

function typeOf(option: Option) {
  switch (option.kind) {
    case 'INT':
      return Int;
    case 'FLOAT':
      return Float;
    case 'BOOLEAN':
      return Boolean;
    case 'INTS':
      return [Int];
    case 'CHOICE':
      return enumOf(option);
  }
}

function enumOf(option: Extract<Option, { kind: 'CHOICE' }>): object {
  const known = enums.get(option.type);
  if (known) return known;
  const type = Object.fromEntries(option.choices.map(({ value }) => [value, value]));
  const valuesConfig = Object.fromEntries(
    option.choices.map(({ value, description }) => [value, { description }]),
  );
  registerEnumType(type, { name: option.type, description: option.description, valuesConfig });
  enums.set(option.type, type);
  return type;
}

function describe(option: Option): string {
  const range = 'minimum' in option ? ` From ${option.minimum} to ${option.maximum}.` : '';
  return `${option.description}${range} Default: ${JSON.stringify(option.default)}.`;
}
