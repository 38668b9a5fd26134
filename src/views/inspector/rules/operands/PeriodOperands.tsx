import { useText } from '../../../../controls/LanguageProvider';
import { CALENDAR_OFFSETS, CALENDAR_PERIODS } from '../../../../map/schema';
import styles from '../Rules.module.css';
import type { OperandsProps } from '../../../../editing/fields';
import { OperatorSelect } from './OperatorSelect';

/** A calendar period: last, this or next week, month or year. */
export function PeriodOperands({ clause, onChange }: OperandsProps<'period'>) {
  const t = useText();
  return (
    <div className={styles.test}>
      <OperatorSelect
        label={t('ruleEditor.offsetOf')}
        textOf={(offset) => `ruleEditor.offset.${offset}`}
        choices={CALENDAR_OFFSETS}
        value={clause.offset}
        onChange={(offset) => onChange({ ...clause, offset })}
      />
      <OperatorSelect
        label={t('ruleEditor.periodOf')}
        textOf={(period) => `ruleEditor.period.${period}`}
        choices={CALENDAR_PERIODS}
        value={clause.period}
        onChange={(period) => onChange({ ...clause, period })}
      />
    </div>
  );
}
