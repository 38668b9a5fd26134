import { useEffect, useRef, useState } from 'react';
import { sayConnected } from '../../../editing/commands';
import { canShareEqually, connect, shareEqually } from '../../../map/edits';
import { newId, outgoingOf } from '../../../map/records';
import { Button } from '../../../controls/Button';
import { ComboBox } from '../../../controls/ComboBox';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap, useOptions } from '../../session';
import { useHolder } from '../fields/holder';
import { NobodyYet } from './NobodyYet';
import styles from './Outgoing.module.css';
import { OutgoingRow } from './OutgoingRow';
import { OutgoingSum } from './OutgoingSum';

/** The transitions out of a touchpoint: where they lead, who takes them, and what is left. */
export function OutgoingFieldView() {
  const t = useText();
  const editor = useEditor();
  const { id } = useHolder();
  const transitions = useMap((map) => outgoingOf(map, id));
  const isDecision = useMap((map) => map.touchpoints[id]?.kind === 'decision');
  const { list, added, add } = useAdding(id);

  return (
    <div className={styles.outgoing}>
      {transitions.length > 0 && (
        <ul ref={list} className={styles.rows}>
          {transitions.map(([transition], place) => (
            <OutgoingRow
              key={transition}
              id={transition}
              isDecision={isDecision}
              before={transitions[place - 1]?.[0] ?? null}
              after={transitions[place + 1]?.[0] ?? null}
              behind={transitions[place + 2]?.[0] ?? null}
              isNew={transition === added}
            />
          ))}
        </ul>
      )}
      {isDecision && <NobodyYet decision={id} />}
      <div className={styles.foot}>
        <OutgoingSum transitions={transitions} isDecision={isDecision} />
        {!isDecision && canShareEqually(transitions) && (
          <Button size="sm" onClick={() => editor.edit('outgoing.equal', shareEqually(id))}>
            {t('outgoing.equal')}
          </Button>
        )}
      </div>
      <ComboBox
        label={t('outgoing.add')}
        hideLabel
        placeholder={t('outgoing.add')}
        options={useOptions('touchpoints')}
        value={null}
        onChange={(to) => {
          if (to !== null) add(to);
        }}
      />
    </div>
  );
}

/** Adds transitions; the keyboard goes on to the new one, whose chance is typed next. */
function useAdding(from: string) {
  const editor = useEditor();
  const list = useRef<HTMLUListElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  useEffect(() => {
    if (added === null) return;
    const row = list.current?.querySelector('[data-new]');
    const place = row?.querySelector('input') ?? row?.querySelector('button');
    place?.focus();
  }, [added]);

  function add(to: string) {
    const fresh = newId();
    if (!editor.edit('canvas.step.connect', connect(from, to, {}, fresh))) return;
    setAdded(fresh);
    sayConnected(editor, from, to);
  }
  return { list, added, add };
}
