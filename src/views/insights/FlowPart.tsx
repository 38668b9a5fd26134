import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { useMemo } from 'react';
import { inOrder } from '../../map/records';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import styles from './Insights.module.css';
import { Part } from './Part';
import { type FlowEnd, type FlowLink, type FlowPlace, stageFlow } from '../../insight/flow';
import type { PartProps } from './VerdictPart';

const WIDTH = 1000;
const HEIGHT = 420;
/** Room above for the stages' names, in two rows so that neighbours do not meet. */
const HEAD = 52;
const ENDS: readonly FlowEnd[] = [
  'success',
  'neutral',
  'in-journey',
  'loss',
  'drop-off',
  'cut-off',
];
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
  readonly name: string;
  readonly color: string;
}
interface Link {
  readonly key: string;
}

const keyOf = (place: FlowPlace) => (place.kind === 'stage' ? place.id : place.end);

/** How far people get, and where they end, drawn as thickness. */
export function FlowPart({ run, map }: PartProps) {
  const { t, percent, number } = useLanguage();
  const links = useMemo(() => stageFlow(map, run), [map, run]);
  const walks = run.walks.customer.length;
  const nameOf = (key: string) =>
    map.stages[key]
      ? map.stages[key].name || t('canvas.unnamedStage')
      : t(`insights.end.${key as FlowEnd}`);
  const graph = layoutOf(links);
  if (!graph) return null;

  function layoutOf(all: readonly FlowLink[]) {
    const used = new Set(all.flatMap(({ from, to }) => [from, keyOf(to)]));
    const nodes: Node[] = [
      ...inOrder(map.stages)
        .filter(([id]) => used.has(id))
        .map(([id, { color }]) => ({
          key: id,
          name: nameOf(id),
          color: `var(--color-${color}-solid)`,
        })),
      ...ENDS.filter((end) => used.has(end)).map((end) => ({
        key: end,
        name: nameOf(end),
        color: END_COLORS[end],
      })),
    ];
    if (nodes.length < 2) return null;
    const indexOf = (key: string) => nodes.findIndex((node) => node.key === key);
    return sankey<Node, Link>()
      .nodeWidth(10)
      .nodePadding(18)
      .nodeSort((a, b) => indexOf(a.key) - indexOf(b.key))
      .extent([
        [1, HEAD],
        [WIDTH - 150, HEIGHT - 8],
      ])({
      nodes: nodes.map((node) => ({ ...node })),
      links: all.map(({ from, to, customers }) => ({
        key: `${from}>${keyOf(to)}`,
        source: indexOf(from),
        target: indexOf(keyOf(to)),
        value: customers,
      })),
    });
  }

  const path = sankeyLinkHorizontal<Node, Link>();
  return (
    <Part title={t('insights.flow.title')} text={t('insights.flow.text', { walks: number(walks) })}>
      <div className={styles.wide}>
        <svg
          className={styles.flow}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t('insights.flow.title')}
        >
          {graph.links.map((link) => (
            <path
              key={link.key}
              d={path(link) ?? ''}
              strokeWidth={Math.max(1, link.width ?? 0)}
              stroke={typeof link.target === 'object' ? link.target.color : undefined}
            />
          ))}
          {graph.nodes.map(
            ({ key, name, color, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }, index) => {
              const isStage = map.stages[key] !== undefined;
              const row = 14 + (index % 2) * 20;
              return (
                <g key={key}>
                  {isStage && (
                    <line className={styles.leader} x1={x0 + 5} x2={x0 + 5} y1={row + 6} y2={y0} />
                  )}
                  <rect
                    x={x0}
                    y={y0}
                    width={x1 - x0}
                    height={Math.max(1, y1 - y0)}
                    fill={color}
                    rx={2}
                  />
                  <text
                    x={isStage ? x0 : x1 + 6}
                    y={isStage ? row : (y0 + y1) / 2}
                    dominantBaseline={isStage ? 'auto' : 'middle'}
                  >
                    {name}{' '}
                    <tspan className={styles.flowShare}>
                      {percent(value / walks, { digits: value / walks < 0.01 ? 1 : 0 })}
                    </tspan>
                  </text>
                </g>
              );
            },
          )}
        </svg>
      </div>
      <details className={styles.details}>
        <summary>{t('insights.asTable')}</summary>
        <Table label={t('insights.flow.title')}>
          <thead>
            <tr>
              <HeadCell>{t('insights.flow.from')}</HeadCell>
              <HeadCell>{t('insights.flow.to')}</HeadCell>
              <HeadCell numeric>{t('insights.share')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {links.map(({ from, to, customers }) => (
              <tr key={`${from}>${keyOf(to)}`}>
                <Cell>{nameOf(from)}</Cell>
                <Cell>{nameOf(keyOf(to))}</Cell>
                <Cell numeric>{percent(customers / walks)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Part>
  );
}
