import { useState } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { Tabs } from '../../controls/Tabs';
import { JourneyTree } from './JourneyTree';
import styles from './Outline.module.css';
import { RecordLists } from './RecordLists';

type Tab = 'journey' | 'records';

/** The map as a list: the journey as a tree, and every other record by kind. */
export function OutlinePanel() {
  const t = useText();
  const [tab, setTab] = useState<Tab>('journey');
  return (
    <div className={styles.panel}>
      <Tabs
        label={t('outline.tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'journey', label: t('outline.journey'), content: <JourneyTree /> },
          { value: 'records', label: t('outline.records'), content: <RecordLists /> },
        ]}
      />
    </div>
  );
}
