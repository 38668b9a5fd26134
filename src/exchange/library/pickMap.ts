import { needsPress, pickMapFile } from '../browser';
import type { Language } from '../../language';
import type { Notices } from './takeFiles';

/**
 * Asks for a file and hands it over. A browser opens its dialog only shortly after a press: where the page was too busy
 * for that, a notice has a button to press again.
 */
export async function pickMap(
  take: (files: readonly File[]) => Promise<void>,
  t: Language['t'],
  notices: Notices,
): Promise<void> {
  try {
    const file = await pickMapFile();
    if (file) await take([file]);
  } catch (error) {
    if (!needsPress(error)) throw error;
    notices.show({
      text: t('file.pressAgain'),
      actions: [{ label: t('library.open'), run: () => void pickMap(take, t, notices) }],
      stays: true,
    });
  }
}
