import { sankey, sankeyLinkHorizontal, type SankeyNode } from 'd3-sankey';
import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { Chart, frameOf } from '../../controls/charts';
import { colorVar } from '../../controls/colors';
import { useLanguage } from '../../controls/LanguageProvider';
import type { FlowEnd, FlowLink, FlowPlace } from '../../insight/flow';
import styles from './Insights.module.css';

/** Room above for the stages' names, in two rows so that neighbours do not meet; at the right for the ends'. */
const FRAME = frameOf(420, { left: 1, right: 150, top: 52, below: 8 });

/** From top to bottom. */
const END_COLORS: Readonly<Record<FlowEnd, string>> = {
  success: 'var(--kpi-met)',
  neutral: 'var(--line-strong)',
  'in-journey': 'var(--accent)',
  loss: 'var(--emotion-n1)',
  'drop-off': 'var(--kpi-missed)',
  'cut-off': 'var(--line-strong)',
};

interface Node {
  readonly key: string;
  readonly color: string;
  readonly isStage: boolean;
}
interface Link {
  readonly key: string;
}

/** The key of a place of the flow: a stage's id, or the end itself. */
export const placeKeyOf = (place: FlowPlace) => (place.kind === 'stage' ? place.id : place.end);

export interface FlowChartProps {
  readonly map: JourneyMap;
  readonly links: readonly FlowLink[];
  /** All customers drawn. */
  readonly walks: number;
  readonly nameOf: (key: string) => string;
}

/** Stages from left to right, ends at the right; as thick as customers are many. */
export function FlowChart({ map, links, walks, nameOf }: FlowChartProps) {
  const { t } = useLanguage();
  const graph = layoutOf(map, links);
  const path = sankeyLinkHorizontal<Node, Link>();
  return (
    <Chart label={t('insights.flow.title')} frame={FRAME} className={styles.flow}>
      {graph.links.map((link) => (
        <path
          key={link.key}
          d={path(link) ?? ''}
          strokeWidth={Math.max(1, link.width ?? 0)}
          stroke={typeof link.target === 'object' ? link.target.color : undefined}
        />
      ))}
      {graph.nodes.map((node, index) => (
        <FlowNode
          key={node.key}
          node={node}
          row={14 + (index % 2) * 20}
          name={nameOf(node.key)}
          share={(node.value ?? 0) / walks}
        />
      ))}
    </Chart>
  );
}

interface FlowNodeProps {
  readonly node: SankeyNode<Node, Link>;
  /** Where a stage's name stands. */
  readonly row: number;
  readonly name: string;
  readonly share: number;
}

/** A bar with its name: of a stage above, of an end beside. */
function FlowNode({ node, row, name, share }: FlowNodeProps) {
  const { percent } = useLanguage();
  const { color, isStage, x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
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

function layoutOf(map: JourneyMap, links: readonly FlowLink[]) {
  const used = new Set(links.flatMap(({ from, to }) => [from, placeKeyOf(to)]));
  const nodes: Node[] = [
    ...inOrder(map.stages).map(([key, { color }]) => ({
      key,
      color: colorVar(color),
      isStage: true,
    })),
    ...Object.entries(END_COLORS).map(([key, color]) => ({ key, color, isStage: false })),
  ].filter(({ key }) => used.has(key));
  const indexOf = (key: string) => nodes.findIndex((node) => node.key === key);
  return sankey<Node, Link>()
    .nodeWidth(10)
    .nodePadding(18)
    .nodeSort((a, b) => indexOf(a.key) - indexOf(b.key))
    .extent([
      [FRAME.left, FRAME.top],
      [FRAME.right, FRAME.bottom],
    ])({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map(({ from, to, customers }) => ({
      key: `${from}>${placeKeyOf(to)}`,
      source: indexOf(from),
      target: indexOf(placeKeyOf(to)),
      value: customers,
    })),
  });
}
