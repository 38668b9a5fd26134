import { ViewportPortal } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { isComposing } from '../../controls/typing';
import type { Placeable } from '../../editing/commands';
import { CARD_SIZE, NOTE_SIZE, type Point } from '../../map/layout';
import { SILHOUETTES } from '../card';
import { useCanvas, useTools } from '../CanvasContext';
import { stageSlot } from '../scene';
import { AT_REST } from '../state';
import type { GestureContext } from '../useGestureContext';
import styles from './Placing.module.css';
import { insertsInto } from './putOn';

interface PlacingProps {
  readonly context: GestureContext;
  readonly root: RefObject<HTMLElement | null>;
}

/** While something is to be placed: shows where, puts it where the canvas is clicked, and gives up by Escape. */
export function Placing({ context, root }: PlacingProps) {
  const placing = useCanvas((state) => state.placing);
  const at = usePlacing(context, root);
  if (!placing || !at || placing.kind === 'stage') return null;
  return (
    <ViewportPortal>
      <Ghost kind={placing.kind} at={at} />
    </ViewportPortal>
  );
}

/** What is to be placed, drawn with its middle at the pointer. */
function Ghost({ kind, at }: { readonly kind: Exclude<Placeable, 'stage'>; readonly at: Point }) {
  const { t } = useTools().language;
  const { width, height } = kind === 'note' ? NOTE_SIZE : CARD_SIZE;
  const x = at.x - width / 2;
  const y = at.y - height / 2;
  return (
    <div
      className={styles.ghost}
      data-ghost={kind}
      aria-hidden="true"
      style={{ width, height, transform: `translate(${x}px, ${y}px)` }}
    >
      <svg width={width} height={height}>
        {kind === 'note' ? (
          <rect width={width} height={height} rx="4" />
        ) : (
          <path d={SILHOUETTES[kind]} />
        )}
      </svg>
      <span>{t(kind === 'note' ? 'canvas.note' : `canvas.kind.${kind}`)}</span>
    </div>
  );
}

/** Where on the canvas the pointer would place it; null while it is elsewhere. */
function usePlacing(
  { store, scene, toCanvas, make, editor }: GestureContext,
  root: PlacingProps['root'],
) {
  const [at, setAt] = useState<Point | null>(null);

  const end = useEffectEvent((isPut: boolean) => {
    store.setState({ ...AT_REST, placing: null });
    if (!isPut) editor.announce('canvas.said.placingOff');
  });
  const put = useEffectEvent((event: MouseEvent) => {
    const { placing } = store.getState();
    if (!placing) return;
    const point = toCanvas(event);
    end(true);
    make((making) => {
      making.put(placing.kind, point);
    });
  });
  const move = useEffectEvent((event: PointerEvent) => {
    const { placing } = store.getState();
    if (!placing) return;
    const point = isFree(event, root.current) ? toCanvas(event) : null;
    setAt(point);
    store.setState({
      dropOn: point && insertsInto(scene(), placing.kind, point),
      carried:
        point && placing.kind === 'stage' ? { stage: '', x: stageSlot(scene(), point.x).x } : null,
    });
  });
  const release = useEffectEvent((event: PointerEvent) => {
    if (store.getState().placing?.held !== true) return;
    if (isFree(event, root.current)) put(event);
    else end(false);
  });
  const press = useEffectEvent((event: PointerEvent) => {
    const { space } = store.getState();
    const isOurs = event.button === 0 && !space && isFree(event, root.current);
    // No gesture of the canvas begins; React Flow still pans by a finger.
    if (isOurs) event.stopPropagation();
  });
  const click = useEffectEvent((event: MouseEvent) => {
    if (store.getState().space || !isFree(event, root.current)) return;
    event.stopPropagation();
    event.preventDefault();
    put(event);
  });
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.stopPropagation();
    event.preventDefault();
    end(false);
  });

  useEffect(() => {
    const canvas = root.current;
    const onMove = (event: PointerEvent) => move(event);
    const onRelease = (event: PointerEvent) => release(event);
    const onPress = (event: PointerEvent) => press(event);
    const onClick = (event: MouseEvent) => click(event);
    const onKey = (event: KeyboardEvent) => key(event);
    // What is made otherwise meanwhile, by a key say, is what was wanted.
    const stop = editor.store.subscribe(({ renaming }, before) => {
      if (renaming && renaming !== before.renaming) end(true);
    });
    canvas?.setAttribute('data-placing', '');
    canvas?.addEventListener('pointerdown', onPress, true);
    canvas?.addEventListener('click', onClick, true);
    window.addEventListener('pointermove', onMove, true);
    window.addEventListener('pointerup', onRelease, true);
    window.addEventListener('keydown', onKey, true);
    return () => {
      stop();
      canvas?.removeAttribute('data-placing');
      canvas?.removeEventListener('pointerdown', onPress, true);
      canvas?.removeEventListener('click', onClick, true);
      window.removeEventListener('pointermove', onMove, true);
      window.removeEventListener('pointerup', onRelease, true);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [root, editor]);

  return at;
}

/** Is the pointer over the map, and over nothing that stands in front of it? */
function isFree({ clientX, clientY }: MouseEvent, canvas: Element | null): boolean {
  // A finger's events keep the target they began at.
  const over = document.elementFromPoint(clientX, clientY);
  if (!over || !canvas?.contains(over)) return false;
  return !over.closest('button:not([data-insert]), input, textarea, a, [data-bar]');
}
