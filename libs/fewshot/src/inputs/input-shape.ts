import { columnWidth } from './columns/column-kinds.js';
import type { InputSpec } from './input-spec.js';

/** The shape of one example as the network sees it. */
export function inputShape(spec: InputSpec): readonly number[] {
  switch (spec.modality) {
    case 'IMAGE':
      return [spec.height, spec.width, spec.channels];
    case 'TEXT':
      return [spec.features];
    case 'TABLE':
      return [spec.columns.reduce((sum, column) => sum + columnWidth(column), 0)];
  }
}
