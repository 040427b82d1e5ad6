/** What a user may set of a method. Forms, GraphQL inputs and checks are all built from these. */
interface Described {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly group: string;
  readonly advanced?: boolean;
  readonly unit?: string;
  /** Only used when another option has one of these values. */
  readonly when?: { readonly option: string; readonly values: readonly string[] };
}
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
}
export const choice = <const V extends string>(value: V, label: string, description: string) =>
  ({ value, label, description }) as const;

interface Ranged {
  readonly minimum: number;
  readonly maximum: number;
}
export type NumberOption = Described & Ranged & { readonly kind: 'INT' | 'FLOAT'; readonly default: number };
export type BooleanOption = Described & { readonly kind: 'BOOLEAN'; readonly default: boolean };
export type ChoiceOption = Described & {
  readonly kind: 'CHOICE';
  readonly default: string;
  readonly choices: readonly Choice[];
  /** Name of the GraphQL enum. */
  readonly type: string;
};
export type IntsOption = Described &
  Ranged & { readonly kind: 'INTS'; readonly default: readonly number[]; readonly maximumLength: number };
export type Option = NumberOption | BooleanOption | ChoiceOption | IntsOption;

type ValueOf<O extends Option> = O extends ChoiceOption
  ? O['choices'][number]['value']
  : O extends IntsOption
    ? readonly number[]
    : O extends BooleanOption
      ? boolean
      : number;
/** The settings that a list of options describes, by name. */
export type SettingsOf<L extends readonly Option[]> = {
  readonly [O in L[number] as O['name']]: ValueOf<O>;
};
