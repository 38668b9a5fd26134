import { describe, expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { checkAccessibility } from './support/accessibility';
import { openApp, takePicture } from './support/app';
import { importMap, withoutFileDialogs } from './support/journey';

const ID = {
  poster: 'touchpoint-poster',
  call: 'touchpoint-call',
  drives: 'touchpoint-drives',
  no: 'touchpoint-says-no',
  ruth: 'persona-of-ruth',
} as const;

/** Volunteers: nothing costs, earns or takes time. */
const volunteers = newMap({
  title: 'Finding volunteers',
  personas: { [ID.ruth]: { name: 'Retired Ruth' } },
  stages: {
    'stage-of-hear': { name: 'Hear', order: 'a0' },
    'stage-of-join': { name: 'Join', order: 'a1' },
  },
  touchpoints: {
    [ID.poster]: {
      kind: 'entry',
      name: 'Poster in the library',
      stage: 'stage-of-hear',
      channel: 'letter',
      position: { x: 36, y: 0 },
      experience: {
        default: {
          doing: 'Tears off a strip.',
          thinking: 'Could I be of use there?',
          feeling: 'Curious',
          emotion: { now: 1, aim: 2 },
        },
      },
      messages: { 'message-to-all': { text: 'Two hours a week' } },
    },
    [ID.call]: {
      name: 'First call',
      stage: 'stage-of-hear',
      channel: 'phone',
      position: { x: 36, y: 144 },
      experience: {
        default: { thinking: 'I hope nobody talks me into it.', emotion: { now: -1 } },
      },
    },
    [ID.drives]: {
      kind: 'outcome',
      outcome: 'success',
      name: 'Drives meals',
      stage: 'stage-of-join',
      position: { x: 36, y: 0 },
    },
    [ID.no]: {
      kind: 'outcome',
      outcome: 'loss',
      name: 'Says no',
      stage: 'stage-of-join',
      position: { x: 36, y: 144 },
    },
  },
  transitions: {
    'transition-calls': {
      from: ID.poster,
      to: ID.call,
      chance: { base: 1 },
      label: 'by the strip',
    },
    'transition-drives': { from: ID.call, to: ID.drives, chance: { base: 0.6 } },
    'transition-says-no': { from: ID.call, to: ID.no, otherwise: true },
  },
  pains: {
    'pain-of-phones': { name: 'Nobody answers in the evening', touchpoints: { [ID.call]: true } },
  },
  campaigns: {
    'campaign-radio': {
      name: 'Local radio',
      touchpoints: { [ID.call]: true },
      effects: { 'effect-of-lift': { kind: 'lift', transition: 'transition-drives', factor: 1.2 } },
    },
  },
});

async function openVolunteers(options: Parameters<typeof openApp>[0] = {}) {
  const { page } = await openApp({ before: withoutFileDialogs, ...options });
  await importMap(page, volunteers);
  return page;
}

describe('walking as a persona', () => {
  test('shows what is done, thought and felt, by the keyboard alone, and is heard step by step', async () => {
    const page = await openVolunteers();
    await page.keyboard.press('Alt+Shift+W');
    const panel = page.getByRole('complementary', { name: 'Walk as a persona' });
    const where = panel.getByRole('region', { name: 'Where the customer is' });
    await where.getByText('Tears off a strip.').waitFor();
    await where.getByText('Two hours a week').waitFor();
    await where.getByText('should become: Very good').waitFor();
    expect(await where.innerText()).not.toMatch(/\$|day 0|Pains/);
    const step = panel.getByRole('button', { name: 'Step', exact: true });
    await expect
      .poll(() => step.evaluate((button) => button === document.activeElement))
      .toBe(true);
    await checkAccessibility(page, 'what a customer lives through');

    await page.keyboard.press('ArrowRight');
    await where.getByText('Nobody answers in the evening').waitFor();
    await where.getByText('Everybody goes this way.').waitFor();
    const live = page.locator('[role=status][aria-live=polite]').first();
    await expect
      .poll(() => live.innerText())
      .toBe(
        'Now at First call. Phone. Everybody goes this way. Thinking: I hope nobody talks me into it. Emotion: Bad.',
      );
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => where.getByRole('heading').first().innerText()).toMatch(/Drives|Says/);
    // The last step leaves no button to press but the way back to the start.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Start over');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => where.getByRole('heading').first().innerText()).toBe('First call');
    await takePicture(page, 'walk volunteers');
  });

  test('chooses by hand with the pointer, keeps the draw as a detail, and is read on a phone', async () => {
    const page = await openVolunteers({ viewport: { width: 360, height: 740 } });
    await page.keyboard.press('Alt+Shift+W');
    const panel = page.getByRole('complementary', { name: 'Walk as a persona' });
    const where = panel.getByRole('region', { name: 'Where the customer is' });
    await where.getByText('Tears off a strip.').waitFor();
    expect(await panel.getByText(/Drawn between 0 and 1/).isVisible()).toBe(false);
    await panel.getByText('The number that decided', { exact: true }).click();
    await panel.getByText(/Drawn between 0 and 1/).waitFor();
    await panel.getByRole('button', { name: /Go by hand: First call/ }).click();
    await where.getByText('You chose this way by hand.').waitFor();
    const overflow = await panel.evaluate((side) => side.scrollWidth - side.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await takePicture(page, 'walk phone');
  });
});

describe('a map without money and without delays', () => {
  test('asks who reaches the goal, ranks levers and campaigns by it, and speaks of no money', async () => {
    const page = await openVolunteers();
    await page
      .getByRole('region', { name: 'Simulation' })
      .getByText(/reach “Drives meals”/)
      .waitFor();
    await page.keyboard.press('Alt+Digit3');
    const view = page.getByRole('main');
    await view.getByText('Who reaches the goal, and where are they lost?').waitFor();
    await view.getByRole('button', { name: 'Find what brings more to the goal' }).click();
    await view
      .getByRole('row', { name: /First call → Drives meals/ })
      .getByText('+6.0%')
      .waitFor();
    await view.getByRole('button', { name: 'Weigh the campaigns' }).click();
    await view.getByText('more reach the goal').waitFor();
    const text = await view.innerText();
    expect(text).not.toMatch(/\$|money|Month by month|Who stays|0 days|Counted/i);
    await checkAccessibility(page, 'the insights of a map without money');
    await takePicture(page, 'insights without money');
  });

  test('is replayed step by step', async () => {
    const page = await openVolunteers();
    await page
      .getByRole('region', { name: 'Simulation' })
      .getByText(/reach “Drives meals”/)
      .waitFor();
    await page.keyboard.press('Control+Shift+Enter');
    const bar = page.getByRole('region', { name: 'Replay' });
    await bar.getByText('Step 0 of 2').waitFor();
    await page.keyboard.press('.');
    await bar.getByText('Step 1 of 2').waitFor();
    await page.keyboard.press('.');
    await bar.getByText('Step 2 of 2').waitFor();
    await bar.getByText(/^0 on the way/).waitFor();
    expect(await bar.getByRole('slider').getAttribute('aria-label')).toBe('Steps');
    await takePicture(page, 'replay in steps');
  });
});
