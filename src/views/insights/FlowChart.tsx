import { sankeyLinkHorizontal, type SankeyNode } from 'd3-sankey';
import type { JourneyMap } from '../../map/schema';
import { Chart, frameOf } from '../../controls/charts';
import { colorVar } from '../../controls/colors';
import { useLanguage } from '../../controls/LanguageProvider';
import {
  type FlowBand,
  type FlowEnd,
  flowLayout,
  type FlowLink,
  type DrawnPlace,
} from '../../insight/flow';
import styles from './Insights.module.css';

/** Room above for the stages' names, in two rows so that neighbours do not meet; at the right for the ends'. */
const FRAME = frameOf(420, { left: 1, right: 150, top: 52, below: 8 });

const END_COLORS: Readonly<Record<FlowEnd, string>> = {
  success: 'var(--kpi-met)',
  neutral: 'var(--line-strong)',
  'in-journey': 'var(--accent)',
  loss: 'var(--emotion-n1)',
  'drop-off': 'var(--kpi-missed)',
  'cut-off': 'var(--line-strong)',
};

interface FlowChartProps {
  readonly map: JourneyMap;
  readonly links: readonly FlowLink[];
  /** All customers drawn. */
  readonly walks: number;
  readonly nameOf: (key: string) => string;
}

/** Stages from left to right, ends at the right; as thick as customers are many. */
export function FlowChart({ map, links, walks, nameOf }: FlowChartProps) {
  const { t } = useLanguage();
  const graph = flowLayout(map, links, FRAME);
  const colorOf = ({ key, isStage }: DrawnPlace) => {
    const stage = isStage ? map.stages[key] : undefined;
    return stage ? colorVar(stage.color) : END_COLORS[key as FlowEnd];
  };
  const path = sankeyLinkHorizontal<DrawnPlace, FlowBand>();
  return (
    <Chart label={t('insights.flow.title')} frame={FRAME} className={styles.flow}>
      {graph.links.map((link) => (
        <path
          key={link.key}
          d={path(link) ?? ''}
          strokeWidth={Math.max(1, link.width ?? 0)}
          stroke={typeof link.target === 'object' ? colorOf(link.target) : undefined}
        />
      ))}
      {graph.nodes.map((node, index) => (
        <Bar
          key={node.key}
          node={node}
          color={colorOf(node)}
          row={14 + (index % 2) * 20}
          name={nameOf(node.key)}
          share={(node.value ?? 0) / walks}
        />
      ))}
    </Chart>
  );
}

interface BarProps {
  readonly node: SankeyNode<DrawnPlace, FlowBand>;
  readonly color: string;
  /** Where a stage's name stands. */
  readonly row: number;
  readonly name: string;
  readonly share: number;
}

/** A bar with its name: of a stage above, of an end beside. */
function Bar({ node, color, row, name, share }: BarProps) {
  const { percent } = useLanguage();
  const { isStage, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
  return (
    <g>
      {isStage && <line className={styles.leader} x1={x0 + 5} x2={x0 + 5} y1={row + 6} y2={y0} />}
      <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={color} rx={2} />
      <text
        x={isStage ? x0 : x1 + 6}
        y={isStage ? row : (y0 + y1) / 2}
        dominantBaseline={isStage ? 'auto' : 'middle'}
      >
        {name}{' '}
        <tspan className={styles.flowShare}>
          {percent(share, { digits: share < 0.01 ? 1 : 0 })}
        </tspan>
      </text>
    </g>
  );
}
