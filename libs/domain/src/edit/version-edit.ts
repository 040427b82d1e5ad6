import * as z from 'zod';

const name = z.string().min(1).max(255);

/** What is done to a version to make the next one. Rows count the labelled examples first, then the unlabelled ones. */
export const versionEdit = z.object({
  /** Old and new names of classes; several with one new name are merged. */
  renamed: z.array(z.tuple([name, name])).default([]),
  /** Old names of classes whose examples are left out, but for those that are moved. */
  removedClasses: z.array(name).default([]),
  removed: z.array(z.number().int()).default([]),
  /** Rows with the class that they get. Names are those after renaming. */
  moved: z.array(z.tuple([z.number().int(), name])).default([]),
  /** Blob of JSON lines, each a class with an example. */
  addedHash: z.string().optional(),
  /** Files whose examples are added; without a class each example has the one that its file gives. */
  files: z
    .array(z.object({ uploadHash: z.string(), fileName: z.string(), className: name.nullable() }))
    .default([]),
});
export type VersionEdit = z.infer<typeof versionEdit>;

/** Whether an edit leaves everything as it is. */
export const isEmptyEdit = ({ addedHash, ...lists }: VersionEdit): boolean =>
  addedHash === undefined && Object.values(lists).every((list) => list.length === 0);

/** An example that came with the request, as the API writes it on a line of JSON and the worker reads it. Bytes are base64. */
export interface AddedLine {
  readonly className: string;
  readonly name: string;
  readonly image?: string;
  readonly text?: string;
  readonly row?: readonly { readonly column: string; readonly value: string | null }[];
}
