import type { AddExamplesInput, AddFileInput, EditVersionInput } from '@/generated/graphql';
import type { Outcome } from './changes';

interface Sent {
  readonly add: AddExamplesInput[];
  readonly addFiles: AddFileInput[];
}

/** An edit together with changes to the same version that wait beside it. What the edit does to an example counts; classes go by their new names. */
export function withChanges(
  edit: EditVersionInput,
  { input, nameOf }: Pick<Outcome, 'input' | 'nameOf'>,
  sent: Sent,
): EditVersionInput {
  const relabel = (edit.relabel ?? []).map((each) => ({ ...each, class: nameOf(each.class) }));
  const remove = edit.remove ?? [];
  const own = new Set([...remove, ...relabel.map(({ exampleId }) => exampleId)]);
  const files = (edit.addFiles ?? []).map((file) => ({ ...file, class: file.class && nameOf(file.class) }));
  return {
    ...edit,
    ...input,
    addClasses: [...new Set([...input.addClasses, ...(edit.addClasses ?? []).map(nameOf)])],
    relabel: [...input.relabel.filter(({ exampleId }) => !own.has(exampleId)), ...relabel],
    remove: [...input.remove.filter((id) => !own.has(id)), ...remove],
    add: [...sent.add, ...(edit.add ?? [])],
    addFiles: [...sent.addFiles, ...files],
  };
}
