import type { EvaluationDetailFragment, FigureContentFragment } from '@/generated/graphql';
import { SideScroller } from '@/ui/scroll/side-scroller';
import { figureMeaning, figureRange, figureValue, type Unit } from './figure-text';

type Report = NonNullable<EvaluationDetailFragment['report']>;
type Name = 'accuracy' | 'balancedAccuracy' | 'macroF1' | 'logLoss' | 'brier' | 'calibrationError';

const SHOWN: { name: Name; title: string; unit: Unit; sentence: string }[] = [
  {
    name: 'accuracy',
    title: 'Accuracy',
    unit: 'share',
    sentence: 'Of all answers, the share that is right.',
  },
  {
    name: 'balancedAccuracy',
    title: 'Balanced accuracy',
    unit: 'share',
    sentence: 'The same with every class counting alike, however many examples it has.',
  },
  {
    name: 'macroF1',
    title: 'Macro F1',
    unit: 'share',
    sentence: 'Finding what is there and not finding what is not, mean over classes.',
  },
  {
    name: 'logLoss',
    title: 'Log loss',
    unit: 'number',
    sentence: 'Punishes being sure and wrong; 0 is best.',
  },
  {
    name: 'brier',
    title: 'Brier score',
    unit: 'number',
    sentence: 'Squared error of the probabilities; 0 is best.',
  },
  {
    name: 'calibrationError',
    title: 'Calibration error',
    unit: 'share',
    sentence: 'By how much its certainty differs from how often it is right; 0 is best.',
  },
];

/** Every figure with its interval, what it says, and what the interval is of. */
export function ReportFigures({ report }: { report: Report }) {
  return (
    <SideScroller label="Figures, scrolling">
      <table aria-label="Figures" className="w-full max-w-4xl">
        <thead>
          <tr className="border-b text-left text-muted">
            <th scope="col" className="py-1 pr-4 font-normal">
              Figure
            </th>
            <th scope="col" className="pr-4 text-right font-normal">
              Value
            </th>
            <th scope="col" className="pr-4 font-normal whitespace-nowrap">
              95 % interval
            </th>
            <th scope="col" className="font-normal max-sm:hidden">
              What it says
            </th>
          </tr>
        </thead>
        <tbody>
          {SHOWN.map(({ name, title, unit, sentence }) => {
            const figure: FigureContentFragment = report[name];
            return (
              <tr key={name} className="border-b align-top">
                <th scope="row" className="py-1.5 pr-4 text-left font-medium whitespace-nowrap">
                  {title}
                </th>
                <td className="py-1.5 pr-4 text-right font-semibold whitespace-nowrap">
                  {figureValue(figure, unit)}
                </td>
                <td className="py-1.5 pr-4 whitespace-nowrap text-muted" title={figureMeaning(figure)}>
                  {figureRange(figure, unit) || '–'}
                </td>
                <td className="py-1.5 text-[12px] text-muted max-sm:hidden">
                  {sentence} {figureMeaning(figure)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </SideScroller>
  );
}
