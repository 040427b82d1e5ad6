import { Image, type LucideIcon, Shapes, Table2, Type } from 'lucide-react';
import type { Modality } from '@/generated/graphql';

type Look = { one: string; many: string; icon: LucideIcon };

const LOOKS: Record<Modality, Look> = {
  IMAGE: { one: 'image', many: 'images', icon: Image },
  TEXT: { one: 'text', many: 'texts', icon: Type },
  TABLE: { one: 'table row', many: 'table rows', icon: Table2 },
};

const UNKNOWN: Look = { one: 'example', many: 'examples', icon: Shapes };

/** How a modality is called and drawn; it is unknown while an import reads its first file. */
export const modalityLook = (modality: Modality | null | undefined): Look =>
  modality ? LOOKS[modality] : UNKNOWN;
