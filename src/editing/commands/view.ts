import { type Shortcut } from '../keys';
import { type CanvasPort, type Command, type ViewName } from './command';

type CanvasCommandOptions = Pick<Command, 'keys' | 'menus' | 'isOn' | 'repeats' | 'onCanvas'>;

/** A command for the canvas: only while it is shown. */
function onCanvas(
  id: string,
  title: Command['title'],
  run: (canvas: CanvasPort) => void,
  options: CanvasCommandOptions,
): Command {
  return {
    id,
    title,
    group: 'view',
    ...options,
    isEnabled: ({ canvas }) => canvas !== null,
    run: ({ canvas }) => {
      if (canvas) run(canvas);
    },
  };
}

const VIEWS: readonly ViewName[] = ['map', 'table', 'insights', 'machine'];

function show(view: ViewName, place: number): Command {
  return {
    id: `view.show.${view}`,
    title: `command.view.show.${view}`,
    group: 'view',
    keys: [`Alt+Digit${place + 1}`],
    inTextFields: true,
    run: ({ shell }) => {
      shell.show(view);
    },
  };
}

function part(which: 'next' | 'previous', key: Shortcut, by: 1 | -1): Command {
  return {
    id: `view.part.${which}`,
    title: `command.view.part.${which}`,
    group: 'view',
    keys: [key],
    inTextFields: true,
    run: ({ shell }) => {
      shell.moveToPart(by);
    },
  };
}

/** Commands that change what is seen, never the map. */
export const VIEW_COMMANDS: readonly Command[] = [
  part('next', 'F6', 1),
  part('previous', 'Shift+F6', -1),
  onCanvas(
    'view.zoomIn',
    'command.view.zoomIn',
    (canvas) => {
      canvas.zoomIn();
    },
    {
      keys: ['Mod+=', 'Mod++'],
      repeats: true,
    },
  ),
  onCanvas(
    'view.zoomOut',
    'command.view.zoomOut',
    (canvas) => {
      canvas.zoomOut();
    },
    {
      keys: ['Mod+-'],
      repeats: true,
    },
  ),
  onCanvas(
    'view.actualSize',
    'command.view.actualSize',
    (canvas) => {
      canvas.zoomTo(1);
    },
    {
      keys: ['Shift+Digit0'],
    },
  ),
  onCanvas(
    'view.fit',
    'command.view.fit',
    (canvas) => {
      canvas.fit();
    },
    {
      keys: ['Shift+Digit1'],
      menus: ['canvas'],
    },
  ),
  onCanvas(
    'view.select',
    'command.view.select',
    (canvas) => {
      canvas.setHand(false);
    },
    {
      keys: ['V'],
      isOn: ({ canvas }) => canvas?.hand() === false,
      onCanvas: true,
    },
  ),
  onCanvas(
    'view.hand',
    'command.view.hand',
    (canvas) => {
      canvas.setHand(true);
    },
    {
      keys: ['H'],
      isOn: ({ canvas }) => canvas?.hand() === true,
      onCanvas: true,
    },
  ),
  ...VIEWS.map(show),
];
