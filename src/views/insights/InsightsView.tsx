import { Play } from 'lucide-react';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useLanguage } from '../../controls/LanguageProvider';
import { ProgressBar } from '../../controls/ProgressBar';
import { goalOf } from '../../kpis';
import { hasMoney } from '../../map/records';
import { FilterNote, useFiltered } from '../map/filter';
import { useMap } from '../session';
import { useRuns, useRunState } from '../run/RunContext';
import { type OpenRun, USUAL_CUSTOMERS } from '../../runs/store';
import { BreakEvenPart } from './BreakEvenPart';
import { CampaignsPart } from './CampaignsPart';
import { CoveragePart } from './coverage/CoveragePart';
import { CreditPart } from './CreditPart';
import { EmotionPart } from './EmotionPart';
import { EndsPart } from './EndsPart';
import { FlowPart } from './FlowPart';
import { GoalLeversPart } from './GoalLeversPart';
import { GroupsPart } from './GroupsPart';
import styles from './Insights.module.css';
import { KpiPart } from './KpiPart';
import { MonthsPart } from './MonthsPart';
import { PathsPart } from './PathsPart';
import { RetentionPart } from './RetentionPart';
import { RunNotes } from './RunNotes';
import { ScenarioPart } from './ScenarioPart';
import { useAnalysis } from './useAnalysis';
import { VerdictPart } from './VerdictPart';

/** What the run says, the first question of the map first: of money, or of who reaches its goal. */
export function InsightsView() {
  const run = useRunState(({ current }) => current);
  return run ? <Insights key={run.summary.id} run={run} /> : <NoRun />;
}

function Insights({ run }: { readonly run: OpenRun }) {
  const { t } = useLanguage();
  const map = useMap((whole) => whole);
  const analysis = useAnalysis(run);
  const { result } = run;
  const { met } = useFiltered(result);
  const isMoney = hasMoney(map);
  return (
    <div className={styles.ground}>
      {met && (
        <div className={styles.filter}>
          <FilterNote met={met.items.size}>
            {t('insights.filter', { money: isMoney ? 'yes' : 'no' })}
          </FilterNote>
        </div>
      )}
      <div className={styles.page}>
        <RunNotes run={result} map={map} />
        <VerdictPart run={result} map={map} />
        {isMoney ? (
          <BreakEvenPart analysis={analysis} map={map} />
        ) : (
          goalOf(map) && <GoalLeversPart analysis={analysis} map={map} />
        )}
        <CampaignsPart analysis={analysis} map={map} />
        <ScenarioPart map={map} seed={result.seed} />
        <KpiPart run={result} map={map} />
        <FlowPart run={result} map={map} />
        <EmotionPart run={result} map={map} />
        <EndsPart run={result} map={map} />
        <GroupsPart run={result} map={map} />
        <MonthsPart run={result} map={map} />
        <RetentionPart run={result} map={map} />
        <PathsPart run={result} map={map} />
        <CreditPart run={result} map={map} />
        <CoveragePart run={result} map={map} />
      </div>
    </div>
  );
}

function NoRun() {
  const { t, number, percent } = useLanguage();
  const isMoney = useMap(hasMoney);
  const runs = useRuns();
  const progress = useRunState((state) => state.progress);
  const customers = number(USUAL_CUSTOMERS);
  return (
    <div className={styles.none}>
      <EmptyState
        title={t('insights.none.title')}
        actions={
          progress === null ? (
            <Button
              variant="primary"
              size="lg"
              icon={<Play aria-hidden="true" />}
              onClick={() =>
                void runs.simulate({ scenario: null, customers: USUAL_CUSTOMERS, seed: 1 })
              }
            >
              {t('insights.none.run', { customers })}
            </Button>
          ) : (
            <ProgressBar
              label={t('run.running')}
              value={progress}
              text={percent(progress, { digits: 0 })}
            />
          )
        }
      >
        {t('insights.none.text', { money: isMoney ? 'yes' : 'no' })}
      </EmptyState>
    </div>
  );
}
