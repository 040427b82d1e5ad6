'use client';
import { usePathname } from 'next/navigation';
import { Link } from '@/ui/link';
import { isAt, PLACES } from './places';

/** A column of links at the left of a wide window, a row at the foot of a narrow one. */
export function Navigation({ narrow = false }: { narrow?: boolean }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={narrow ? 'Pages, narrow' : 'Pages'}
      className={narrow ? 'flex' : 'flex flex-col gap-0.5'}
    >
      {PLACES.map(({ href, title, icon: Icon }) => {
        const here = isAt(pathname, href);
        const look = here ? 'text-ink font-medium' : 'text-muted hover:text-ink';
        const shape = narrow
          ? 'flex-auto flex-col justify-center gap-0.5 py-2 text-[10px] leading-4'
          : `h-8 gap-2.5 rounded-md px-2.5 ${here ? 'bg-sunken' : 'hover:bg-sunken'}`;
        return (
          <Link
            key={href}
            href={href}
            aria-current={here ? 'page' : undefined}
            className={`flex items-center ${shape} ${look}`}
          >
            <Icon className={`size-4 ${here ? 'text-accent' : ''}`} aria-hidden />
            {title}
          </Link>
        );
      })}
    </nav>
  );
}
