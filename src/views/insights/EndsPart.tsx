import { touchpointsInJourneyOrder } from '../../map/layout';
import { hasTime, inOrder, nameOf, nameOfRecord } from '../../map/records';
import type { Estimate } from '../../simulation/results';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { intervalText } from '../../insight';
import styles from './Insights.module.css';
import { Part } from './Part';
import type { PartProps } from './VerdictPart';

interface End {
  readonly key: string;
  readonly name: string;
  readonly share: Estimate;
  readonly tone: 'met' | 'missed' | 'neutral';
}

/** How walks end, for everybody and for each persona. */
export function EndsPart({ run, map }: PartProps) {
  const language = useLanguage();
  const { t, percent } = language;
  const outcomes = touchpointsInJourneyOrder(map).filter(([, { kind }]) => kind === 'outcome');
  const tones = { success: 'met', loss: 'missed', neutral: 'neutral' } as const;
  const ends: End[] = [
    ...outcomes.map(([id, { outcome }]) => ({
      key: id,
      name: nameOf(map, 'touchpoints', id, t),
      share: run.outcomes[id]?.share ?? { value: 0, interval: null },
      tone: tones[outcome],
    })),
    { key: 'drop-off', name: t('run.end.drop-off'), share: run.total.ends.dropOff, tone: 'missed' },
    ...(hasTime(map)
      ? [
          {
            key: 'in-journey',
            name: t('run.end.in-journey'),
            share: run.total.ends.inJourney,
            tone: 'neutral' as const,
          },
        ]
      : []),
  ];
  const personas = inOrder(map.personas).filter(([id]) => (run.personas[id]?.customers ?? 0) > 0);
  const most = Math.max(...ends.map(({ share }) => share.value), 1e-9);
  return (
    <Part title={t('insights.ends.title')} text={t('insights.ends.text')}>
      <Table label={t('insights.ends.title')}>
        <thead>
          <tr>
            <HeadCell>{t('insights.ends.end')}</HeadCell>
            <HeadCell numeric>{t('insights.everybody')}</HeadCell>
            <HeadCell numeric>{t('compare.interval')}</HeadCell>
            {personas.map(([id, persona]) => (
              <HeadCell key={id} numeric>
                {nameOfRecord('personas', persona, t)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {ends.map(({ key, name, share, tone }) => (
            <tr key={key}>
              <HeadCell scope="row">{name}</HeadCell>
              <Cell numeric className={styles.strong}>
                <span className={styles.measure}>
                  <i data-tone={tone} style={{ width: `${(share.value / most) * 4}rem` }} />
                  {percent(share.value, { digits: 1 })}
                </span>
              </Cell>
              <Cell numeric>
                {intervalText(share.interval, 'share', map.currency, language) ?? '–'}
              </Cell>
              {personas.map(([id]) => (
                <Cell key={id} numeric>
                  {percent(shareOf(id, key), { digits: 1 })}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Part>
  );

  function shareOf(persona: string, end: string): number {
    const group = run.personas[persona];
    if (end === 'drop-off') return group?.ends.dropOff.value ?? 0;
    if (end === 'in-journey') return group?.ends.inJourney.value ?? 0;
    return group?.outcomes[end]?.share.value ?? 0;
  }
}
