import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import { hasTime, inOrder, nameOfRecord } from '../../map/records';
import { MAX_CUSTOMERS } from '../../map/schema';
import { Button } from '../../controls/Button';
import { Dialog } from '../../controls/Dialog';
import { useLanguage } from '../../controls/LanguageProvider';
import { NumberField } from '../../controls/NumberField';
import { Select } from '../../controls/Select';
import { useMap } from '../session';
import { useRuns, useRunState } from './RunContext';
import styles from './SimulateDialog.module.css';
import { USUAL_CUSTOMERS } from '../../runs/store';

/** No scenario: a value no id can have. */
const AS_IT_IS = '';

/** Asks what to run: which scenario, how many customers, with which luck. */
export function SimulateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const runs = useRuns();
  const form = useId();
  const scenarios = useMap((map) => map.scenarios);
  const takesTime = useMap(hasTime);
  const last = useRunState(({ current }) => current?.summary ?? null);
  const known = last?.scenario != null && scenarios[last.scenario] ? last.scenario : AS_IT_IS;
  const [scenario, setScenario] = useState<string>(known);
  const [customers, setCustomers] = useState(last?.customers ?? USUAL_CUSTOMERS);
  const [seed, setSeed] = useState(last?.seed ?? 1);

  function start() {
    onClose();
    void runs.simulate({ scenario: scenario || null, customers, seed });
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('run.simulate.title')}
      description={t('run.simulate.text')}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('control.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} icon={<Play aria-hidden="true" />}>
            {t('run.simulate.start')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Select
          label={t('run.scenario')}
          hint={
            scenarios[scenario]?.description ||
            t('run.scenario.hint', { time: takesTime ? 'yes' : 'no' })
          }
          value={scenario}
          onChange={setScenario}
          options={[
            { value: AS_IT_IS, label: t('run.asItIs') },
            ...inOrder(scenarios).map(([id, each]) => ({
              value: id,
              label: nameOfRecord('scenarios', each, t),
            })),
          ]}
        />
        <NumberField
          label={t('run.customers')}
          hint={t('run.customers.hint')}
          value={customers}
          onChange={(next) => setCustomers(next ?? USUAL_CUSTOMERS)}
          min={1}
          max={MAX_CUSTOMERS}
          step={1_000}
          integer
          required
        />
        <NumberField
          label={t('run.seed')}
          hint={t('run.seed.hint')}
          value={seed}
          onChange={(next) => setSeed(next ?? 1)}
          min={0}
          max={Number.MAX_SAFE_INTEGER}
          integer
          required
        />
      </form>
    </Dialog>
  );
}
