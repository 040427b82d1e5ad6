import { type ModelManifest, modelManifest, type TestReport, wholeReport } from '@kshot/domain';
import { headKinds } from '@kshot/fewshot';
import type { Store } from '@kshot/store';
import { found } from '../schema/find.js';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const line = (name: string, value: string | null | undefined): string[] =>
  value ? [`- ${name}: ${value}`] : [];
/** Names that people give must not become Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&').replace(/\s+/g, ' ');

/** What is known of a model, as Markdown: data, method, evaluation with intervals, cost, licences and lineage. */
export async function modelCard({ prisma }: Store, id: string): Promise<string> {
  const model = await found('model', id, (key) =>
    prisma.model.findUnique({
      where: { id: key },
      include: { version: { include: { dataSet: true } }, run: { include: { split: true } }, parent: true },
    }),
  );
  const manifest = modelManifest.parse(model.manifest);
  const { version, run, parent } = model;
  const report = wholeReport(model.report) as TestReport | null;
  const summary = (model.summary ?? {}) as Record<string, number>;
  const seconds =
    run?.startedAt && run.endedAt ? (run.endedAt.getTime() - run.startedAt.getTime()) / 1000 : null;
  const head = headKinds.find(({ name }) => name === manifest.head);
  return [
    `# ${plain(model.name)}`,
    '',
    `${kindOf(manifest)}, made by Kshot on ${model.createdAt.toISOString().slice(0, 10)}.`,
    '',
    '## What it does',
    '',
    ...line('Takes', takes(manifest)),
    ...line('Tells apart', manifest.classes.map(plain).join(', ')),
    '',
    '## Data',
    '',
    ...(version
      ? [
          ...line('Data set', `${plain(version.dataSet.name)}, version ${version.number}`),
          ...line('Examples', `${version.exampleCount} of ${version.classCount} classes`),
          ...line('Licence', version.dataSet.licence && plain(version.dataSet.licence)),
          ...line('Source', version.dataSet.source && plain(version.dataSet.source)),
          ...line('Content', version.hash && `sha256 ${version.hash}`),
        ]
      : ['It was not trained here.']),
    '',
    '## Method',
    '',
    ...line('Technique', model.technique.toLowerCase()),
    ...line('Head', head && `${head.title} (${head.paper})`),
    ...line('Starts from', parent && plain(parent.name)),
    ...line('Seed', run && String(run.seed)),
    '',
    '## Evaluation',
    '',
    ...evaluation(report, summary, run?.split?.name ?? null),
    '',
    ...sureness(manifest),
    '## Cost',
    '',
    ...line('Trained weights', model.parameterCount.toLocaleString('en')),
    ...line('Stored', `${(Number(model.bytes) / 1e6).toFixed(1)} MB`),
    ...line('Training took', seconds === null ? null : `${seconds.toFixed(1)} s`),
    '',
    '## Licence and lineage',
    '',
    ...line('Licence', model.licence && plain(model.licence)),
    ...line('Source', model.source && plain(model.source)),
    ...line('Licence of what it starts from', parent?.licence && plain(parent.licence)),
    ...line('Source of what it starts from', parent?.source && plain(parent.source)),
    ...line('Content', `sha256 ${model.hash}`),
    '',
  ].join('\n');
}

function kindOf({ meta, input }: ModelManifest): string {
  const takes = { IMAGE: 'pictures', TEXT: 'texts', TABLE: 'rows of a table' }[input.modality];
  return meta ? `A meta-model of ${takes}` : `A classifier of ${takes}`;
}

function takes({ input }: ModelManifest): string {
  if (input.modality === 'IMAGE') return `a picture, brought to ${input.height} x ${input.width}`;
  if (input.modality === 'TEXT') return 'a text';
  return `a row with the columns ${input.columns.map(({ name }) => plain(name)).join(', ')}`;
}

function evaluation(
  report: TestReport | null,
  summary: Record<string, number>,
  split: string | null,
): string[] {
  const {
    crossValidationAccuracy: folds,
    crossValidationAccuracyLow: low,
    crossValidationAccuracyHigh: high,
  } = summary;
  const found = [
    ...(report
      ? [
          `- Test part${split ? ` of the split ${plain(split)}` : ''}, ${report.exampleCount} examples: accuracy ${percent(report.accuracy)} (95 % interval ${percent(report.accuracyLow)} to ${percent(report.accuracyHigh)}), macro F1 ${percent(report.macroF1)}`,
        ]
      : []),
    ...(folds !== undefined && low !== undefined && high !== undefined
      ? [
          `- Training part by held-out folds: accuracy ${percent(folds)} (95 % interval ${percent(low)} to ${percent(high)}); probabilities are calibrated on these folds by a temperature (Guo 2017, arXiv:1706.04599)`,
        ]
      : []),
  ];
  return found.length > 0 ? found : ['It was not evaluated when it was made.'];
}

function sureness({ sureness: points }: ModelManifest): string[] {
  if (!points) return [];
  const shown = points.filter((_, at) => at % 4 === 0);
  return [
    '## Answering only when sure',
    '',
    '| answered | of these right |',
    '|---|---|',
    ...shown.map(({ answered, accuracy }) => `| ${percent(answered)} | ${percent(accuracy)} |`),
    '',
  ];
}
