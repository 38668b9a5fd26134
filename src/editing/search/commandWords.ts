import type { Say } from '../../language';

/** Commands that people may call by other words than their titles. */
const WITH_WORDS = [
  'edit.color',
  'edit.delete',
  'edit.rename',
  'edit.undo',
  'file.library',
  'file.open',
  'file.save',
  'file.settings',
  'file.stages',
  'file.versions',
  'help.find',
  'help.shortcuts',
  'insert.campaigns',
  'insert.kpis',
  'insert.personas',
  'insert.segments',
  'run.runs',
  'run.simulate',
  'run.walk',
  'settings.language.de',
  'settings.language.en',
  'settings.language.ms',
  'settings.singleKeys',
  'settings.theme.dark',
  'settings.theme.light',
  'settings.theme.system',
  'view.panel.inspector',
  'view.panel.outline',
  'view.panel.problems',
  'view.show.insights',
  'view.show.machine',
] as const;

/** Other words for a command, in the reader's language; '' for none. */
export function wordsFor(id: string, t: Say): string {
  const known = WITH_WORDS.find((each) => each === id);
  return known ? t(`palette.words.${known}`) : '';
}
