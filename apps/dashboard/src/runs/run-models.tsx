import { Boxes } from 'lucide-react';
import type { RunDetailFragment } from '@/generated/graphql';
import { ButtonLink } from '@/ui/button';

/** What the run made, and what to do with it. */
export function RunModels({ models }: Pick<RunDetailFragment, 'models'>) {
  return (
    <ul aria-label="Resulting models" className="mb-6 space-y-2">
      {models.map(({ id, name, head, isMetaModel }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 rounded-lg bg-accent-soft px-4 py-2.5">
          <Boxes className="size-4 text-accent" aria-hidden />
          <span className="min-w-0">
            This run made the {isMetaModel ? 'meta-model' : 'model'}{' '}
            <strong className="font-semibold">{name}</strong>
            {head && `, head: ${head.toLowerCase()}`}.
          </span>
          <span className="ml-auto flex gap-2">
            <ButtonLink href={`/models/${id}`}>Open model</ButtonLink>
            {isMetaModel ? (
              <ButtonLink look="primary" href={`/models/${id}/build`}>
                Build a sub-model
              </ButtonLink>
            ) : (
              <ButtonLink look="primary" href={`/models/${id}/try`}>
                Try it
              </ButtonLink>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
