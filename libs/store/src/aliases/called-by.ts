export const USUAL_ALIAS = 'production';

/** intents@staging; production goes without saying. */
export const calledBy = ({ name, alias }: { readonly name: string; readonly alias: string }): string =>
  alias === USUAL_ALIAS ? name : `${name}@${alias}`;
