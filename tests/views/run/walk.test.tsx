import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { newMap } from '../../../src/map/records';
import type { PossibleStep } from '../../../src/simulation/reference/walkState';
import type { WalkSettings } from '../../../src/views/run/walk/useWalk';
import { WalkerForm } from '../../../src/views/run/walk/WalkerForm';
import { WalkPanel } from '../../../src/views/run/walk/WalkPanel';
import { Transitions } from '../../../src/views/run/walk/Transitions';
import { Announcer } from '../../../src/controls/Announcer';
import { showMap } from '../showMap';
import { showRuns } from './showRuns';

const ID = {
  ad: 'touchpoint-ad',
  form: 'touchpoint-form',
  shop: 'touchpoint-shop',
  click: 'transition-click',
  visit: 'transition-visit',
  bea: 'persona-of-bea',
  age: 'attribute-age',
  plan: 'attribute-plan',
  new: 'attribute-new',
  born: 'attribute-born',
  spring: 'campaign-spring',
  rich: 'segment-of-rich',
} as const;

/** From the ad to a form or a shop; a fifth leaves. Only adults may take the transition to the form. */
const map = newMap({
  attributes: {
    [ID.age]: { name: 'Age', type: 'number', unit: 'years' },
    [ID.plan]: { name: 'Plan', type: 'choice', choices: ['light', 'full'] },
    [ID.new]: { name: 'New', type: 'boolean' },
    [ID.born]: { name: 'Born', type: 'date' },
  },
  personas: { [ID.bea]: { name: 'Bea' } },
  campaigns: { [ID.spring]: { name: 'Spring' } },
  segments: { [ID.rich]: { name: 'Rich' } },
  touchpoints: {
    [ID.ad]: { kind: 'entry', name: 'Ad' },
    [ID.form]: { kind: 'outcome', name: 'Form' },
    [ID.shop]: { kind: 'outcome', name: 'Shop' },
  },
  transitions: {
    [ID.click]: {
      from: ID.ad,
      to: ID.form,
      label: 'by link',
      chance: { base: 0.3 },
      when: {
        kind: 'attribute',
        attribute: ID.age,
        test: 'number',
        operator: 'at-least',
        value: 18,
      },
    },
    [ID.visit]: { from: ID.ad, to: ID.shop, chance: { base: 0.5 } },
  },
});

/** The same with something to live through at the ad, and one way on. */
const told = newMap({
  touchpoints: {
    [ID.ad]: {
      kind: 'entry',
      name: 'Ad',
      experience: { default: { doing: 'Looks up', emotion: { now: 1 } } },
    },
    [ID.shop]: { kind: 'outcome', name: 'Shop' },
  },
  transitions: { [ID.visit]: { from: ID.ad, to: ID.shop, chance: { base: 1 } } },
  pains: { 'pain-too-loud': { name: 'Too loud', touchpoints: { [ID.ad]: true } } },
});

/** Two steps, each the only way on. */
const long = newMap({
  touchpoints: {
    [ID.ad]: { kind: 'entry', name: 'Ad' },
    [ID.form]: { name: 'Form' },
    [ID.shop]: { kind: 'outcome', name: 'Shop' },
  },
  transitions: {
    [ID.click]: { from: ID.ad, to: ID.form, chance: { base: 1 } },
    [ID.visit]: { from: ID.form, to: ID.shop, chance: { base: 1 } },
  },
});

const possible = (transition: string, chance: number, more: Partial<PossibleStep> = {}) => ({
  transition,
  chance,
  written: chance,
  isOpen: true,
  otherwise: false,
  segment: null,
  factors: [],
  rule: null,
  turns: [],
  ...more,
});

const step = {
  touchpoint: ID.ad,
  possible: [possible(ID.click, 0.3), possible(ID.visit, 0.5)],
  dropOff: 0.2,
};
const goTo = (name: RegExp) => screen.getByRole('button', { name });

describe('what is possible at a touchpoint', () => {
  test('says which numbers would have led elsewhere', async () => {
    await showMap(<Transitions map={map} step={step} drawn={0.4} chosen={ID.visit} />, map);
    // The draw is a detail: what was chosen, and why, is read without it.
    const detail = screen.getByText('The number that decided').closest('details')!;
    expect(detail).not.toHaveAttribute('open');
    expect(within(detail).getByRole('figure', { hidden: true })).toHaveTextContent(
      'Drawn between 0 and 1: 0.400, so Shop.Below 0.300: Form. From 0.800 on: Leaves here.',
    );
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says nothing of a number where none was drawn', async () => {
    await showMap(<Transitions map={map} step={step} drawn={null} chosen={null} />, map);
    expect(screen.queryByText('The number that decided')).toBeNull();
  });

  test('lets one go by hand, or leave', async () => {
    const onChoose = vi.fn();
    const { user } = await showMap(
      <Transitions map={map} step={step} drawn={0.4} chosen={ID.visit} onChoose={onChoose} />,
      map,
    );
    await user.click(goTo(/Form · by link$/));
    await user.click(goTo(/Leaves here$/));
    expect(onChoose.mock.calls).toEqual([[ID.click], [null]]);
  });

  test('cannot go where a rule does not hold', async () => {
    const closed = possible(ID.click, 0, { isOpen: false });
    await showMap(
      <Transitions
        map={map}
        step={{ ...step, possible: [closed, possible(ID.visit, 0.8)] }}
        drawn={null}
        chosen={null}
        onChoose={() => undefined}
      />,
      map,
    );
    expect(screen.getByText('closed: its rule does not hold')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Form/ })).toBeNull();
    expect(goTo(/Shop$/)).toBeInTheDocument();
  });

  test('tells where a chance comes from: its row, each campaign, what gave way', async () => {
    const helped = possible(ID.click, 0.5, {
      written: 0.3,
      segment: ID.rich,
      factors: [{ campaign: ID.spring, factor: 2 }],
    });
    await showMap(
      <Transitions map={map} step={{ ...step, possible: [helped] }} drawn={null} chosen={null} />,
      map,
    );
    expect(
      screen.getByText(
        '30% because the customer is in “Rich” × 2 by “Spring” → 50% after giving way to the others',
      ),
    ).toBeInTheDocument();
  });
});

describe('who walks', () => {
  const settings: WalkSettings = {
    persona: null,
    attributes: {},
    scenario: null,
    seed: 1,
    customer: 0,
  };
  async function form(given: Partial<WalkSettings> = {}) {
    const onChange = vi.fn();
    const shown = await showMap(
      <WalkerForm settings={{ ...settings, ...given }} onChange={onChange} />,
      map,
    );
    await shown.user.click(screen.getByText('Set attributes by hand'));
    return { ...shown, onChange };
  }

  test('is a persona or whoever the run draws', async () => {
    const { user, onChange } = await form();
    await user.selectOptions(screen.getByLabelText('Persona'), 'Bea');
    expect(onChange).toHaveBeenLastCalledWith({ ...settings, persona: ID.bea });
  });

  test('has attributes set by hand; dates stay as drawn', async () => {
    const { user, onChange } = await form();
    await user.selectOptions(screen.getByLabelText('Plan'), 'full');
    expect(onChange).toHaveBeenLastCalledWith({ ...settings, attributes: { [ID.plan]: 'full' } });
    await user.selectOptions(screen.getByLabelText('New'), 'no');
    expect(onChange).toHaveBeenLastCalledWith({ ...settings, attributes: { [ID.new]: false } });
    expect(screen.queryByLabelText('Born')).toBeNull();
  });

  test('keeps the other attributes when one goes back to what is drawn', async () => {
    const { user, onChange } = await form({ attributes: { [ID.plan]: 'full', [ID.new]: true } });
    await user.selectOptions(screen.getByLabelText('Plan'), 'As drawn');
    expect(onChange).toHaveBeenLastCalledWith({ ...settings, attributes: { [ID.new]: true } });
  });
});

describe('a walk beside the map', () => {
  const where = () => screen.getByRole('region', { name: 'Where the customer is' });
  const button = (name: string) => screen.getByRole('button', { name });

  test('begins at an entry with the card selected, and says why each transition is open', async () => {
    const { editor } = await showRuns(<WalkPanel />, {}, map);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    expect(editor.store.getState().selection).toEqual([{ collection: 'touchpoints', id: ID.ad }]);
    expect(screen.getByText('closed: its rule does not hold')).toBeInTheDocument();
    const rule = screen.getByRole('img', { name: 'does not hold' }).closest('p')!;
    expect(rule).toHaveTextContent(/Age.*18.*not set.*It would turn from 18/);
  });

  test('says of a rule that names something deleted that it holds for nobody', async () => {
    const segment = { kind: 'segment', segment: 'segmentthatwas', not: true } as const;
    const ruled = Object.entries(map.transitions).map(([id, one]) => [
      id,
      { ...one, when: segment },
    ]);
    const transitions = Object.fromEntries(ruled) as typeof map.transitions;
    await showRuns(<WalkPanel />, {}, { ...map, transitions });
    const reasons = await screen.findAllByText(
      'not (in segment “Deleted item”): this names something that was deleted. It holds for nobody until it is mended.',
    );
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('goes a step by hand, tells so in the log, and goes back', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, map);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    expect(button('One step back')).toBeDisabled();
    await user.click(goTo(/^Go by hand: Shop/));
    expect(where()).toHaveTextContent('Shop');
    expect(screen.getByText('The walk ends with the outcome “Shop”.')).toBeInTheDocument();
    expect(button('Step')).toBeDisabled();
    const log = screen.getByRole('list', { name: 'Steps so far' });
    expect(log).toHaveTextContent('Ad');
    await user.click(within(log).getAllByRole('button')[0]!);
    expect(within(log).getByText('closed: its rule does not hold')).toBeInTheDocument();
    await user.click(button('One step back'));
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
  });

  test('goes back as many steps as were asked for, however quickly', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, long);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    await user.click(button('Step'));
    await user.click(button('Step'));
    expect(where()).toHaveTextContent('Shop');
    const back = button('One step back');
    fireEvent.click(back);
    fireEvent.click(back);
    await waitFor(() => expect(back).toBeDisabled());
    expect(where()).not.toHaveTextContent('→');
  });

  test('a step asked for on the way back is made from there', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, long);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    await user.click(button('Step'));
    fireEvent.click(button('One step back'));
    fireEvent.click(button('Step'));
    fireEvent.click(button('Step'));
    await waitFor(() => expect(where()).toHaveTextContent('Form → Shop'));
    // A step beyond the end is none, so one back leads before the end.
    fireEvent.click(button('One step back'));
    await waitFor(() => expect(where()).toHaveTextContent('Ad → Form'));
  });

  test('shows what is done, thought and felt there, and nothing of what nobody wrote', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, told);
    await waitFor(() => expect(where()).toHaveTextContent('Looks up'));
    expect(where()).toHaveTextContent('Doing');
    expect(where()).toHaveTextContent('Good +1');
    expect(where()).toHaveTextContent('Too loud');
    expect(where()).not.toHaveTextContent('Thinking');
    expect(where()).not.toHaveTextContent('Gains');
    await user.click(goTo(/^Go by hand: Shop/));
    expect(where()).not.toHaveTextContent('Doing');
  });

  test('shows no money and no date where the map has none', async () => {
    await showRuns(<WalkPanel />, {}, map);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    expect(where()).not.toHaveTextContent(/\$|Revenue|day 0/);
  });

  test('shows money and the date where the map has them', async () => {
    const transitions = {
      ...map.transitions,
      [ID.visit]: {
        ...map.transitions[ID.visit]!,
        delay: { family: 'constant', value: 2 } as const,
      },
    };
    const market = { ...map.market, fixedCostPerMonth: 100 };
    await showRuns(<WalkPanel />, {}, { ...map, transitions, market });
    await waitFor(() => expect(where()).toHaveTextContent('day 0'));
    expect(where()).toHaveTextContent('Revenue');
  });

  test('goes on by the arrow keys, keeps the keyboard, and says the step in one breath', async () => {
    const { user } = await showRuns(
      <Announcer>
        <WalkPanel />
      </Announcer>,
      {},
      told,
    );
    await waitFor(() => expect(button('Step')).toHaveFocus());
    const live = () => screen.getAllByRole('status')[0]!;
    expect(live()).toHaveTextContent('Now at Ad. Doing: Looks up. Emotion: Good.');
    await user.keyboard('{ArrowRight}');
    expect(where()).toHaveTextContent('Shop');
    expect(where()).toHaveTextContent('Ad → Shop');
    expect(live()).toHaveTextContent(/^Now at Shop. .*The walk ends with the outcome “Shop”.$/);
    expect(button('Start over')).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(where()).toHaveTextContent('Looks up'));
  });

  test('the arrow keys of a field stay with the field', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, told);
    await waitFor(() => expect(button('Step')).toHaveFocus());
    await user.click(screen.getByLabelText('Customer no.'));
    await user.keyboard('{ArrowRight}');
    expect(where()).toHaveTextContent('Looks up');
  });

  test('opens a rule by an attribute set by hand', async () => {
    const { user } = await showRuns(<WalkPanel />, {}, map);
    await waitFor(() => expect(where()).toHaveTextContent('Ad'));
    await user.click(screen.getByText('Set attributes by hand'));
    await user.type(screen.getByLabelText('Age'), '20{Enter}');
    expect(await screen.findByRole('img', { name: 'holds' })).toBeInTheDocument();
    expect(goTo(/^Go by hand: Form/)).toBeInTheDocument();
  });

  test('says of a map without an entry that nobody can walk it', async () => {
    await showRuns(<WalkPanel />, {}, newMap({}));
    expect(await screen.findByText(/^Nobody can walk this map/)).toBeInTheDocument();
  });
});
