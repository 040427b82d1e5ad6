/** What programs call a served model: intents, or intents@staging; production goes without saying. */
export const calledBy = ({ name, alias }: { name: string; alias: string }): string =>
  alias === 'production' ? name : `${name}@${alias}`;
