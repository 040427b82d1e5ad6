import { type Packed, ProgramError, type ProgramSpec, packed, sizeOf } from '@kshot/fewshot';
import { DT } from '../graph/dtype.js';
import { type Layout, mapped } from './layout.js';
import type { Input, Session } from './session.js';
import type { Variable } from './variable.js';

type Group = Readonly<Record<string, Variable>>;

export interface SessionValues {
  get(groups: readonly Group[]): Record<string, Packed>;
  /** Throws before anything is changed when one is missing or has another shape. */
  put(groups: readonly Group[], arrays: Readonly<Record<string, Packed>>): void;
  /** Lets go of the data's memory; the session may be used for other data of the same structure. */
  forget(): void;
}

/** Access to the numbers inside a session, after putting the spec's own there and zeros into the slots. */
export function valuesIn(session: Session, layout: Layout, spec: ProgramSpec): SessionValues {
  const written = (variable: Variable) => layout.data[variable.name] !== variable;
  const put = (groups: readonly Group[], arrays: Readonly<Record<string, Packed>>) => {
    const variables = groups.flatMap((group) => Object.values(group));
    const inputs = variables.map((variable) => inputOf(variable, arrays[variable.name], written(variable)));
    if (inputs.length > 0)
      session.run(
        inputs,
        variables.map((variable) => variable.put),
      );
  };
  const zeros = ({ shape }: Variable): Packed => ({ shape, values: new Float32Array(sizeOf(shape)) });
  const groups = [layout.parameters, layout.state, layout.slots, layout.data];
  const start = {
    ...mapped(spec.parameters, packed),
    ...mapped(spec.state ?? {}, packed),
    ...mapped(layout.slots, zeros),
  };
  put(groups, { ...start, ...spec.data });
  return {
    put,
    get(groups) {
      const variables = groups.flatMap((group) => Object.values(group));
      if (variables.length === 0) return {};
      const outputs = session.run(
        [],
        variables.map((variable) => variable.value),
      );
      return Object.fromEntries(
        variables.map(({ name, shape }, i) => {
          const { values } = outputs[i]!;
          return [name, { shape, values: values instanceof Uint8Array ? Int32Array.from(values) : values }];
        }),
      );
    },
    forget() {
      const none = mapped(
        layout.data,
        ({ shape, dtype }): Packed => ({ shape: [0, ...shape.slice(1)], values: noValues(dtype) }),
      );
      put([layout.data], none);
    },
  };
}

function inputOf({ name, fed, dtype, shape }: Variable, found: Packed | undefined, written: boolean): Input {
  if (!found) throw new ProgramError('WRONG_SNAPSHOT', `the snapshot lacks ${name}`);
  const fits =
    shape.length === found.shape.length &&
    shape.every((extent, i) => extent === -1 || extent === found.shape[i]);
  if (!fits || found.values.length !== sizeOf(found.shape))
    throw new ProgramError(
      'WRONG_SHAPE',
      `${name} is [${shape}], not [${found.shape}] with ${found.values.length} values`,
    );
  // A copy: TensorFlow may keep aligned memory as the variable's own, which updates write to. Data are only read.
  return { ref: fed, shape: found.shape, dtype, values: written ? found.values.slice() : found.values };
}

function noValues(dtype: number): Packed['values'] {
  if (dtype === DT.uint8) return new Uint8Array();
  return dtype === DT.float32 ? new Float32Array() : new Int32Array();
}
