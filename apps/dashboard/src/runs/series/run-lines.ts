import type { Technique } from '@/generated/graphql';
import type { Line } from '../../chart/line';
import { NO_POINTS, type Points } from '../../chart/points';
import { runColour } from '../../chart/run-colour';
import type { SeriesSet } from './series-set';
import { withInterval } from './with-interval';

export type RunChart = { title: string; unit?: string; lines: Line[]; canBeLogarithmic?: boolean };

/** Recorded at each step; everything else once an epoch. */
const EACH_STEP = ['loss', 'accuracy', 'learningRate', 'penalty'];

const MEBI = 2 ** -20;

/** The charts of a run: validation in the run's colour, training in grey, what is measured at each step faint. */
export function runCharts(
  runId: string,
  series: SeriesSet,
  { technique, method }: { technique: Technique; method?: string } = { technique: 'PRETRAIN' },
): RunChart[] {
  const { colour } = runColour(runId);
  const line = (name: string, label: string, look: Partial<Line> = {}): Line => ({
    label,
    points: series.get(name) ?? NO_POINTS,
    colour,
    marked: !EACH_STEP.includes(name),
    ...look,
  });
  const charts: RunChart[] = [
    ...(technique === 'META'
      ? episodeCharts(line, series)
      : method === 'TUNE_ENCODER'
        ? tuningCharts(line)
        : classCharts(line)),
    { title: 'Learning rate', canBeLogarithmic: true, lines: [line('learningRate', 'learning rate')] },
    {
      title: 'Penalty λR(w)',
      // Without a regulariser it is zero throughout: nothing to look at.
      lines: [line('penalty', 'λR(w)')].filter(({ points }) => points.values.some((value) => value !== 0)),
    },
    { title: 'Speed', unit: 'examples/s', lines: [line('examplesPerSecond', 'training')] },
    { title: 'Speed', unit: 'episodes/s', lines: [line('episodesPerSecond', 'training')] },
    {
      title: 'Memory',
      unit: 'MiB',
      lines: [line('memoryBytes', 'peak', { points: scaled(series.get('memoryBytes'), MEBI) })],
    },
  ];
  return charts.map((chart, index) => {
    const lines = chart.lines.filter(({ points }) => points.steps.length > 0);
    // The first two charts name what will come; else a line without points (a run without validation) is left out.
    return { ...chart, lines: index < 2 && lines.length === 0 ? chart.lines : lines };
  });
}

type MakeLine = (name: string, label: string, look?: Partial<Line>) => Line;

const grey = { colour: '--faint' };

const classCharts = (line: MakeLine): RunChart[] => [
  {
    title: 'Loss',
    canBeLogarithmic: true,
    lines: [
      line('loss', 'each step', { ...grey, faint: true }),
      line('trainLoss', 'train', grey),
      line('validationLoss', 'validation'),
    ],
  },
  {
    title: 'Accuracy and macro F1',
    lines: [
      line('trainAccuracy', 'train accuracy', grey),
      line('validationAccuracy', 'validation accuracy'),
      line('trainMacroF1', 'train F1', { ...grey, dash: [4, 3] }),
      line('validationMacroF1', 'validation F1', { dash: [4, 3] }),
    ],
  },
];

/** Updates lessen cross-entropy and contrast together, held-out texts are judged by cross-entropy: two scales, two charts. */
const tuningCharts = (line: MakeLine): RunChart[] => [
  {
    title: 'Training loss, with contrast',
    canBeLogarithmic: true,
    lines: [line('loss', 'each step', grey)],
  },
  {
    title: 'Held-out loss',
    canBeLogarithmic: true,
    lines: [line('validationLoss', 'cross-entropy')],
  },
  {
    title: 'Held-out accuracy and macro F1',
    lines: [line('validationAccuracy', 'accuracy'), line('validationMacroF1', 'F1', { dash: [4, 3] })],
  },
];

/** Validation is a mean over episodes, so it has an interval; each step is an episode or a few. */
const episodeCharts = (line: MakeLine, series: SeriesSet): RunChart[] => [
  {
    title: 'Accuracy on episodes',
    lines: [
      line('accuracy', 'each step', { ...grey, faint: true }),
      line('validationAccuracy', 'validation, 95 % interval', {
        points: withInterval(series, 'validationAccuracy'),
      }),
    ],
  },
  { title: 'Loss', canBeLogarithmic: true, lines: [line('loss', 'each step')] },
];

function scaled(points: Points | undefined, factor: number): Points {
  if (!points) return NO_POINTS;
  const times = (values: number[]) => values.map((value) => value * factor);
  return {
    steps: points.steps,
    values: times(points.values),
    minima: points.minima && times(points.minima),
    maxima: points.maxima && times(points.maxima),
  };
}
