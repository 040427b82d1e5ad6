import type { Role } from '@kshot/domain';
import type pg from 'pg';
import type { Credential, Person } from '../rows/rows.js';

/** A person's place in a project. */
export interface Membership {
  readonly projectId: string;
  readonly role: Role;
}
export interface Holder {
  readonly credential: Omit<Credential, 'secretDigest' | 'createdAt'>;
  readonly person: Pick<Person, 'name' | 'role' | 'disabledAt'> | null;
  /** The oldest project first. */
  readonly memberships: readonly Membership[];
}

/** A session or key with whose it is and their projects, in one statement; null where there is none. */
export async function findHolder(
  pool: pg.Pool,
  by: { readonly id: string } | { readonly secretDigest: string },
): Promise<Holder | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['secret_digest', by.secretDigest];
  const { rows } = await pool.query<Flat>(
    `select c.id, c.kind, c.person_id as "personId", c.name, c.scopes, c.project_id as "projectId",
       c.requests_per_minute as "requestsPerMinute", c.expires_at as "expiresAt", c.last_used_at as "lastUsedAt",
       c.revoked_at as "revokedAt", p.name as "personName", p.role, p.disabled_at as "disabledAt",
       (select coalesce(json_agg(json_build_object('projectId', m.project_id, 'role', m.role) order by o.created_at, o.id), '[]')
        from project_member m join project o on o.id = m.project_id where m.person_id = p.id) as memberships
     from credential c left join person p on p.id = c.person_id where c.${column} = $1`,
    [value],
  );
  if (!rows[0]) return null;
  const { personName, role, disabledAt, memberships, ...credential } = rows[0];
  const person = credential.personId && role ? { name: personName, role, disabledAt } : null;
  return { credential, person, memberships };
}

type Flat = Holder['credential'] & {
  readonly personName: string;
  /** Null without an account. */
  readonly role: Role | null;
  readonly disabledAt: Date | null;
  readonly memberships: Membership[];
};
