import { X } from 'lucide-react';
import Image from 'next/image';
import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { PixelPicture } from '@/data/pixel-picture';
import type { Look, SupportExample } from './support';

type Props = { example: SupportExample; name: string; onRemove: () => void };

/** An example of a new class; pressing it takes it out. */
export function SupportTile({ example, name, onRemove }: Props) {
  return (
    <button
      type="button"
      aria-label={`Remove ${name}`}
      title={`Remove ${name}`}
      onClick={onRemove}
      className="group/tile relative max-w-full rounded text-left"
    >
      <Shown look={example.look} />
      <X
        aria-hidden
        className="absolute -top-1 -right-1 size-4 rounded-full border bg-surface p-0.5 opacity-0 group-hover/tile:opacity-100 group-focus-visible/tile:opacity-100"
      />
    </button>
  );
}

function Shown({ look }: { look: Look }) {
  if (look.kind === 'picture')
    return (
      <Image
        unoptimized
        src={look.url}
        alt=""
        width={48}
        height={48}
        className="thumbnail size-12 rounded border bg-white object-cover"
      />
    );
  if (look.kind === 'pixels')
    return <PixelPicture values={look.values} name="" className="size-12 rounded border" />;
  if (look.kind === 'example' && isPicture(look.example))
    return <ExamplePicture example={look.example} size={48} label="" />;
  const text = look.kind === 'text' ? look.text : exampleText(look.example);
  return <span className="block truncate rounded border px-2 py-1 hover:bg-sunken">{text}</span>;
}
