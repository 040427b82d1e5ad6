import type { HeadKind } from '../head-kind.js';
import { linearLayers, linearNumbers } from '../head-layers.js';
import { discriminant } from '../linear/discriminant.js';

export const ldaKind: HeadKind<'LDA'> = {
  name: 'LDA',
  title: 'Linear discriminant',
  description:
    'Class means, by how examples vary around them: a covariance that is shrunk as far as they are few.',
  whenToUse: 'Five or more examples to a class, few classes or columns that vary together; nothing to tune.',
  paper:
    'Fisher 1936, doi:10.1111/j.1469-1809.1936.tb02137.x; Ledoit and Wolf 2004, doi:10.1016/S0047-259X(03)00096-4',
  options: [],
  byColumn: true,
  fit: (support) => linearLayers(discriminant(support)),
  storedNumbers: linearNumbers,
};
