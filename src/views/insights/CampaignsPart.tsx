import { useStore } from 'zustand';
import { hasMoney, nameOf } from '../../map/records';
import { Button } from '../../controls/Button';
import { useLanguage } from '../../controls/LanguageProvider';
import { Cell, HeadCell, Table } from '../../controls/Table';
import { figure, intervalText } from '../../insight';
import { type CampaignAnswer, campaignReading } from '../../insight/campaigns';
import { Asking } from './Asking';
import type { AnalysisProps } from './BreakEvenPart';
import styles from './Insights.module.css';
import { Known } from './Known';
import { Part } from './Part';

/** What each campaign brings against what it costs, and whether that ends the loss; without money, to the goal. */
export function CampaignsPart({ analysis, map }: AnalysisProps) {
  const { t, number } = useLanguage();
  const campaigns = useStore(analysis.store, (state) => state.campaigns);
  const isAsking = useStore(analysis.store, (state) => state.progress !== null);
  const { currency } = map;
  const isMoney = hasMoney(map);
  const computed = useStore(analysis.store, (state) => state.computed);
  const profit = computed ?? analysis.profit;
  if (Object.keys(map.campaigns).length === 0) return null;
  return (
    <Part
      title={t(isMoney ? 'insights.campaigns.title' : 'insights.campaigns.title.goal')}
      text={t(isMoney ? 'insights.campaigns.text' : 'insights.campaigns.text.goal', {
        customers: number(analysis.customers),
      })}
    >
      <Known answers={campaigns} />
      {campaigns && campaigns.length > 0 && (
        <Table label={t(isMoney ? 'insights.campaigns.title' : 'insights.campaigns.title.goal')}>
          <thead>
            <tr>
              <HeadCell>{t('insights.campaigns.name')}</HeadCell>
              <HeadCell numeric>
                {t(isMoney ? 'insights.campaigns.net' : 'insights.goal.more')}
              </HeadCell>
              <HeadCell numeric>{t('compare.interval')}</HeadCell>
              {isMoney && <HeadCell numeric>{t('insights.campaigns.gain')}</HeadCell>}
              {isMoney && <HeadCell numeric>{t('insights.campaigns.cost')}</HeadCell>}
              <HeadCell>{t('compare.reading')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((answer) => (
              <CampaignLine
                key={answer.campaign}
                answer={answer}
                name={nameOf(map, 'campaigns', answer.campaign, t)}
                currency={currency}
                isMoney={isMoney}
                loss={Math.max(0, -profit.value)}
              />
            ))}
          </tbody>
        </Table>
      )}
      <Asking analysis={analysis} question="campaigns" />
      <div className={styles.ask}>
        <Button
          variant={campaigns ? 'secondary' : 'primary'}
          disabled={isAsking}
          onClick={() => void analysis.weighCampaigns()}
        >
          {t('insights.campaigns.weigh')}
        </Button>
      </div>
    </Part>
  );
}

interface CampaignLineProps {
  readonly answer: CampaignAnswer;
  readonly name: string;
  readonly currency: string;
  /** In money, else in customers who reach the goal. */
  readonly isMoney: boolean;
  /** What is to be made good. */
  readonly loss: number;
}

function CampaignLine({ answer, name, currency, isMoney, loss }: CampaignLineProps) {
  const language = useLanguage();
  const { t } = language;
  const { net, gain, cost, isOn, method } = answer;
  const unit = isMoney ? 'money' : 'share';
  const written = (value: number, signed = false) =>
    figure(value, unit, currency, language, signed);
  const reading = campaignReading(answer, loss);
  return (
    <tr>
      <HeadCell scope="row">
        {name}
        {isOn && <span className={styles.sub}>{t('insights.campaigns.on')}</span>}
      </HeadCell>
      <Cell numeric className={styles.strong}>
        {written(net.value, true)}
      </Cell>
      <Cell numeric>
        {method === 'exact'
          ? t('run.live.exact')
          : (intervalText(net.interval, unit, currency, language, true) ?? '–')}
        {method === 'sampled' && (
          <span className={styles.sub}>{t('insights.campaigns.sampled')}</span>
        )}
      </Cell>
      {isMoney && <Cell numeric>{written(gain, true)}</Cell>}
      {isMoney && <Cell numeric>{written(cost)}</Cell>}
      <Cell>
        <span className={styles.reading} data-reading={reading}>
          {t(
            isMoney
              ? `insights.campaigns.reading.${reading}`
              : `insights.campaigns.goal.${reading === 'buys' ? 'pays' : reading}`,
          )}
        </span>
      </Cell>
    </tr>
  );
}
