import { formatCount } from '@/format/number';

type Layer = { name: string; kind: string; outputShape: number[]; parameters: number };

/** The layers behind a built-in encoder: where there are none, the encoder is the whole model. */
export function LayersTable({ layers }: { layers: Layer[] }) {
  if (layers.length === 0)
    return (
      <p className="max-w-[72ch] text-muted">
        This model is a built-in encoder. Its own layers are not listed here; those that training adds to it
        are.
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
    <section tabIndex={0} aria-label="Layers, scrolling" className="max-h-[70vh] overflow-auto border-y">
      <table aria-label="Layers" className="w-full">
        <thead className="sticky top-0 bg-canvas">
          <tr className="text-muted [&>th]:h-9 [&>th]:font-normal">
            <th scope="col">Layer</th>
            <th scope="col">Kind</th>
            <th scope="col" className="text-right">
              Output
            </th>
            <th scope="col" className="text-right">
              Parameters
            </th>
          </tr>
        </thead>
        <tbody>
          {layers.map(({ name, kind, outputShape, parameters }) => (
            <tr key={name} className="border-t [&>td]:py-1.5">
              <td className="pr-3 font-medium">{name}</td>
              <td className="pr-3 text-muted">{kind}</td>
              <td className="text-right whitespace-nowrap">{outputShape.join(' × ')}</td>
              <td className="pl-3 text-right">{formatCount(parameters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
