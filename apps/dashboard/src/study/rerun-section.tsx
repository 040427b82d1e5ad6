import { figureRange, figureValue } from '@/evaluation/figure-text';
import type { StudyProgressFragment } from '@/generated/graphql';
import { Link } from '@/ui/link';
import { SideScroller } from '@/ui/scroll/side-scroller';
import { Section } from '@/ui/section';

type Rerun = NonNullable<StudyProgressFragment['rerun']>;

/** Whether the numbers of the first study still hold. */
export function RerunSection({ rerun: { studyId, verdict, entries } }: { rerun: Rerun }) {
  return (
    <Section title="Does it still hold?">
      <p className="mb-3" aria-live="polite">
        {verdict}{' '}
        <Link href={`/studies/${studyId}`} className="text-accent hover:underline">
          The first study
        </Link>
      </p>
      <SideScroller label="Then and now, scrolling">
        <table aria-label="Then and now" className="w-full max-w-3xl">
          <thead>
            <tr className="border-b text-left text-muted">
              {['Candidate', 'Then', 'Now', ''].map((head) => (
                <th key={head} scope="col" className="py-1 pr-4 font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map(({ before, now, same, holds }) => (
              <tr key={now.id} className="border-b">
                <th scope="row" className="py-1 pr-4 text-left font-medium">
                  {now.name}
                </th>
                {[before, now].map(({ id, progress: { accuracy } }) => (
                  <td key={id} className="pr-4 whitespace-nowrap">
                    {accuracy ? figureValue(accuracy) : '–'}{' '}
                    <span className="text-[12px] text-muted">{accuracy && figureRange(accuracy)}</span>
                  </td>
                ))}
                <td className={holds === false ? 'text-bad' : 'text-muted'}>
                  {holds == null ? 'not known yet' : same ? 'the same' : holds ? 'within' : 'outside'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroller>
    </Section>
  );
}
