import { DomainError } from '@kshot/domain';
import { getOwn, getRow, updateModel as updateRow } from '@kshot/store';
import { Field, ID, InputType } from 'type-graphql';
import type { Context } from '../context.js';
import { nameFor } from '../schema/name-for.js';
import { type Model, presentModel } from './model.type.js';

const MOST_TAGS = 20;
const LONGEST_NOTE = 10_000;
/** Tags are put into addresses of lists, where a dot parts them. */
const TAG = /^[\p{L}\p{N}][\p{L}\p{N} _:/-]{0,39}$/u;

@InputType({ description: 'What to change of a model; what is left out stays.' })
export class UpdateModelInput {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Its new name. Names that it is served by stay.' })
  name?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'All its tags, at most 20: letters, digits, spaces and _ : / -.',
  })
  tags?: string[] | null;
  @Field(() => String, { nullable: true, description: 'What is to be known of it; empty removes it.' })
  note?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Archives it, or brings it back. An archived model is left out of lists and suggestions; it still answers by its id and its aliases.',
  })
  archived?: boolean | null;
}

export async function updateModel(
  { store }: Context,
  { id, name, tags, note, archived }: UpdateModelInput,
): Promise<Model> {
  await getOwn(store, 'model', id);
  await updateRow(store.pool, id, {
    name: name == null ? undefined : nameFor('model', name),
    tags: tags == null ? undefined : checkedTags(tags),
    note: note == null ? undefined : checkedNote(note.trim()),
    archived: archived ?? undefined,
  });
  return presentModel(await getRow(store, 'model', id));
}

function checkedTags(tags: readonly string[]): string[] {
  const own = [...new Set(tags.map((tag) => tag.trim()))];
  const odd = own.find((tag) => !TAG.test(tag));
  if (odd !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `“${odd.slice(0, 60)}” cannot be a tag. A tag has at most 40 letters, digits, spaces and _ : / -, and begins with a letter or digit.`,
    );
  if (own.length > MOST_TAGS) throw new DomainError('BAD_INPUT', `A model has at most ${MOST_TAGS} tags.`);
  return own;
}

function checkedNote(note: string): string {
  if (note.length <= LONGEST_NOTE) return note;
  throw new DomainError(
    'BAD_INPUT',
    `A note has at most ${LONGEST_NOTE} characters; this one has ${note.length}.`,
  );
}
