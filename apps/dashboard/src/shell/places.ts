import {
  Activity,
  Boxes,
  Database,
  FlaskConical,
  House,
  type LucideIcon,
  Presentation,
  Scale,
} from 'lucide-react';

export type Place = { href: string; title: string; icon: LucideIcon };

/** The pages that the navigation and the command palette offer. */
export const PLACES: Place[] = [
  { href: '/', title: 'Home', icon: House },
  { href: '/data', title: 'Data', icon: Database },
  { href: '/teach', title: 'Teach', icon: Presentation },
  { href: '/runs', title: 'Runs', icon: Activity },
  { href: '/models', title: 'Models', icon: Boxes },
  { href: '/studies', title: 'Studies', icon: Scale },
  { href: '/evaluations', title: 'Evaluations', icon: FlaskConical },
];

export const isAt = (pathname: string, href: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`);
