/** What a list shows: all of it is in the address, so that a link shows the same. */
export type ListState = {
  search: string;
  sort: string;
  descending: boolean;
  /** Chosen values by filter name; an absent or empty list filters nothing. */
  filters: Record<string, string[]>;
  /** Keys of the columns shown, in the table's order. */
  columns: string[];
};

/** How a list is before anybody touches it, what it can be sorted by, and what each of its filters can be; null says: anything. */
export type ListDefaults = {
  sort: string;
  sorts: readonly string[];
  descending: boolean;
  filters: Record<string, readonly string[] | null>;
  columns: string[];
};

/** What the address says that the list does not know is passed over. */
export function readListState(params: URLSearchParams, defaults: ListDefaults): ListState {
  const asked = params.get('sort');
  const sort = defaults.sorts.includes(asked?.replace(/^-/, '') ?? '') ? asked : null;
  const words = (name: string) => params.get(name)?.split('.').filter(Boolean) ?? [];
  return {
    search: params.get('q') ?? '',
    sort: sort?.replace(/^-/, '') || defaults.sort,
    descending: sort ? sort.startsWith('-') : defaults.descending,
    filters: Object.fromEntries(
      Object.entries(defaults.filters).map(([name, known]) => [
        name,
        words(name).filter((word) => known === null || known.includes(word)),
      ]),
    ),
    columns: params.has('columns') ? words('columns') : defaults.columns,
  };
}

/** The address' query; what is as by default is left out. */
export function writeListState(state: ListState, defaults: ListDefaults): URLSearchParams {
  const params = new URLSearchParams();
  if (state.search) params.set('q', state.search);
  if (state.sort !== defaults.sort || state.descending !== defaults.descending) {
    params.set('sort', `${state.descending ? '-' : ''}${state.sort}`);
  }
  for (const name of Object.keys(defaults.filters)) {
    const values = state.filters[name] ?? [];
    if (values.length > 0) params.set(name, values.join('.'));
  }
  if (state.columns.join() !== defaults.columns.join()) params.set('columns', state.columns.join('.'));
  return params;
}
