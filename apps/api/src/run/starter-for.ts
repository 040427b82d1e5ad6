import { readFileSync } from 'node:fs';
import { type Modality, root } from '@kshot/domain';
import { findRows, type Model, type Store } from '@kshot/store';

const starters = JSON.parse(readFileSync(new URL('models/index.json', root), 'utf8')) as readonly {
  readonly name: string;
}[];

/** The model of other data to start from, of this project or shipped: one called `preferred`, else of those that ship the first in their list, else the first that was registered. */
export async function starterFor(
  store: Store,
  modality: Modality,
  projectId: string | null = null,
  preferred?: string,
): Promise<Model | undefined> {
  const oldest = { by: 'createdAt', take: 100 } as const;
  const own = { modality, versionId: null, runId: null, parentId: null, archivedAt: null };
  const named = preferred ? await findRows(store, 'model', { ...own, name: preferred }, oldest) : [];
  const models = [...named, ...(await findRows(store, 'model', own, oldest))];
  // Sentence encoders have no classes; a meta-model of pictures is for such pictures as it was trained on.
  const usable = models.filter(
    (model) =>
      (modality === 'TEXT' || !model.manifest.meta) &&
      (projectId === null || model.shipped || model.projectId === projectId),
  );
  const wanted = usable.find(({ name }) => name === preferred);
  if (wanted) return wanted;
  const best = starters.find(({ name }) => usable.some((model) => model.name === name));
  return usable.find(({ name }) => name === best?.name) ?? usable[0];
}
