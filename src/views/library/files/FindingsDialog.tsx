import { Copy } from 'lucide-react';
import { useState } from 'react';
import { type ReadFile, writeClipboard } from '../../../exchange/browser';
import type { Language, MessageId } from '../../../language';
import { messageOf } from '../../../machine/import';
import type { FileFinding } from '../../../map/text';
import { Button } from '../../../controls/Button';
import { Dialog } from '../../../controls/Dialog';
import { useLanguage } from '../../../controls/LanguageProvider';
import styles from './FindingsDialog.module.css';

/** What was mended in a file, or why it was refused; every line names its place in the file. */
export function FindingsDialog({
  file,
  onClose,
}: {
  readonly file: ReadFile;
  readonly onClose: () => void;
}) {
  const language = useLanguage();
  const { t } = language;
  const [isCopied, setCopied] = useState(false);
  const { name, result } = file;
  const kind = kindOf(file);
  const findings = { refused: result.problems, repaired: result.repairs, machine: file.notCarried }[
    kind
  ];
  const more = kind === 'repaired' ? result.repairCount - findings.length : 0;
  const lines = findings.map((finding) => sentence(finding, language));

  async function copy() {
    const codes = findings.map(({ code, pointer }, index) =>
      [code, pointer, lines[index]].join('\t'),
    );
    await writeClipboard([name, ...codes].join('\n'));
    setCopied(true);
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={t(`library.findings.${kind}`, { name })}
      description={t(INTRODUCTIONS[kind])}
      footer={
        <>
          <Button
            icon={<Copy aria-hidden="true" />}
            onClick={() => {
              // A browser that refuses the clipboard leaves the list, which can be selected.
              copy().catch(() => undefined);
            }}
          >
            {t(isCopied ? 'library.findings.copied' : 'library.findings.copy')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('control.close')}
          </Button>
        </>
      }
    >
      <ul className={styles.list}>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {more > 0 && <p>{t('library.findings.more', { count: more })}</p>}
    </Dialog>
  );
}

const INTRODUCTIONS = {
  refused: 'library.findings.safe',
  repaired: 'library.findings.check',
  machine: 'library.findings.left',
} as const;

function kindOf({ result, notCarried }: ReadFile): keyof typeof INTRODUCTIONS {
  if (result.outcome === 'refused') return 'refused';
  return notCarried.length > 0 ? 'machine' : 'repaired';
}

/** A finding of a file or of a foreign machine as a sentence of the catalogue. */
function sentence(finding: FileFinding<string>, { t }: Language): string {
  return t(messageOf(finding) as MessageId, {
    ...finding.params,
    pointer: finding.pointer || '/',
  });
}
