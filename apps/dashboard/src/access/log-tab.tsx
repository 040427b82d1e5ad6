'use client';
import { Download, ScrollText } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AuditLogQuery as Answered } from '@/generated/graphql';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { buttonClass } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { SearchField } from '@/ui/search-field';
import { address } from '@/url/address';
import { AuditLogQuery } from './access.operations';
import { Breakable } from './breakable';

const pick = (data: Answered) => data.auditLog;

/** What was done by whom, the newest first. */
export function LogTab() {
  const [action, setAction] = useState('');
  const variables = useMemo(() => ({ filter: action ? { action } : undefined }), [action]);
  const pages = usePages({ query: AuditLogQuery, variables, pick, first: 50 });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <SearchField
          label="Action, such as deleteModel"
          value={action}
          onChange={setAction}
          className="w-full sm:w-72"
        />
        <a href={address('/files/audit-log.csv')} download className={buttonClass('plain', 'ml-auto')}>
          <Download aria-hidden />
          CSV
        </a>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={8}>
        {(entries) =>
          entries.length === 0 ? (
            <EmptyState
              icon={ScrollText}
              title="Nothing here"
              text="Whatever somebody makes, changes or deletes is written down here, and never changed."
            />
          ) : (
            <div className="border-y">
              <table aria-label="Log" className="w-full">
                <thead>
                  <tr className="text-muted [&>th]:h-9 [&>th]:text-left [&>th]:font-normal">
                    <th scope="col">When</th>
                    <th scope="col">Who</th>
                    <th scope="col">Action</th>
                    <th scope="col">Outcome</th>
                    <th scope="col" className="max-lg:hidden">
                      Ids
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {entries.map(({ id, createdAt, actorName, action: name, outcome, subjects }) => (
                    <tr
                      key={id}
                      className="border-t [&>td]:py-1.5 [&>td]:pr-4 max-lg:[&>td:nth-child(4)]:pr-0"
                    >
                      <td className="whitespace-nowrap text-muted">
                        <Ago at={createdAt} />
                      </td>
                      <td className="max-w-32 truncate lg:max-w-48" title={actorName}>
                        {actorName}
                      </td>
                      <td className="font-medium">
                        <Breakable>{name}</Breakable>
                      </td>
                      <td className={outcome === 'OK' ? 'text-muted' : 'text-bad'}>
                        <Breakable>{outcome}</Breakable>
                      </td>
                      <td
                        className="max-w-60 truncate font-mono text-[11px] text-muted max-lg:hidden"
                        title={subjects.join(' ')}
                      >
                        {subjects.join(' ')}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
      <MoreButton pages={pages} />
    </>
  );
}
