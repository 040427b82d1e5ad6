import Link from 'next/link';
import { Facts } from '@/ui/facts';
import type { Model } from './model-page';

const LINK = 'underline decoration-line-strong underline-offset-2 hover:decoration-accent';

/** What the model came from. */
export function Lineage({ model: { version, run, parent, hash } }: { model: Model }) {
  return (
    <Facts
      facts={[
        {
          name: 'Data set',
          value: version ? (
            <>
              <Link href={`/data/${version.dataSet.id}?version=${version.number}`} className={LINK}>
                {version.dataSet.name}
              </Link>
              , version {version.number}
            </>
          ) : (
            'not known'
          ),
        },
        {
          name: 'Run',
          value: run ? (
            <Link href={`/runs/${run.id}`} className={LINK}>
              {run.name}
            </Link>
          ) : (
            'imported, not trained here'
          ),
        },
        {
          name: 'Started from',
          value: parent ? (
            <Link href={`/models/${parent.id}`} className={LINK}>
              {parent.name}
            </Link>
          ) : (
            'fresh weights'
          ),
        },
        { name: 'Content', value: <span className="font-mono text-[11px] break-all">{hash}</span> },
      ]}
    />
  );
}
