'use client';
import { useQuery } from 'urql';
import { formatBytes } from '@/format/bytes';
import { Command } from './command';
import { OptionalModelsQuery } from './optional-models.operations';

/** Models that do not ship: what each is for, and how to add it by its name. */
export function OptionalModels() {
  const [{ data, error }] = useQuery({ query: OptionalModelsQuery, requestPolicy: 'cache-and-network' });
  if (error) return <p className="text-muted">The models that can be added by name did not load.</p>;
  return (
    <section className="mt-6" aria-labelledby="optional-models">
      <h3 id="optional-models" className="font-medium">
        Or add one by its name
      </h3>
      <p className="text-muted">Run the command in Kshot’s folder, on the machine where Kshot runs.</p>
      <ul className="mt-2 space-y-3">
        {data?.optionalModels.map(({ name, purpose, licence, bytes, command, added }) => (
          <li key={name} className="space-y-1">
            <p>
              <span className="font-medium">{name}</span>
              <span className="text-muted">
                {' '}
                {formatBytes(bytes)}, {licence}
                {added ? ', added already' : ''}
              </span>
            </p>
            <p className="text-muted">{`${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`}</p>
            {!added && <Command>{command}</Command>}
          </li>
        ))}
      </ul>
    </section>
  );
}
