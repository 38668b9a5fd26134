import { useMemo } from 'react';
import { nameOf } from '../../map/records';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell } from '../../controls/Table';
import { type FlowEnd, flowNodes, placeKeyOf, stageFlow } from '../../insight/flow';
import { AsTable } from './AsTable';
import { FlowChart } from './FlowChart';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

/** How far people get, and where they end, drawn as thickness. */
export function FlowPart({ run, map }: PartProps) {
  const { t, percent, number } = useLanguage();
  const links = useMemo(() => stageFlow(map, run), [map, run]);
  const walks = run.walks.customer.length;
  const placeName = (key: string) =>
    map.stages[key] ? nameOf(map, 'stages', key, t) : t(`insights.end.${key as FlowEnd}`);
  // From one place to itself there is nothing to draw.
  if (flowNodes(map, links).length < 2) return null;
  return (
    <Part title={t('insights.flow.title')} text={t('insights.flow.text', { walks: number(walks) })}>
      <FlowChart map={map} links={links} walks={walks} nameOf={placeName} />
      <AsTable label={t('insights.flow.title')}>
        <thead>
          <tr>
            <HeadCell>{t('insights.flow.from')}</HeadCell>
            <HeadCell>{t('insights.flow.to')}</HeadCell>
            <HeadCell numeric>{t('insights.share')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {links.map(({ from, to, customers }) => (
            <tr key={`${from}>${placeKeyOf(to)}`}>
              <Cell>{placeName(from)}</Cell>
              <Cell>{placeName(placeKeyOf(to))}</Cell>
              <Cell numeric>{percent(customers / walks)}</Cell>
            </tr>
          ))}
        </tbody>
      </AsTable>
    </Part>
  );
}
