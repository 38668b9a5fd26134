/** What key presses that came too early wait for, and what becomes of them. */
export interface Holding<Press> {
  /** All commands are here, and what they work on. */
  readonly isReady: () => boolean;
  readonly run: (press: Press) => void;
  /** Resolves when what a press has done shows. */
  readonly settled: () => Promise<void>;
  /** A name is being typed or a dialog is open: what was pressed since then was not meant for the map. */
  readonly isTaken: () => boolean;
  /** What was pressed after that, in its order. */
  readonly typed: (presses: readonly Press[]) => void;
}

interface HeldPresses<Press> {
  /** Others wait: one more has to wait behind them. */
  readonly isWaiting: () => boolean;
  readonly hold: (press: Press) => void;
  /** Runs what waits, one after another, if all is ready. */
  readonly release: () => Promise<void>;
}

/** More presses than anybody makes while a page loads are not made up for. */
const MOST = 60;

/** Key presses that came before their commands did: none is lost, and they run in their order. */
export function heldPresses<Press>(holding: Holding<Press>): HeldPresses<Press> {
  const held: Press[] = [];
  let isReleasing = false;
  return {
    isWaiting: () => held.length > 0 || isReleasing,
    hold(press) {
      if (held.length < MOST) held.push(press);
    },
    async release() {
      if (isReleasing || !holding.isReady()) return;
      isReleasing = true;
      for (let press = held.shift(); press; press = held.shift()) {
        holding.run(press);
        await holding.settled();
        if (holding.isTaken()) holding.typed(held.splice(0));
      }
      isReleasing = false;
    },
  };
}
