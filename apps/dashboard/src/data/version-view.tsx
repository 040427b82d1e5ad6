'use client';
import { TriangleAlert } from 'lucide-react';
import { useMayChange } from '@/access/if-making';
import { formatBytes } from '@/format/bytes';
import { formatCount, formatValue } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';
import { LabelsTab } from '@/labels/labels-tab';
import { TrainNote } from '@/new-run/train/train-note';
import { Figures } from '@/ui/figures';
import { Tabs } from '@/ui/tabs';
import { useUrlValue } from '@/url/use-list-state';
import { ClassGallery } from './class-gallery';
import { ColumnsTable } from './columns-table';
import { ChangesBar } from './edit/changes-bar';
import { useChanges } from './edit/use-changes';
import { ExampleBrowser } from './gallery/example-browser';
import { HistoryTab, type ListedVersion } from './history/history-tab';
import { modalityLook } from './modality';
import { SplitsList } from './splits-list';

type Props = {
  dataSetId: string;
  version: VersionStatisticsFragment;
  versions: ListedVersion[];
  onVersion: (number: number) => void;
};

/** What a version that is ready holds. The newest one can be changed. */
export function VersionView({ dataSetId, version, versions, onVersion }: Props) {
  const changes = useChanges(version.id);
  const newest = versions.every(({ number, status }) => status === 'FAILED' || number <= version.number);
  const editable = useMayChange() && newest;
  const {
    id,
    modality,
    exampleCount,
    unlabelledCount,
    classCount,
    bytes,
    hash,
    image,
    text,
    columns,
    splits,
    warnings,
  } = version;
  const [tab, setTab] = useUrlValue('tab');
  const home = classCount === 0 ? 'unlabelled' : 'classes';
  const [classId, setClass] = useUrlValue('of');
  const showClass = (next: string) => {
    setClass(next);
    setTab('examples');
  };
  return (
    <div className="group/version" data-changed={changes.changes.length > 0 || undefined}>
      {warnings.length > 0 && (
        <ul className="mb-4 space-y-1 rounded-lg bg-warn-soft px-4 py-2.5">
          {warnings.map((warning) => (
            <li key={warning} className="flex gap-2">
              <TriangleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden />
              {warning}
            </li>
          ))}
        </ul>
      )}
      <TrainNote versionId={id} />
      <Figures
        figures={[
          { name: 'Examples', value: formatCount(exampleCount), under: modalityLook(modality).many },
          { name: 'Classes', value: formatCount(classCount), under: perClass(exampleCount, classCount) },
          ...(image
            ? [{ name: 'Images', value: `${image.width} × ${image.height}`, under: CHANNELS[image.channels] }]
            : []),
          ...(columns
            ? [{ name: 'Columns', value: formatCount(columns.length), under: kinds(columns) }]
            : []),
          ...(text
            ? [
                {
                  name: 'Characters',
                  value: `${formatValue(text.meanCharacters)} on average`,
                  under: `at most ${formatCount(text.maxCharacters)}`,
                },
              ]
            : []),
          { name: 'Size', value: formatBytes(bytes) },
          {
            name: 'Version',
            value: version.number,
            under: (
              <span className="font-mono text-[11px]" title={hash ?? ''}>
                {hash?.slice(0, 12)}
              </span>
            ),
          },
        ]}
      />
      <Tabs
        value={tab ?? home}
        onChange={(next) => setTab(next === home ? null : next)}
        tabs={[
          {
            key: 'classes',
            title: 'Classes',
            content: (
              <ClassGallery version={version} onClass={showClass} changes={changes} editable={editable} />
            ),
          },
          {
            key: 'examples',
            title: 'Examples',
            content: (
              <ExampleBrowser
                dataSetId={dataSetId}
                versionId={id}
                classId={classId}
                onClass={setClass}
                changes={changes}
                editable={editable}
              />
            ),
          },
          ...(unlabelledCount > 0
            ? [
                {
                  key: 'unlabelled',
                  title: `Unlabelled (${formatCount(unlabelledCount)})`,
                  content: (
                    <ExampleBrowser
                      unlabelled
                      dataSetId={dataSetId}
                      versionId={id}
                      classId={null}
                      onClass={setClass}
                      changes={changes}
                      editable={editable}
                    />
                  ),
                },
              ]
            : []),
          ...(columns
            ? [{ key: 'columns', title: 'Columns', content: <ColumnsTable columns={columns} /> }]
            : []),
          {
            key: 'labels',
            title: 'Labels',
            content: <LabelsTab versionId={id} modality={modality ?? null} />,
          },
          { key: 'splits', title: 'Splits', content: <SplitsList splits={splits} /> },
          {
            key: 'history',
            title: 'History',
            content: <HistoryTab versions={versions} shown={id} onVersion={onVersion} />,
          },
        ]}
      />
      <ChangesBar versionId={id} changes={changes} onSaved={(saved) => onVersion(saved.number)} />
    </div>
  );
}

const CHANNELS: Record<number, string> = { 1: 'grey', 3: 'colour', 4: 'colour with alpha' };

const perClass = (examples: number, classes: number) =>
  classes > 0 ? `${formatValue(examples / classes)} examples each on average` : '';

function kinds(columns: { kind: string }[]): string {
  const count = (of: string) => columns.filter(({ kind }) => kind === of).length;
  const texts = count('TEXT');
  return `${count('NUMBER')} numbers, ${count('CATEGORY')} categories${texts > 0 ? `, ${texts} texts` : ''}`;
}
