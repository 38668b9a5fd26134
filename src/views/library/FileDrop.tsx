import { FileDown } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { droppedFiles } from '../../exchange/browser';
import { useText } from '../../controls/LanguageProvider';
import styles from './FileDrop.module.css';

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Takes files dropped anywhere on the element that gets the handlers; `over` while some hover. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  /** dragenter and dragleave come for every element crossed: the depth counts them. */
  const [depth, setDepth] = useState(0);
  return {
    over: depth > 0,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (hasFiles(event)) setDepth((count) => count + 1);
      },
      onDragLeave: (event: DragEvent) => {
        if (hasFiles(event)) setDepth((count) => Math.max(0, count - 1));
      },
      onDragOver: (event: DragEvent) => {
        // Without this the browser would leave the app and show the file.
        if (hasFiles(event)) event.preventDefault();
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        onFiles(droppedFiles(event.dataTransfer));
      },
    },
  };
}

/** Covers the page while files hover over it. */
export function DropHint() {
  const t = useText();
  return (
    <div className={styles.hint}>
      <FileDown aria-hidden="true" />
      <p>{t('library.drop')}</p>
    </div>
  );
}
