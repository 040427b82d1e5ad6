import { DomainError } from '@kshot/domain';
import { type Alias, isTaken, type Store, updateRow } from '@kshot/store';

/** Opens the page of an alias to anybody, or closes it. Throws CONFLICT where that address is taken, which anybody can see. */
export const shareAlias = (store: Store, id: string, shared: boolean): Promise<Alias> =>
  updateRow(store, 'alias', id, { shared }).catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    throw new DomainError(
      'CONFLICT',
      'Another model is shared under this name already. Point another name to this one, and share that.',
    );
  });
