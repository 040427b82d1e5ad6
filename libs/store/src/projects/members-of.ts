import type { Role } from '@kshot/domain';
import type pg from 'pg';

/** Somebody in a project. */
export interface Member {
  readonly projectId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Who is in projects, by name. */
export async function membersOf(pool: pg.Pool, projectIds: readonly string[]): Promise<Member[]> {
  const { rows } = await pool.query<Member>(
    `select m.project_id as "projectId", p.id as "personId", p.name, p.email, m.role
     from project_member m join person p on p.id = m.person_id where m.project_id = any($1) order by p.name, p.id`,
    [projectIds],
  );
  return rows;
}
