import type { MessageId } from '../../language';
import type { Target, Touchpoint } from '../../map/schema';
import type { Editor } from '../editor';
import type { EditorState } from '../editorState';
import type { Shortcut } from '../keys';

/** Where a command's entry is shown besides the palette and the help sheet. */
export type MenuName =
  'main' | 'canvas' | 'touchpoint' | 'transition' | 'stage' | 'note' | 'record' | 'selection';

/** A heading of palette and help. Commands of `edit`, `insert`, `arrange` and `move` are off while a replay is on. */
export type CommandGroup =
  'file' | 'edit' | 'insert' | 'select' | 'arrange' | 'move' | 'view' | 'run' | 'help';

/** A point in a stage's band; `stage` null is the unsorted column. */
export interface Place {
  readonly stage: string | null;
  readonly x: number;
  readonly y: number;
}

/** What can be put on the canvas. */
export type Placeable = Touchpoint['kind'] | 'stage' | 'note';

/** What commands need of the canvas; absent while another view is shown. */
export interface CanvasPort {
  zoomIn(): void;
  zoomOut(): void;
  zoomTo(scale: number): void;
  /** Fits everything, or the targets: no larger than `most`, and that many pixels from the foot. */
  fit(targets?: readonly Target[], room?: { readonly most: number; readonly below: number }): void;
  /** Remembers the viewport; the function it returns goes back there. */
  keepView(): () => void;
  /** Brings records into view at the zoom there is, all if they have room: the view moves no more than needed. */
  reveal(...targets: readonly Target[]): void;
  /** Where the pointer is, or the middle of the view where it points at no part of the map (`isMiddle`). */
  pointer(): Place & { readonly isMiddle?: boolean };
  /** How much of the canvas is in sight, in pixels, and what is drawn below the cards, in canvas units. */
  window(): { readonly width: number; readonly height: number; readonly below: number };
  /** Moves keyboard focus to a record's element. */
  focus(target: Target): void;
  /** Is the hand tool on, which pans by dragging, instead of the arrow that selects? */
  hand(): boolean;
  setHand(on: boolean): void;
  /** What the next click on the canvas puts there; null = nothing. */
  placing(): Placeable | null;
  /**
   * Has the next click on the canvas put something there. `held`: the pointer is held already, and it is put where the
   * pointer is released.
   */
  place(kind: Placeable | null, held?: boolean): void;
  /** Makes an edit that puts things elsewhere, and animates them; returns whether it was made. */
  glide(edit: () => boolean): boolean;
}

/** What commands need of the replay, which shows the customers of a run on the canvas. */
export interface ReplayPort {
  /** There is a run whose customers can be seen. */
  canStart(): boolean;
  /** While it is on nothing on the map can be changed. */
  isOn(): boolean;
  toggle(): void;
  playOrPause(): void;
  /** To what happens next, or what happened last. */
  step(by: 1 | -1): void;
  reset(): void;
  /** Keeps the moment, to come back to. */
  keep(): void;
}

/** Dialogs that a command can open; each is fetched when it first opens. */
export type DialogName =
  'palette' | 'find' | 'help' | 'color' | 'connect' | 'moveTo' | 'stages' | 'versions' | 'simulate';

/** Panels beside a view. Some share a place, where only one is open. */
export type PanelName = 'outline' | 'inspector' | 'problems' | 'minimap' | 'runs' | 'walk';
/** The faces of a map; they stand in addresses and saved views. */
export type ViewName = 'map' | 'table' | 'insights' | 'machine';

/** What commands need of the app around the views. */
export interface ShellPort {
  open(dialog: DialogName): void;
  toggle(panel: PanelName): void;
  isShown(panel: PanelName): boolean;
  show(view: ViewName): void;
  /** Moves the keyboard's focus to the next part of the screen (1) or the one before (−1). */
  moveToPart(by: 1 | -1): void;
  library(): void;
  /** The maps of the library, for links from one to another. */
  maps(): Promise<readonly { id: string; title: string }[]>;
  openFile(): Promise<void>;
  saveFile(): Promise<void>;
  writeClipboard(text: string): Promise<void>;
  readClipboard(): Promise<string | null>;
}

/** What a command is given, as it is when it runs. `canvas` is null while another view is shown. */
export interface CommandContext {
  readonly editor: Editor;
  readonly state: EditorState;
  readonly canvas: CanvasPort | null;
  readonly shell: ShellPort;
  /** Present where it is asked for in the outline, which has an order and no places. */
  readonly from?: 'outline';
  /** Absent where no run can be replayed. */
  readonly replay?: ReplayPort | null;
}

/** One thing a user can do: keys, menus, palette, toolbar and help all read it from here. */
export interface Command {
  /** `group.verb`, e.g. `edit.undo`; its title is the message `command.<id>`. */
  readonly id: string;
  readonly title: MessageId;
  readonly group: CommandGroup;
  readonly keys?: readonly Shortcut[];
  readonly menus?: readonly MenuName[];
  /** Keys that work in a text field too (undo does not: the field has its own). */
  readonly inTextFields?: boolean;
  /**
   * Keys that mean this only while the canvas is shown, and where it, or nothing, has the focus (Tab,
   * Enter, letters).
   */
  readonly onCanvas?: boolean;
  /** The browser handles the keys itself with an event that carries the clipboard: they are only shown. */
  readonly byBrowser?: boolean;
  /** A held key repeats it. */
  readonly repeats?: boolean;
  /** The id of the command of its group that it is listed before; without one it comes at the end. */
  readonly before?: string;
  isEnabled?(context: CommandContext): boolean;
  isOn?(context: CommandContext): boolean;
  run(context: CommandContext): void | Promise<void>;
}
