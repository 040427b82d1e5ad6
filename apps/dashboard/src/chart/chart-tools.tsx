import { Download, Maximize2, ZoomOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { RefObject } from 'react';
import type uPlot from 'uplot';
import { Button, IconButton } from '@/ui/button';
import { MENU, MENU_ITEM } from '@/ui/menu';
import type { Line } from './line';
import { saveCsv, savePng, saveSvg } from './save-chart';

type Props = {
  title: string;
  unit: string;
  lines: Line[];
  plot: RefObject<uPlot | null>;
  figure: RefObject<HTMLElement | null>;
  zoomed: boolean;
  onUnzoom: () => void;
  /** Null where a logarithmic axis makes no sense. */
  logarithmic: boolean | null;
  onLogarithmic: (on: boolean) => void;
};

export function ChartTools(props: Props) {
  const { title, unit, lines, plot, figure, zoomed, onUnzoom, logarithmic, onLogarithmic } = props;
  const toggleFullScreen = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : figure.current?.requestFullscreen());
  return (
    <span className="ml-auto flex items-center">
      {zoomed && (
        <IconButton name="All steps" onClick={onUnzoom} className="text-accent">
          <ZoomOut aria-hidden />
        </IconButton>
      )}
      {logarithmic !== null && (
        <Button
          look="quiet"
          aria-pressed={logarithmic}
          title="Logarithmic axis"
          className={logarithmic ? 'text-accent' : ''}
          onClick={() => onLogarithmic(!logarithmic)}
        >
          log
        </Button>
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <IconButton name={`Export ${title}`}>
            <Download aria-hidden />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal container={figure.current ?? undefined}>
          <DropdownMenu.Content align="end" sideOffset={4} className={MENU}>
            <DropdownMenu.Item
              className={MENU_ITEM}
              onSelect={() => plot.current && savePng(title, lines, plot.current)}
            >
              Picture (PNG)
            </DropdownMenu.Item>
            <DropdownMenu.Item className={MENU_ITEM} onSelect={() => saveSvg(title, unit, lines)}>
              Drawing (SVG)
            </DropdownMenu.Item>
            <DropdownMenu.Item className={MENU_ITEM} onSelect={() => saveCsv(title, lines)}>
              Numbers (CSV)
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <IconButton name={`${title} on the full screen`} onClick={toggleFullScreen}>
        <Maximize2 aria-hidden />
      </IconButton>
    </span>
  );
}
