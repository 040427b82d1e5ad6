import type { MethodsQuery } from '@/generated/graphql';
import { Field, TextField } from '@/ui/field';
import { Select } from '@/ui/select';

export type Method = MethodsQuery['methods'][number];

type Props = {
  methods: Method[];
  method: Method;
  onChoose: (name: string) => void;
  runName: string;
  onRunName: (name: string) => void;
};

/** Which method of the technique, what it does, when it is the right one, and the paper behind it. */
export function MethodChoice({ methods, method, onChoose, runName, onRunName }: Props) {
  return (
    <section
      aria-label="Method"
      className="grid gap-x-6 gap-y-4 border-t pt-4 pb-6 sm:grid-cols-2 xl:grid-cols-3"
    >
      <div className="xl:col-span-2">
        {methods.length > 1 ? (
          <Field label={<span className="font-semibold">Method</span>}>
            {(props) => (
              <Select
                {...props}
                value={method.name}
                onChange={(event) => onChoose(event.target.value)}
                className="w-full max-w-80"
              >
                {methods.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <h2 className="font-semibold">{method.title}</h2>
        )}
        <p className="max-w-[64ch] text-muted">{method.description}</p>
        <p className="max-w-[64ch] text-muted">
          {methods.length > 1 && <span className="text-ink">When to use it: </span>}
          {method.whenToUse}
        </p>
        {method.paper && <p className="text-[12px] text-muted">Paper: {method.paper}</p>}
        {method.transductive && (
          <p className="text-warn">Looks at all queries together: compare only with others that do.</p>
        )}
      </div>
      <TextField
        label="Name of the run"
        hint="Optional. Without one it is named for what it does."
        value={runName}
        onChange={(event) => onRunName(event.target.value)}
      />
    </section>
  );
}
