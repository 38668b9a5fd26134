import { Copy, Download } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { saveMapFile } from '../../exchange/browser';
import { lineKey, machineSource, type MachineText, toMachineJson } from '../../machine';
import { Button } from '../../controls/Button';
import { useText } from '../../controls/LanguageProvider';
import { Segmented } from '../../controls/Segmented';
import { useEditor, useEditorState, useMap, useSession } from '../session';
import styles from './MachineView.module.css';
import { SourceText } from './SourceText';

/** The two texts of a machine, by the format that saves them. */
const SOURCES = { machine: toMachineJson, typescript: machineSource } as const;
type Source = keyof typeof SOURCES;

/** The same map as an XState machine: to read, to copy, to take along. */
export function MachineView() {
  const t = useText();
  const editor = useEditor();
  const { shell } = useSession();
  const [source, setSource] = useState<Source>('machine');
  const map = useDeferredValue(useMap((whole) => whole));
  const selection = useEditorState((state) => state.selection);
  const written: MachineText = useMemo(() => SOURCES[source](map), [map, source]);
  const selected = selection.flatMap((target) => written.lines.get(lineKey(target)) ?? []);

  async function copy() {
    await shell.writeClipboard(written.text);
    editor.announce('machine.copied');
  }

  return (
    <div className={styles.view}>
      <header className={styles.bar}>
        <Segmented
          label={t('machine.source')}
          value={source}
          onChange={setSource}
          options={[
            { value: 'machine', label: t('machine.json') },
            { value: 'typescript', label: t('machine.typescript') },
          ]}
        />
        <p className={styles.hint}>{t('machine.hint')}</p>
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          {t('machine.copy')}
        </Button>
        <Button
          icon={<Download aria-hidden="true" />}
          onClick={() => void saveMapFile(map, source)}
        >
          {t('machine.download')}
        </Button>
      </header>
      <SourceText text={written.text} selected={selected} label={t('machine.source')} />
    </div>
  );
}
