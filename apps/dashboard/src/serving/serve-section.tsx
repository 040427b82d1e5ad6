'use client';
import { Undo2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { problemOf } from '@/graphql/problem';
import type { Model } from '@/models/model-page';
import { ShareSwitch } from '@/share/share-switch';
import { useSettings } from '@/shell/settings';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { Tabs } from '@/ui/tabs';
import { address } from '@/url/address';
import { sampleInput } from './sample-input';
import { RollBackAlias, ServingQuery, SetAlias } from './serving.operations';
import { snippets } from './snippets';

/** The addresses of a model, a name to serve it by, and programs that ask it. */
export function ServeSection({ model }: { model: Model }) {
  const { apiOrigin, needsToken } = useSettings();
  const [way, setWay] = useState('curl');
  const [{ data }] = useQuery({
    query: ServingQuery,
    variables: { modelId: model.id },
    requestPolicy: 'cache-and-network',
  });
  const aliases = data?.aliases.nodes ?? [];
  const path = aliases[0]?.predictUrl ?? address(`/v1/models/${model.id}:predict`);
  const call = { url: apiOrigin + path, input: sampleInput(model), needsToken };
  return (
    <Section title="Serve">
      <p className="mb-3 max-w-[72ch] text-muted">
        Programs ask this model at{' '}
        <code className="font-mono text-[12px] break-all text-ink">{call.url}</code>.
        {aliases.length === 0 && ' A name of its own stays the same when a better model takes its place.'}
      </p>
      <ServedNames modelId={model.id} aliases={aliases} />
      <IfMaking>
        <NameForm modelId={model.id} />
      </IfMaking>
      <div className="mt-5">
        <Tabs
          value={way}
          onChange={setWay}
          tabs={snippets.map(({ key, title, text }) => ({
            key,
            title,
            content: (
              <div>
                <pre
                  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
                  tabIndex={0}
                  className="mb-2 max-h-72 overflow-auto rounded-lg bg-sunken p-3 font-mono text-[12px] leading-5"
                >
                  {text(call)}
                </pre>
                <CopyButton label={`Copy ${title}`} text={() => `${text(call)}\n`} />
              </div>
            ),
          }))}
        />
      </div>
    </Section>
  );
}

type Served = {
  id: string;
  name: string;
  alias: string;
  shared: boolean;
  history: { modelName: string; undoneAt?: string | null }[];
};

function ServedNames({ modelId, aliases }: { modelId: string; aliases: Served[] }) {
  const [rolled, rollBack] = useMutation(RollBackAlias);
  const problem = problemOf(rolled.error);
  return (
    <>
      {aliases.length > 0 && (
        <ul aria-label="Served as" className="mb-3 divide-y border-y">
          {aliases.map((served) => {
            const { id, name, alias, history } = served;
            const earlier = history.filter(({ undoneAt }) => !undoneAt)[1];
            return (
              <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 py-1">
                <span className="font-medium break-all">
                  {name}@{alias}
                </span>
                {earlier && <span className="min-w-0 truncate text-muted">before: {earlier.modelName}</span>}
                {earlier && (
                  <IfMaking>
                    <Button
                      look="quiet"
                      className="ml-auto"
                      onClick={() => void rollBack({ id, fromModelId: modelId })}
                    >
                      <Undo2 aria-hidden />
                      Roll back
                    </Button>
                  </IfMaking>
                )}
                <ShareSwitch served={served} />
              </li>
            );
          })}
        </ul>
      )}
      {problem && <ProblemNote problem={problem} className="mb-3" />}
    </>
  );
}

function NameForm({ modelId }: { modelId: string }) {
  const [name, setName] = useState('');
  const [alias, setAliasName] = useState('production');
  const [set, setAlias] = useMutation(SetAlias);
  const problem = problemOf(set.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await setAlias({ input: { name: name.trim(), alias: alias.trim(), modelId } });
    if (!error) setName('');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-end gap-3">
      <TextField label="Name" required value={name} onChange={({ target }) => setName(target.value)} />
      <TextField label="Alias" required value={alias} onChange={({ target }) => setAliasName(target.value)} />
      <Button type="submit" disabled={set.fetching || name.trim() === ''}>
        Serve by this name
      </Button>
      {problem && <ProblemNote problem={problem} className="w-full" />}
    </form>
  );
}
