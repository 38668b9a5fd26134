import type { Frame, Mark } from './frame';
import { GridLines } from './GridLines';

interface AxesProps {
  readonly frame: Frame;
  /** From bottom to top: a line across the grid, its text left of it. */
  readonly values: readonly Mark[];
  /** From left to right: text below the grid. */
  readonly places: readonly Mark[];
}

/** The grid of a chart with what is written around it. Drawn first: what is shown stands over it. */
export function Axes({ frame, values, places }: AxesProps) {
  return (
    <g>
      <GridLines marks={values} from={frame.left} to={frame.right} />
      {values.map(({ at, text }) => (
        <text key={at} x={frame.left - 8} y={at} textAnchor="end" dominantBaseline="middle">
          {text}
        </text>
      ))}
      {places.map(({ at, text }) => (
        <text key={at} x={at} y={frame.bottom + 22} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}
