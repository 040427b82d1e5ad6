'use client';
import { useQuery } from 'urql';
import { OfProject } from '@/access/if-making';
import type { DataSetQuery as DataSetAnswer } from '@/generated/graphql';
import { useAnswer } from '@/graphql/use-answer';
import { useFollowed } from '@/graphql/use-live';
import { Answer } from '@/ui/answer';
import { MissingPage } from '@/ui/page/missing-page';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { Select } from '@/ui/select';
import { shownDataSet } from '@/upload/use-shown-data-set';
import { useUrlValue } from '@/url/use-list-state';
import { DataSetQuery } from './data-set.operations';
import { DataSetActions } from './data-set-actions';
import { ImportProgress } from './import-progress';
import { VersionChanged, VersionQuery } from './version.operations';
import { VersionView } from './version-view';

type DataSet = NonNullable<DataSetAnswer['dataSet']>;

export function DataSetPage({ id }: { id: string }) {
  const answer = useAnswer(DataSetQuery, { id });
  return (
    <Answer {...answer}>
      {({ dataSet }) =>
        dataSet ? (
          <OfProject project={dataSet.project}>
            <DataSetView dataSet={dataSet} reload={answer.retry} />
          </OfProject>
        ) : (
          <MissingPage what="data set" list="/data" />
        )
      }
    </Answer>
  );
}

function DataSetView({ dataSet, reload }: { dataSet: DataSet; reload: () => void }) {
  const { name, description, licence, source, versions, latest } = dataSet;
  const [chosen, choose] = useUrlValue('version');
  const number = versions.find((each) => String(each.number) === chosen)?.number ?? latest.number;
  const versionId = versions.find((each) => each.number === number)?.id ?? latest.id;
  const [{ data }] = useQuery({
    query: VersionQuery,
    variables: { id: versionId },
    pause: versionId === latest.id,
  });
  const version = versionId === latest.id ? latest : data?.dataSetVersion;
  useFollowed(VersionChanged, version ? versionId : null, reload);
  return (
    <>
      <PageTitle title={name} />
      <PageHeader
        title={name}
        under={
          <>
            {description && <p>{description}</p>}
            <p className="text-[12px]">
              {licence && `Licence ${licence}. `}
              {source && <Source text={source} />}
            </p>
          </>
        }
        actions={
          <>
            {versions.length > 1 && (
              <Select
                aria-label="Version"
                value={String(number)}
                onChange={(event) => choose(event.target.value)}
              >
                {versions.map((each) => (
                  <option key={each.id} value={String(each.number)}>
                    Version {each.number}
                  </option>
                ))}
              </Select>
            )}
            <DataSetActions
              dataSet={shownDataSet(dataSet)}
              versionId={version?.status === 'READY' && version.classCount > 1 ? versionId : null}
              isDiscarded={versions.length === 1 && version?.status === 'FAILED'}
            />
          </>
        }
      />
      {version && version.status !== 'READY' && <ImportProgress version={version} />}
      {version?.status === 'READY' && (
        <VersionView
          key={version.id}
          dataSetId={dataSet.id}
          version={version}
          versions={versions}
          onVersion={(next) => choose(String(next))}
        />
      )}
    </>
  );
}

function Source({ text }: { text: string }) {
  if (!/^https?:\/\//.test(text)) return <>Source: {text}</>;
  return (
    <a
      href={text}
      rel="noreferrer"
      target="_blank"
      className="break-all underline underline-offset-2 hover:text-ink"
    >
      {text}
    </a>
  );
}
