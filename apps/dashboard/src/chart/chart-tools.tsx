import { Maximize2, ZoomOut } from 'lucide-react';
import type { RefObject } from 'react';
import type uPlot from 'uplot';
import { Button, IconButton } from '@/ui/button';
import { ExportMenu } from './export-menu';
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
      <ExportMenu
        title={title}
        formats={[
          {
            name: 'Picture (PNG)',
            save: () => plot.current && savePng(title, lines, plot.current),
          },
          { name: 'Drawing (SVG)', save: () => saveSvg(title, unit, lines) },
          { name: 'Numbers (CSV)', save: () => saveCsv(title, lines) },
        ]}
        container={figure.current}
      />
      <IconButton name={`${title} on the full screen`} onClick={toggleFullScreen}>
        <Maximize2 aria-hidden />
      </IconButton>
    </span>
  );
}
