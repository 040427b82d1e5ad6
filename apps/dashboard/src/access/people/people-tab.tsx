'use client';
import { Pencil, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { formatMany } from '@/format/number';
import type { PeopleQuery as Answered } from '@/generated/graphql';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { Button, IconButton } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PeopleQuery } from '../access.operations';
import type { Viewer } from '../access-page';
import { roleName } from '../role-names';
import { AddPersonDialog } from './add-person-dialog';
import { EditPersonDialog } from './edit-person-dialog';

export type Person = Answered['people']['nodes'][number];

const none = {};
const pick = (data: Answered) => data.people;

/** Everybody who can sign in. */
export function PeopleTab({ viewer }: { viewer: Viewer }) {
  const pages = usePages({ query: PeopleQuery, variables: none, pick, first: 50 });
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Person | null>(null);
  const add = (
    <Button look="primary" onClick={() => setAdding(true)}>
      <UserPlus aria-hidden />
      Add an account
    </Button>
  );
  return (
    <>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={4}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState
              icon={Users}
              title="No accounts"
              text="Everybody on this machine may do everything. The first account is an administrator; from then on people sign in."
              action={add}
            />
          ) : (
            <>
              <div className="mb-3 flex items-center justify-between gap-3">
                <p className="text-muted">{formatMany(pages.totalCount, 'account')}</p>
                {add}
              </div>
              <ul className="border-t" aria-label="Accounts">
                {people.map((person) => (
                  <li key={person.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2.5">
                    <div className="min-w-0 flex-1">
                      <p className="truncate font-medium">
                        {person.name}
                        {person.id === viewer.personId && <span className="text-muted"> (you)</span>}
                      </p>
                      <p className="truncate text-[12px] text-muted">
                        {person.email}, since <Ago at={person.createdAt} />
                      </p>
                    </div>
                    {person.disabledAt && <span className="text-warn">Locked</span>}
                    <span className="text-muted">{roleName(person.role)}</span>
                    <IconButton name={`Change ${person.name}`} onClick={() => setEditing(person)}>
                      <Pencil aria-hidden />
                    </IconButton>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
      <MoreButton pages={pages} />
      <AddPersonDialog
        open={adding}
        first={pages.rows?.length === 0 && viewer.kind === 'LOCAL'}
        onOpenChange={setAdding}
        onAdded={() => {
          setAdding(false);
          pages.reload();
        }}
      />
      <EditPersonDialog
        person={editing}
        onClose={() => setEditing(null)}
        onChanged={() => {
          setEditing(null);
          pages.reload();
        }}
      />
    </>
  );
}
