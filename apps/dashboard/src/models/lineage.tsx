import { Facts } from '@/ui/facts';
import { Link } from '@/ui/link';
import type { Model } from './model-page';

const LINK = 'underline decoration-line-strong underline-offset-2 hover:decoration-accent';

/** What the model came from. */
export function Lineage({ model }: { model: Model }) {
  const { version, run, parent, hash, source, licence } = model;
  const isSubModel = model.technique === 'META' && !model.isMetaModel;
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
          ) : isSubModel ? (
            'none: a support set'
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
          ) : isSubModel ? (
            'none: built from a few examples'
          ) : (
            'none that is known here'
          ),
        },
        {
          name: isSubModel ? 'Built by the meta-model' : 'Started from',
          value: parent ? (
            <Link href={`/models/${parent.id}`} className={LINK}>
              {parent.name}
            </Link>
          ) : run ? (
            'fresh weights'
          ) : (
            'weights trained elsewhere'
          ),
        },
        ...(source ? [{ name: 'Source', value: source }] : []),
        ...(licence ? [{ name: 'Licence', value: licence }] : []),
        { name: 'Content', value: <span className="font-mono text-[11px] break-all">{hash}</span> },
      ]}
    />
  );
}
