'use client';
import { Braces } from 'lucide-react';
import { useState } from 'react';
import { asCurl, asGraphQL } from '@/graphql/as-text';
import { type LoggedOperation, useOperations } from '@/graphql/operation-log';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { Dialog } from '@/ui/dialog';
import { useSettings } from './settings';

/** The GraphQL operations behind the page in view, to copy: the dashboard teaches the API. */
export function OperationsPanel() {
  const [open, setOpen] = useState(false);
  const operations = useOperations();
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Braces aria-hidden />
        <span className="max-sm:sr-only">GraphQL</span>
      </Button>
      <Dialog
        sheet
        open={open}
        onOpenChange={setOpen}
        title="GraphQL behind this page"
        description="Everything that you see here comes from these operations. Your own programs can send them too."
      >
        {operations.length === 0 && (
          <p className="text-muted">This page has asked the API for nothing yet.</p>
        )}
        <ul className="space-y-6">
          {operations.map((operation) => (
            <li key={operation.name}>
              <OperationText operation={operation} />
            </li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function OperationText({ operation }: { operation: LoggedOperation }) {
  const { apiOrigin, needsToken } = useSettings();
  const { kind, name, document, variables } = operation;
  return (
    <article aria-label={`${kind} ${name}`}>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">
          {name} <span className="font-normal text-muted">{kind}</span>
        </h3>
        <span className="flex gap-2">
          <CopyButton label="Copy as GraphQL" text={() => asGraphQL(document, variables)} />
          {kind !== 'subscription' && (
            <CopyButton
              label="Copy as curl"
              text={() => asCurl(apiOrigin, document, variables, needsToken)}
            />
          )}
        </span>
      </div>
      <pre className="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-[12px] leading-[18px]">
        {asGraphQL(document, variables)}
      </pre>
    </article>
  );
}
