'use client';
import { useQuery } from 'urql';
import type { ViewerQuery as Answered } from '@/generated/graphql';
import { useProjects } from '@/projects/use-projects';
import { Answer } from '@/ui/answer';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { Tabs } from '@/ui/tabs';
import { useUrlValue } from '@/url/use-list-state';
import { ViewerQuery } from './access.operations';
import { KeysTab } from './keys/keys-tab';
import { LogTab } from './log-tab';
import { OwnPassword } from './people/own-password';
import { PeopleTab } from './people/people-tab';
import { ProjectsTab } from './projects/projects-tab';
import { roleName } from './role-names';

export type Viewer = Answered['viewer'];

/** Who may come in: accounts, keys of programs, and the log of what they did. */
export function AccessPage() {
  const [{ data, error }, refetch] = useQuery({ query: ViewerQuery });
  const [tab, setTab] = useUrlValue('tab');
  const projects = useProjects();
  return (
    <>
      <PageTitle title="Access" />
      <Answer data={data} error={error} retry={() => refetch({ requestPolicy: 'network-only' })}>
        {({ viewer }) => {
          const isAdmin = viewer.scopes.includes('ADMIN');
          const keys = { key: 'keys', title: 'Keys', content: <KeysTab viewer={viewer} /> };
          const password = { key: 'password', title: 'Password', content: <OwnPassword /> };
          const administers = isAdmin && viewer.kind !== 'LOCAL';
          const isShared = administers || projects.length > 0;
          const tabs = [
            ...(isAdmin
              ? [{ key: 'people', title: 'Accounts', content: <PeopleTab viewer={viewer} /> }]
              : []),
            ...(isShared
              ? [{ key: 'projects', title: 'Projects', content: <ProjectsTab isAdmin={isAdmin} /> }]
              : []),
            keys,
            ...(viewer.kind === 'PERSON' ? [password] : []),
            ...(isAdmin ? [{ key: 'log', title: 'Log', content: <LogTab /> }] : []),
          ];
          return (
            <>
              <PageHeader
                title="Access"
                under={whoText(viewer)}
                actions={isAdmin && <ButtonLink href="/system">System</ButtonLink>}
              />
              <Tabs value={tab ?? tabs[0]!.key} onChange={setTab} tabs={tabs} />
            </>
          );
        }}
      </Answer>
    </>
  );
}

function whoText({ kind, name, role }: Viewer): string {
  switch (kind) {
    case 'LOCAL':
      return 'There are no accounts: everybody on this machine may do everything. With the first account, everybody has to sign in.';
    case 'TOKEN':
      return 'You came in with the access token, which may do everything.';
    default:
      return `You are signed in as ${name}${role ? `, ${roleName(role).toLowerCase()}` : ''}.`;
  }
}
