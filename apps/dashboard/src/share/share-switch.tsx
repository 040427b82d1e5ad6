'use client';
import QRCode from 'qrcode';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { IfMaking } from '@/access/if-making';
import { problemOf } from '@/graphql/problem';
import { ShareAlias } from '@/serving/serving.operations';
import { CopyButton } from '@/ui/copy-button';
import { ProblemNote } from '@/ui/problem-note';
import { address } from '@/url/address';
import { sharePath } from './share-path';

type Served = { id: string; name: string; alias: string; shared: boolean };

/** Opens the page of a served model to everybody who has its address, with a QR code of it. */
export function ShareSwitch({ served }: { served: Served }) {
  const [switched, share] = useMutation(ShareAlias);
  const problem = problemOf(switched.error);
  const { id, shared } = served;
  return (
    <div className="w-full pb-1">
      <IfMaking>
        <label className="inline-flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            checked={shared}
            disabled={switched.fetching}
            onChange={({ target }) => void share({ id, shared: target.checked })}
            className="size-4 accent-accent"
          />
          Share a page that answers without signing in; models of photos are sent to browsers, which answer
          themselves
        </label>
      </IfMaking>
      {problem && <ProblemNote problem={problem} className="my-2" />}
      {shared && <SharedAddress path={address(sharePath(served))} />}
    </div>
  );
}

function SharedAddress({ path }: { path: string }) {
  const [address, setAddress] = useState(path);
  const [code, setCode] = useState<string | null>(null);
  useEffect(() => {
    const url = window.location.origin + path;
    setAddress(url);
    void QRCode.toString(url, { type: 'svg', margin: 2 }).then((svg) =>
      setCode(`data:image/svg+xml,${encodeURIComponent(svg)}`),
    );
  }, [path]);
  const isLocal = /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
  return (
    <div className="my-2 flex flex-wrap items-start gap-4">
      {code && <img src={code} alt={`QR code of ${address}`} className="size-32 rounded-lg border" />}
      <div className="min-w-0 space-y-2">
        <a href={path} className="font-mono text-[12px] break-all underline underline-offset-2">
          {address}
        </a>
        <p className="max-w-[48ch] text-[12px] text-muted">
          A model of photos up to 32 MB is sent to the browser, which answers by itself; others answer here.
        </p>
        {isLocal && (
          <p className="max-w-[48ch] text-[12px] text-muted">
            This address works on this machine only. Open the dashboard by its name or address in your network
            to get a code for phones.
          </p>
        )}
        <CopyButton label="Copy address" text={() => address} />
      </div>
    </div>
  );
}
