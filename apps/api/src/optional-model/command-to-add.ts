/** Downloads a model that does not ship, and registers it. */
export const commandToAdd = (name: string): string => `npm run models -- add ${name}`;
