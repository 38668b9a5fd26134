import { Copy, Download } from 'lucide-react';
import { fileSave } from 'browser-fs-access';
import { useDeferredValue, useMemo, useState } from 'react';
import { fileNameOf } from '../../exchange/fileName';
import { machineSource, type MachineText, toMachineJson } from '../../machine';
import { Button } from '../../controls/Button';
import { useText } from '../../controls/LanguageProvider';
import { Segmented } from '../../controls/Segmented';
import { useEditor, useEditorState, useMap } from '../session/EditorContext';
import { useSession } from '../session/ShellContext';
import styles from './MachineView.module.css';
import { SourceText } from './SourceText';

type Source = 'json' | 'typescript';

const SOURCES: Readonly<
  Record<Source, { make: typeof toMachineJson; extension: string; type: string }>
> = {
  json: { make: toMachineJson, extension: '.machine.json', type: 'application/json' },
  typescript: { make: machineSource, extension: '.machine.ts', type: 'text/plain' },
};

/** The same map as an XState machine: to read, to copy, to take along. */
export function MachineView() {
  const t = useText();
  const editor = useEditor();
  const { shell } = useSession();
  const [source, setSource] = useState<Source>('json');
  const map = useDeferredValue(useMap((whole) => whole));
  const selection = useEditorState((state) => state.selection);
  const written: MachineText = useMemo(() => SOURCES[source].make(map), [map, source]);
  const selected = selection.flatMap(({ id }) => written.lines.get(id) ?? []);

  async function copy() {
    await shell.writeClipboard(written.text);
    editor.announce('machine.copied');
  }

  async function download() {
    const { extension, type } = SOURCES[source];
    const blob = new Blob([written.text], { type });
    // Rejects when the reader changed their mind; then there is nothing to say.
    await fileSave(blob, { fileName: fileNameOf(map.title, extension) }).catch(() => null);
  }

  return (
    <div className={styles.view}>
      <header className={styles.bar}>
        <Segmented
          label={t('machine.source')}
          value={source}
          onChange={setSource}
          options={[
            { value: 'json', label: t('machine.json') },
            { value: 'typescript', label: t('machine.typescript') },
          ]}
        />
        <p className={styles.hint}>{t('machine.hint')}</p>
        <Button icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
          {t('machine.copy')}
        </Button>
        <Button icon={<Download aria-hidden="true" />} onClick={() => void download()}>
          {t('machine.download')}
        </Button>
      </header>
      <SourceText text={written.text} selected={selected} label={t('machine.source')} />
    </div>
  );
}
