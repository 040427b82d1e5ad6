import {
  Activity,
  Boxes,
  Database,
  FlaskConical,
  House,
  KeyRound,
  type LucideIcon,
  Presentation,
  Scale,
  Server,
} from 'lucide-react';

export type Place = { href: string; title: string; icon: LucideIcon };

/** The pages that the navigation offers. */
export const PLACES: Place[] = [
  { href: '/', title: 'Home', icon: House },
  { href: '/data', title: 'Data', icon: Database },
  { href: '/teach', title: 'Teach', icon: Presentation },
  { href: '/runs', title: 'Runs', icon: Activity },
  { href: '/models', title: 'Models', icon: Boxes },
  { href: '/studies', title: 'Studies', icon: Scale },
  { href: '/evaluations', title: 'Evaluations', icon: FlaskConical },
];

/** Those of the command palette, which has room for what few need. */
export const ALL_PLACES: Place[] = [
  ...PLACES,
  { href: '/access', title: 'Access', icon: KeyRound },
  { href: '/system', title: 'System', icon: Server },
];

export const isAt = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
