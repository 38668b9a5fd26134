import type { Target } from '../../map/schema';
import { useEditor, useSession } from '../session';

/** Frames to wait for the canvas, which is fetched when it is first shown. */
const PATIENCE = 120;

/** Shows a record on the map: selected, and in sight once the canvas is there. */
export function useGoTo(): (target: Target) => void {
  const editor = useEditor();
  const { shell, canvas } = useSession();
  return (target) => {
    editor.select([target]);
    shell.show('map');
    let frames = 0;
    const reveal = () => {
      frames += 1;
      if (canvas.current) canvas.current.reveal(target);
      else if (frames < PATIENCE) requestAnimationFrame(reveal);
    };
    requestAnimationFrame(reveal);
  };
}
