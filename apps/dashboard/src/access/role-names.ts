import type { Role, Scope } from '@/generated/graphql';

const ROLES: Record<Role, { name: string; may: string }> = {
  VIEWER: { name: 'Viewer', may: 'looks at everything and asks models' },
  EDITOR: { name: 'Editor', may: 'also makes and changes data sets, runs and models' },
  ADMIN: { name: 'Administrator', may: 'also administers accounts and keys' },
};

export const roleChoices = (Object.keys(ROLES) as Role[]).map((role) => ({ role, ...ROLES[role] }));
export const roleName = (role: Role): string => ROLES[role].name;

export const SCOPES: { scope: Scope; name: string; may: string }[] = [
  { scope: 'READ', name: 'Read', may: 'looks at everything' },
  { scope: 'PREDICT', name: 'Predict', may: 'asks models' },
  { scope: 'TRAIN', name: 'Train', may: 'makes and changes data sets, runs and models' },
  { scope: 'ADMIN', name: 'Administer', may: 'administers accounts and keys' },
];
export const scopeName = (wanted: Scope): string =>
  SCOPES.find(({ scope }) => scope === wanted)?.name ?? wanted;
