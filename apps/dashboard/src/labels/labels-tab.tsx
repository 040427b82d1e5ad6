'use client';
import { Stethoscope } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatMany } from '@/format/number';
import type { LabelCheckRowFragment, Modality } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { StatusBadge } from '@/runs/status-badge';
import { Ago } from '@/ui/ago';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Link } from '@/ui/link';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { JudgesQuery } from './judges.operations';
import { LabelChecksQuery, StartLabelCheck } from './label-check.operations';

type Props = { versionId: string; modality: Modality | null };

/** Starts a check of the version's labels, and lists those that there are. */
export function LabelsTab({ versionId, modality }: Props) {
  const router = useRouter();
  const [modelId, setModel] = useState('');
  const [judges] = useQuery({ query: JudgesQuery, variables: { modality: modality ?? undefined } });
  const [{ data, error }, refetch] = useQuery({
    query: LabelChecksQuery,
    variables: { versionId },
    requestPolicy: 'cache-and-network',
  });
  const [started, start] = useMutation(StartLabelCheck);
  const problem = problemOf(started.error);
  const onStart = async () => {
    const head = modelId ? { head: { modelId } } : {};
    const answer = await start({ input: { versionId, ...head } });
    if (answer.data) router.push(`/labels/${answer.data.startLabelCheck.id}`);
  };
  return (
    <>
      <p className="mb-4 max-w-[72ch] text-muted">
        The label doctor learns from most examples and asks what it would call the rest, until every example
        was among the rest. Labels that the other examples contradict are shown first, with the class they
        look like.
      </p>
      <IfMaking>
        <div className="mb-6 flex flex-wrap items-end gap-3">
          <div className="w-full sm:w-80">
            <Field label="Judge by" hint="A trained model sees more than the examples themselves.">
              {(props) => (
                <Select
                  {...props}
                  className="w-full"
                  value={modelId}
                  onChange={(event) => setModel(event.target.value)}
                >
                  <option value="">The examples themselves</option>
                  {judges.data?.models.nodes.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Button look="primary" className="mb-5" disabled={started.fetching} onClick={() => void onStart()}>
            <Stethoscope aria-hidden />
            Check labels
          </Button>
        </div>
      </IfMaking>
      {problem && <ProblemNote problem={problem} title="The check did not start" className="mb-4" />}
      <Answer data={data?.labelChecks} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <p className="text-muted">No check of this version yet.</p>
          ) : (
            <ul aria-label="Checks of labels">
              {nodes.map((check) => (
                <CheckLine key={check.id} check={check} />
              ))}
            </ul>
          )
        }
      </Answer>
    </>
  );
}

const CheckLine = ({ check: { id, name, status, createdAt, report } }: { check: LabelCheckRowFragment }) => (
  <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2">
    <Link href={`/labels/${id}`} className="font-medium underline decoration-line-strong underline-offset-2">
      {name}
    </Link>
    <StatusBadge status={status} />
    <span className="text-muted">
      {report && `${formatMany(report.wrongLabels, 'suspicious label')}, `}
      <Ago at={createdAt} />
    </span>
  </li>
);
