'use client';
import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { formatCount, formatMany } from '@/format/number';
import { type Problem, problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import type { Choices } from './choices';
import { type BulkFix, readSuggestions } from './read-suggestions';

type Props = {
  checkId: string;
  report: {
    wrongLabels: number;
    conflictingCopies: number;
    copies: number;
    relabelWarning: string | null;
  };
  chooseAll: (found: Choices) => void;
  undo: (() => void) | null;
};

const RELABEL: BulkFix = {
  kinds: ['CONFLICTING_COPY', 'WRONG_LABEL'],
  choiceOf: (suggested) => ({ kind: 'relabel', class: suggested ?? '' }),
};
const KEEP_ONE: BulkFix = {
  kinds: ['CONFLICTING_COPY', 'COPY'],
  choiceOf: (suggested, copy) => ({ kind: 'remove', ...(suggested || !copy ? {} : { kept: copy }) }),
};

/** Applies a choice to all findings, including those that are not loaded yet. Nothing is saved. */
export function BulkFixes({ checkId, report, chooseAll, undo }: Props) {
  const client = useClient();
  const [seen, setSeen] = useState<number | null>(null);
  const [left, setLeft] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  const apply = async (fix: BulkFix, total: number) => {
    setProblem(null);
    setLeft(0);
    setSeen(0);
    try {
      let choices: Choices = new Map();
      let done = 0;
      for await (const read of readSuggestions(client, checkId, fix)) {
        if (gone.current) return;
        ({ choices, seen: done } = read);
        setSeen(done);
      }
      chooseAll(choices);
      setLeft(total - done);
    } catch (error) {
      setProblem(problemOf(error as CombinedError));
    } finally {
      setSeen(null);
    }
  };
  const button = (title: string, fix: BulkFix, total: number) =>
    total > 0 && (
      <Button disabled={seen !== null} onClick={() => void apply(fix, total)}>
        {title} ({formatCount(total)})
      </Button>
    );
  return (
    <>
      {button('Relabel all as suggested', RELABEL, report.conflictingCopies + report.wrongLabels)}
      {button('Keep one of each set of copies', KEEP_ONE, report.conflictingCopies + report.copies)}
      {report.relabelWarning && <span className="text-muted">{report.relabelWarning}</span>}
      {undo && (
        <Button
          look="quiet"
          onClick={() => {
            undo();
            setLeft(0);
          }}
        >
          Undo
        </Button>
      )}
      <span role="status" className="text-muted">
        {seen !== null && `Looking at findings: ${formatCount(seen)} so far`}
        {left > 0 &&
          `${formatMany(left, 'finding')} did not fit into one version. Make this version, then check its labels.`}
      </span>
      {problem && <ProblemNote problem={problem} title="Nothing was chosen" className="w-full" />}
    </>
  );
}
