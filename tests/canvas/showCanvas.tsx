import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type NodeProps, ReactFlowProvider } from '@xyflow/react';
import type { ReactElement } from 'react';
import { CanvasToolsContext } from '../../src/canvas/CanvasContext';
import type { FlowNode } from '../../src/canvas/flowNodes';
import type { Scene } from '../../src/canvas/scene';
import type { CanvasState } from '../../src/canvas/state';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { loadLanguage } from '../../src/language/load';
import type { JourneyMap } from '../../src/map/schema';
import { journey, type OpenCanvas, openCanvas } from './hand';

/** Everything of a canvas is in sight. */
export const EVERYTHING = { x: -5_000, y: -5_000, width: 20_000, height: 20_000 };

/** A part of the canvas on its own, with an editor that remembers. */
export async function showCanvas(
  part: (scene: Scene, canvas: OpenCanvas) => ReactElement,
  map: JourneyMap = journey(),
  state: Partial<CanvasState> = {},
) {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const canvas = openCanvas(map);
  const { editor, store, scene, make } = canvas;
  store.setState(state);
  const user = userEvent.setup({ delay: null });
  const view = render(
    <LanguageProvider language={language}>
      <CanvasToolsContext value={{ editor, language, store, make, onMaking: () => undefined }}>
        <ReactFlowProvider>{part(scene(), canvas)}</ReactFlowProvider>
      </CanvasToolsContext>
    </LanguageProvider>,
  );
  return { ...view, ...canvas, user };
}

/** What React Flow hands to the card of a record. */
export const cardOf = (id: string, record = id) =>
  ({ id, data: { record } }) as unknown as NodeProps<FlowNode>;
