import { type ComponentProps, type ReactNode, useId } from 'react';

export const INPUT =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink hover:border-faint aria-invalid:border-bad max-sm:text-base';

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  /** Given the attributes that tie the control to its label, hint and error. */
  children: (props: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
};

export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = `${id}-hint`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': Boolean(error) })}
      <p id={described} className={`mt-1 text-[12px] leading-4 ${error ? 'text-bad' : 'text-muted'}`}>
        {error ?? hint}
      </p>
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & Omit<ComponentProps<'input'>, 'children'>;

export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(props) => <input {...props} {...rest} className={`${INPUT} ${className ?? ''}`} />}
    </Field>
  );
}
