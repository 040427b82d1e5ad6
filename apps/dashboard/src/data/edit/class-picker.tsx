'use client';
import { type Ref, useState } from 'react';
import { useQuery } from 'urql';
import { useSettled } from '@/ui/use-settled';
import { ProposedClassesQuery } from '../gallery.operations';
import { ClassForm } from './class-form';

type Props = {
  versionId: string;
  label: string;
  verb: string;
  onPick: (name: string) => void;
  fieldRef?: Ref<HTMLInputElement>;
};

/** A class of a version by its name, proposed while one types; another name makes a new class. */
export function ClassPicker({ versionId, ...form }: Props) {
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim(), 200);
  const [{ data }] = useQuery({
    query: ProposedClassesQuery,
    variables: { versionId, search: search || undefined },
  });
  const names = data?.dataSetVersion?.classes.nodes.map((each) => each.name) ?? [];
  return <ClassForm names={names} onType={setTyped} {...form} />;
}
