import { beforeEach, describe, expect, test } from 'vitest';
import { ID, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(() => {
  me = someone();
});

describe('commands of the app', () => {
  test.each([
    ['file.versions', 'versions'],
    ['file.stages', 'stages'],
    ['run.simulate', 'simulate'],
    ['help.palette', 'palette'],
    ['help.find', 'find'],
    ['help.shortcuts', 'help'],
  ])('%s opens its dialog', async (id, dialog) => {
    await me.do(id);
    expect(me.shell.open).toHaveBeenCalledExactlyOnceWith(dialog);
  });

  test.each([
    ['run.walk', 'walk'],
    ['run.runs', 'runs'],
  ])('%s opens or closes its panel', async (id, panel) => {
    await me.do(id);
    expect(me.shell.toggle).toHaveBeenCalledExactlyOnceWith(panel);
  });

  test('go to the library, and open and save files', async () => {
    await me.do('file.library');
    await me.do('file.open');
    await me.do('file.save');
    expect(me.shell.library).toHaveBeenCalledOnce();
    expect(me.shell.openFile).toHaveBeenCalledOnce();
    expect(me.shell.saveFile).toHaveBeenCalledOnce();
  });
});

describe('the settings of the map', () => {
  test('are in the inspector with nothing selected, which is opened for it', async () => {
    me.select(ID.ad);
    await me.do('file.settings');
    expect(me.selected()).toEqual([]);
    expect(me.shell.isShown).toHaveBeenCalledWith('inspector');
    expect(me.shell.toggle).toHaveBeenCalledExactlyOnceWith('inspector');
  });

  test('do not close an inspector that is open', async () => {
    me.shell.isShown.mockReturnValue(true);
    await me.do('file.settings');
    expect(me.shell.toggle).not.toHaveBeenCalled();
  });
});
