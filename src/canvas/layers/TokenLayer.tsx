import { useReactFlow, useStoreApi } from '@xyflow/react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Scene } from '../scene';
import type { TokenSource } from '../../runs/replay';
import { tokenPainter } from './tokenPainter';
import { followBy } from './tokenPlan';
import { groundOf, type TokenGround } from './tokens';
import styles from './TokenLayer.module.css';

interface LayerProps {
  readonly scene: Scene;
  readonly tokens: TokenSource;
}

/** A press that moves further than this pans, in CSS pixels. */
const SLACK = 5;

/**
 * Customers on the map, all on one canvas element above it: thousands move without rendering React.
 * It is drawn when the source reports a change, and when the view moves.
 */
export const TokenLayer = memo(function TokenLayer({ scene, tokens }: LayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const ground = useMemo(() => groundOf(scene, tokens), [scene, tokens]);
  const groundNow = useRef<TokenGround>(ground);
  const redraw = useRef<() => void>(() => undefined);
  useEffect(() => {
    groundNow.current = ground;
    redraw.current();
  }, [ground]);

  useEffect(() => {
    const element = canvas.current;
    const root = element?.closest<HTMLElement>('[data-canvas]');
    if (!element || !root) return undefined;
    const painter = tokenPainter(element);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let due = 0;
    const draw = () => {
      painter.paint(groundNow.current, tokens, flow.getViewport());
    };
    const ask = () => {
      due ||= requestAnimationFrame(() => {
        due = 0;
        draw();
      });
    };
    const play = () => {
      draw();
      const by = followBy(painter.followedAt(), element.getBoundingClientRect(), calm);
      if (!by) return;
      const { x, y, zoom } = flow.getViewport();
      void flow.setViewport({ x: x + by.x, y: y + by.y, zoom });
    };
    redraw.current = ask;
    const size = new ResizeObserver(ask);
    size.observe(element);
    const stops = [
      tokens.subscribe(play),
      flowStore.subscribe((now, before) => {
        if (now.transform !== before.transform) ask();
      }),
      onTheme(() => {
        painter.forgetColors();
        ask();
      }),
      onPick(root, (at) => {
        const { left, top } = element.getBoundingClientRect();
        tokens.pick(painter.tokenAt({ x: at.clientX - left, y: at.clientY - top }));
      }),
    ];
    ask();
    return () => {
      cancelAnimationFrame(due);
      size.disconnect();
      stops.forEach((stop) => {
        stop();
      });
    };
  }, [tokens, flow, flowStore]);

  return <canvas ref={canvas} className={styles.tokens} aria-hidden="true" data-tokens />;
});

/** Calls back when the theme changes; returns how to stop. */
function onTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] });
  return () => {
    system.removeEventListener('change', changed);
    observer.disconnect();
  };
}

/** Calls back with clicks on the map that are no drags; returns how to stop. */
function onPick(root: HTMLElement, pick: (event: MouseEvent) => void): () => void {
  let down: { x: number; y: number } | null = null;
  const press = ({ clientX: x, clientY: y }: PointerEvent) => {
    down = { x, y };
  };
  const click = (event: MouseEvent) => {
    const { target, clientX, clientY } = event;
    if (!(target instanceof Element) || !target.closest('.react-flow')) return;
    if (down && Math.hypot(clientX - down.x, clientY - down.y) > SLACK) return;
    pick(event);
  };
  root.addEventListener('pointerdown', press, true);
  root.addEventListener('click', click);
  return () => {
    root.removeEventListener('pointerdown', press, true);
    root.removeEventListener('click', click);
  };
}
