/** What may be done: look, ask models, make and change things, administer people. */
export const scopes = ['READ', 'PREDICT', 'TRAIN', 'ADMIN'] as const;
export type Scope = (typeof scopes)[number];

/** What the role of a person allows. */
export const roleScopes = {
  VIEWER: ['READ', 'PREDICT'],
  EDITOR: ['READ', 'PREDICT', 'TRAIN'],
  ADMIN: scopes,
} as const satisfies Record<string, readonly Scope[]>;
export type Role = keyof typeof roleScopes;
export const roles = Object.keys(roleScopes) as Role[];
