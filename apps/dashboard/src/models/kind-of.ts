import type { Technique } from '@/generated/graphql';

type Kind = { technique: Technique; isMetaModel: boolean; isEncoder: boolean };

/** What sort of model one is: of the technique META are meta-models and the sub-models that they built. */
export function kindOf({ technique, isMetaModel, isEncoder }: Kind): string {
  if (isEncoder) return 'encoder';
  if (isMetaModel) return 'meta-model';
  if (technique === 'META') return 'sub-model';
  return `${technique.toLowerCase()} model`;
}
