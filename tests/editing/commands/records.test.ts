import { describe, expect, test } from 'vitest';
import { someone } from './support';

describe('a record that is not drawn', () => {
  test.each(['personas', 'segments', 'campaigns', 'kpis'] as const)(
    'of the %s is added and named in the inspector',
    async (collection) => {
      const me = someone();
      await me.do(`insert.${collection}`);
      const [id] = Object.keys(me.map()[collection]);
      expect(me.editor.store.getState().selection).toEqual([{ collection, id }]);
      expect(me.renaming()).toEqual({ collection, id, at: 'inspector' });
      expect(me.shell.toggle).toHaveBeenCalledExactlyOnceWith('inspector');
      expect(me.editor.store.getState().canUndo).toBe(`command.insert.${collection}`);
      expect(me.stepsToUndo()).toBe(1);
    },
  );
});
