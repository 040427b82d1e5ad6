import { type ModelManifest } from '@kshot/domain';
import { headKinds, multiplications } from '@kshot/fewshot';
import { findRow, getRow, type Store } from '@kshot/store';
import { missedClasses, untestedClasses } from '../schema/untested-classes.js';
import { percent } from '../trust/calibration-text.js';
import { comparedHeads } from './compared-head.type.js';
import { type Model, presentModel } from './model.type.js';
import { preparation } from './preparation.js';
import { probabilityText } from './probability-text.js';
import { twoClassesOf } from './two-classes.js';

/** What is known of a model, in Markdown: purpose, data, method, evaluation, calibration, cost, terms and lineage. */
export async function modelCard(store: Store, id: string): Promise<string> {
  const row = await getRow(store, 'model', id);
  const model = presentModel(row);
  const [version, run, parent] = await Promise.all([
    row.versionId ? findRow(store, 'dataSetVersion', row.versionId) : null,
    row.runId ? findRow(store, 'run', row.runId) : null,
    row.parentId ? findRow(store, 'model', row.parentId) : null,
  ]);
  const dataSet = version && (await getRow(store, 'dataSet', version.dataSetId));
  const { manifest } = row;
  const head = headKinds.find(({ name }) => name === manifest.head);
  const terms = [row.licence, dataSet?.licence, parent?.licence].filter(
    (licence) => licence !== null && licence !== undefined,
  );
  const sections: [string, (string | null | undefined)[]][] = [
    ['Purpose', purpose(model)],
    ['Input', preparation(manifest)],
    [
      'Data',
      version && dataSet
        ? [
            `Data set: ${dataSet.name}, version ${version.number}`,
            `Examples: ${version.exampleCount}, classes: ${version.classCount}`,
            `Hash of the content: ${version.hash ?? 'unknown'}`,
            dataSet.source && `Source: ${dataSet.source}`,
            dataSet.licence && `Licence: ${dataSet.licence}`,
          ]
        : ['The data set is unknown here.'],
    ],
    [
      'Method',
      [
        `Technique: ${row.technique.toLowerCase()}`,
        head && `Head: ${head.title} (${head.paper})`,
        ...comparedHeads(manifest).map(
          ({ title, accuracy, chosen }) =>
            `Compared on held-out examples: ${title}, ${percent(accuracy)}${chosen ? ' (chosen)' : ''}`,
        ),
        run && `Run: ${run.name}, seed ${run.seed}`,
        run && `Settings: \`${JSON.stringify(run.settings)}\``,
      ],
    ],
    ['Evaluation', evaluation(model)],
    [
      'Calibration',
      [
        probabilityText(manifest) && `Probabilities: ${probabilityText(manifest)}`,
        `Sets of classes: ${model.calibration?.sentence ?? 'none, since nothing says how often they would hold.'}`,
      ],
    ],
    ['Answering only when sure', sureness(model)],
    ...twoClasses(model),
    ...columns(model),
    ['Cost', cost(manifest, model, run)],
    [
      'Terms and lineage',
      [
        terms.length > 0 ? `Licences: ${[...new Set(terms)].join('; ')}` : 'Licences: none are stated.',
        row.source && `Source: ${row.source}`,
        parent && `Starts from: ${parent.name} (${parent.hash})`,
        `Made: ${row.createdAt.toISOString()}`,
        `Hash: ${row.hash}`,
      ],
    ],
  ];
  const body = sections.map(
    ([title, lines]) =>
      `## ${title}\n\n${lines
        .filter(Boolean)
        .map((line) => `- ${inLine(line!)}\n`)
        .join('')}`,
  );
  return `# ${inLine(row.name)}\n\n${body.join('\n')}`;
}

/** Names come from people: a line break in one must not begin a section. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ');

const purpose = ({ classes, input, isMetaModel }: Model): string[] =>
  isMetaModel
    ? [`A meta-model: it builds models of new classes from a few examples (${input.modality.toLowerCase()}).`]
    : [
        `Tells ${classes.length} classes apart: ${classes.slice(0, 50).join(', ')}${classes.length > 50 ? ', …' : ''}`,
        'What belongs to no class gets one of the classes, too, unless it answers only when sure.',
      ];

function evaluation(model: Model): string[] {
  const tested = onTest(model);
  const folds = byFolds(model);
  return folds ? [...tested, folds] : tested;
}

function byFolds({ metrics }: Model): string | undefined {
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value;
  const [accuracy, low, high] = ['', 'Low', 'High'].map((end) => of(`crossValidationAccuracy${end}`));
  if (accuracy === undefined || low === undefined || high === undefined) return undefined;
  return `Accuracy on held-out examples of the training part: ${percent(accuracy)} (95 % interval ${percent(low)} to ${percent(high)})`;
}

function onTest({ report, episodeReport }: Model): string[] {
  if (report)
    return [
      `Accuracy on the test part: ${percent(report.accuracy)} (95 % interval ${percent(report.accuracyLow)} to ${percent(report.accuracyHigh)}, ${report.exampleCount} examples)`,
      ...untestedClasses(report).map((name) => `No example of ${name} was tested.`),
      ...missedClasses(report).map((name) => `No example of ${name} was told right.`),
    ];
  if (episodeReport)
    return [
      `Accuracy on new classes, ${episodeReport.ways}-way ${episodeReport.shots}-shot: ${percent(episodeReport.accuracy)} (95 % interval ${percent(episodeReport.accuracyLow)} to ${percent(episodeReport.accuracyHigh)})`,
    ];
  return ['Not evaluated on a test part.'];
}

function sureness({ sureness: points, answered }: Model): string[] {
  const set = answered === null ? 'It answers always.' : `It answers ${percent(answered)} of known examples.`;
  const known = (points ?? []).filter((_, i, all) => i % Math.max(1, Math.ceil(all.length / 5)) === 0);
  return [
    set,
    ...known.map(
      (each) => `${percent(each.answered)} answered: ${percent(each.accuracy)} of the answers right`,
    ),
  ];
}

function twoClasses(model: Model): [string, string[]][] {
  const two = twoClassesOf(model);
  if (!two) return [];
  const { positive, positives, negatives, threshold, accuracy, areaUnderRoc, averagePrecision } = two;
  const held = `${positives} held-out examples of ${positive}, ${negatives} of the other class`;
  return [
    [
      'Two classes',
      [
        `Area under the ROC curve: ${areaUnderRoc.toFixed(3)}, average precision: ${averagePrecision.toFixed(3)} (${held})`,
        `Kshot answers ${positive} from a probability of ${percent(threshold)} on, and ${percent(accuracy)} of the held-out examples are right by that; what is taken away gives the probabilities.`,
      ],
    ],
  ];
}

const CARD_COLUMNS = 10;

function columns({ columnImportance }: Model): [string, string[]][] {
  if (!columnImportance) return [];
  const { accuracy, examples, repeats, columns: found } = columnImportance;
  const points = (share: number) => (100 * share).toFixed(1);
  return [
    [
      'Columns',
      [
        `Percentage points lost of an accuracy of ${percent(accuracy)} on ${examples} test rows when a column is shuffled (mean and standard deviation of ${repeats} shuffles)`,
        ...found
          .slice(0, CARD_COLUMNS)
          .map(({ name, lost, deviation }) => `${name}: ${points(lost)} ± ${points(deviation)}`),
      ],
    ],
  ];
}

const cost = (
  { network }: ModelManifest,
  { parameterCount, bytes }: Model,
  run: { startedAt: Date | null; endedAt: Date | null } | null,
): (string | null)[] => [
  `Trained weights: ${parameterCount}; size: ${bytes} bytes`,
  `Multiplications for one example: ${multiplications(network).toExponential(1)}`,
  run?.startedAt && run.endedAt
    ? `Training took ${((run.endedAt.getTime() - run.startedAt.getTime()) / 1000).toFixed(1)} seconds`
    : null,
];
