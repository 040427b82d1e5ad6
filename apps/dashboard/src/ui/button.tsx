import type { ComponentProps } from 'react';
import { Link } from '@/ui/link';

export type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const BASE =
  'inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-md px-3 font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0';

const LOOKS: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink hover:brightness-110 dark:hover:brightness-110',
  plain: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
  danger: 'border border-line-strong bg-surface text-bad hover:bg-bad-soft',
};

export const buttonClass = (look: Look = 'plain', extra = '') => `${BASE} ${LOOKS[look]} ${extra}`;

type ButtonProps = ComponentProps<'button'> & { look?: Look };

export function Button({ look, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}

export function ButtonLink({ look, className, ...rest }: ComponentProps<typeof Link> & { look?: Look }) {
  return <Link className={buttonClass(look, className)} {...rest} />;
}

/** A button with a picture only; its name is for screen readers and the tooltip. */
export function IconButton({ name, look = 'quiet', className, ...rest }: ButtonProps & { name: string }) {
  return (
    <Button look={look} aria-label={name} title={name} className={`w-8 px-0 ${className ?? ''}`} {...rest} />
  );
}
