import { describe, expect, test } from 'vitest';
import { marksOf } from '../../src/insight/kpis/marks';
import { linksOf } from '../../src/insight/table/links';
import { isLinked, isExperience, MOST_CHIPS, tableRowsOf } from '../../src/insight/table/rows';
import { createLanguage } from '../../src/language';
import messages from '../../src/language/messages/en.json';
import { tableColumnsOf, groupsOf, onlyOf, personasOf } from '../../src/map/table/columns';
import type { TableLane } from '../../src/map/table/lanes';
import type { RunResult } from '../../src/simulation';
import { id, SHOP, shopOf, touchpointsWith } from './shop';

const english = createLanguage({ locale: 'en', tag: 'en-GB' }, messages);
const page = { [id('page')]: true as const };

const campaign = (name: string, order: string, segment: string | null, color = 'blue') => ({
  campaigns: {
    [id(name)]: { name, order, touchpoints: page, segment: segment === null ? null : id(segment) },
  },
  ...(segment !== null && { segments: { [id(segment)]: { name: segment, color } } }),
});

describe('marks on a touchpoint', () => {
  const marks = (map = shopOf(), run: RunResult | null = null) =>
    marksOf(map, [], run, english)[id('page')];

  test('name its campaigns in order, and each of their segments once', () => {
    const first = campaign('Second', 'a1', 'fans');
    const second = campaign('First', 'a0', 'fans');
    const map = shopOf({
      campaigns: { ...first.campaigns, ...second.campaigns },
      segments: { ...first.segments, ...second.segments },
    } as never);
    expect(marks(map)).toMatchObject({
      campaigns: ['First', 'Second'],
      segments: [{ name: 'fans', color: 'blue' }],
    });
  });

  test('call campaigns, segments and KPIs without a name by their kind', () => {
    const nameless = { name: ' ', order: 'a0' };
    const map = shopOf({
      campaigns: { [id('flyer')]: { ...nameless, touchpoints: page, segment: id('fans') } },
      segments: { [id('fans')]: { ...nameless, color: 'teal' } },
      kpis: { [id('kpi')]: { ...nameless, scope: { kind: 'touchpoint', id: id('page') } } },
    } as never);
    expect(marks(map)).toMatchObject({
      campaigns: ['Unnamed campaign'],
      segments: [{ name: 'Unnamed segment', color: 'teal' }],
      kpis: [{ name: 'Unnamed KPI' }],
    });
  });

  test('show a KPI where it is measured: at its touchpoint, else where it leads to', () => {
    const kpi = { name: 'Buyers', metric: { kind: 'catalogue', id: 'activation' } };
    const at = (more: object) => {
      const map = shopOf({ kpis: { [id('kpi')]: { ...kpi, ...more } } } as never);
      return Object.keys(marksOf(map, [], null, english));
    };
    expect(at({ scope: { kind: 'touchpoint', id: id('page') } })).toEqual([id('page')]);
    expect(at({ params: { to: id('bought') } })).toEqual([id('bought')]);
    expect(at({})).toEqual([]);
    expect(at({ scope: { kind: 'touchpoint', id: id('gone') } })).toEqual([]);
  });

  test('a KPI says what the run says, else its latest measurement, and how that stands', () => {
    const map = shopOf({
      kpis: {
        [id('kpi')]: {
          name: 'Buyers',
          direction: 'up',
          target: 0.3,
          metric: { kind: 'catalogue', id: 'activation' },
          scope: { kind: 'touchpoint', id: id('page') },
          actuals: {
            [id('old')]: { date: '2026-01-01', value: 0.9 },
            [id('new')]: { date: '2026-02-01', value: 0.1 },
          },
        },
      },
    } as never);
    const chip = (run: object | null) => marks(map, run as RunResult | null)?.kpis[0];
    expect(chip(null)).toMatchObject({ value: '10%', state: 'missed' });
    const kpis = { [id('kpi')]: { value: 0.3 } };
    expect(chip({ kpis })).toMatchObject({ name: 'Buyers', value: '30%', state: 'met' });
    expect(chip({ kpis: {} })).toMatchObject({ value: '10%' });
    const bare = { ...map, kpis: { [id('kpi')]: { ...map.kpis[id('kpi')]!, actuals: {} } } };
    expect(marks(bare)?.kpis[0]).toMatchObject({ value: '', state: 'unknown' });
    const aimless = { ...map, kpis: { [id('kpi')]: { ...map.kpis[id('kpi')]!, target: null } } };
    expect(marks(aimless)?.kpis[0]).toMatchObject({ value: '10%', state: 'unknown' });
  });

  test('show the first problem that is more than a hint', () => {
    const at = (severity: 'error' | 'warning' | 'hint', name = 'page') =>
      ({
        severity,
        target: { collection: 'touchpoints', id: id(name) },
        message: { id: 'control.close', values: {} },
      }) as const;
    const shown = (...problems: ReturnType<typeof at>[]) =>
      marksOf(shopOf(), problems, null, english)[id('page')]?.problem?.severity;
    expect(shown(at('error'), at('warning'))).toBe('error');
    expect(shown(at('hint'))).toBeUndefined();
    expect(shown(at('hint'), at('warning'))).toBe('warning');
    expect(shown(at('error', 'gone'))).toBeUndefined();
  });
});

describe('chips of the table', () => {
  test('name what is linked with a touchpoint, in the colour of its segment', () => {
    const { campaigns, segments } = campaign('Flyer', 'a0', 'fans', 'teal');
    const map = shopOf({
      campaigns,
      segments,
      pains: { [id('slow')]: { text: 'Too slow', touchpoints: page } },
      gains: { [id('nice')]: { text: 'Nice', touchpoints: page } },
    } as never);
    const links = linksOf(map, null, english);
    const names = (kind: 'campaigns' | 'pains' | 'gains' | 'segments') =>
      links[kind].get(id('page'))?.map(({ name, tone }) => [name, tone]);
    expect(names('campaigns')).toEqual([['Flyer', 'teal']]);
    expect(names('pains')).toEqual([['Too slow', 'red']]);
    expect(names('gains')).toEqual([['Nice', 'blue']]);
    expect(names('segments')).toEqual([['fans', 'teal']]);
    expect(links.campaigns.get(id('ad'))).toBeUndefined();
  });

  test('a segment is at a touchpoint by a campaign, a message, a weight or a chance of its own', () => {
    const segments = Object.fromEntries(
      ['c', 'm', 'w', 'x', 'none'].map((name) => [id(name), { name }]),
    );
    const row = (name: string) => ({ [id(name)]: { value: 0.4, order: 'a0' } });
    const map = shopOf({
      segments,
      campaigns: { [id('k')]: { touchpoints: page, segment: id('c') } },
      touchpoints: touchpointsWith('page', {
        messages: { [id('hello')]: { segment: id('m'), text: 'Hello' } },
        weight: { base: 0, bySegment: row('w') },
      }),
      transitions: {
        ...SHOP.transitions,
        [id('buy')]: {
          from: id('page'),
          to: id('bought'),
          chance: { base: 0.25, bySegment: row('x') },
        },
      },
    });
    const links = linksOf(map, null, english);
    expect(
      links.segments
        .get(id('page'))
        ?.map(({ name }) => name)
        .sort(),
    ).toEqual(['c', 'm', 'w', 'x']);
    expect(links.messages.get(id('page'))).toMatchObject([{ name: 'Hello', value: 'm' }]);
    const everyone = shopOf({
      campaigns: { [id('k')]: { name: 'For all', touchpoints: page } },
      segments: { [id('m')]: { name: 'm', color: 'lime' } },
      touchpoints: touchpointsWith('page', {
        messages: {
          [id('all')]: { segment: null, text: '', order: 'a0' },
          [id('some')]: { segment: id('m'), text: '', order: 'a1' },
        },
      }),
    });
    const toAll = linksOf(everyone, null, english);
    const [first, second] = toAll.messages.get(id('page'))!;
    expect(first).toMatchObject({ name: first!.value, tone: 'grey' });
    expect(second).toMatchObject({ name: 'm', value: 'm', tone: 'lime' });
    expect(toAll.campaigns.get(id('page'))).toMatchObject([{ name: 'For all', tone: 'grey' }]);
    expect(toAll.segments.get(id('page'))?.map((link) => link.id)).toEqual([id('m')]);
  });
});

describe('columns and rows', () => {
  const map = shopOf({
    stages: { ...SHOP.stages, [id('later')]: { name: 'Later', order: 'a2' } },
    touchpoints: { ...SHOP.touchpoints, [id('loose')]: { stage: null } },
    personas: { [id('ann')]: { name: 'Ann', color: 'red' } },
  });
  const columns = tableColumnsOf(map);

  test('what has no stage comes first, and a stage without touchpoints has room for one', () => {
    expect(columns.map(({ key }) => key)).toEqual([
      id('loose'),
      id('ad'),
      id('page'),
      id('bought'),
      `empty-${id('later')}`,
    ]);
    expect(groupsOf(columns)).toEqual([
      { stage: null, start: 0, count: 1 },
      { stage: id('see'), start: 1, count: 2 },
      { stage: id('have'), start: 3, count: 1 },
      { stage: id('later'), start: 4, count: 1 },
    ]);
    expect(onlyOf(columns, null)).toBe(columns);
    expect(onlyOf(columns, new Set([id('page')])).map(({ key }) => key)).toEqual([id('page')]);
    expect(personasOf(map)).toEqual([{ id: id('ann'), name: 'Ann', color: 'red' }]);
  });

  const lane = (kind: TableLane['kind'], more: Partial<TableLane> = {}): TableLane => ({
    id: kind,
    kind,
    name: kind,
    visible: true,
    cells: {},
    ...more,
  });
  const rows = (lanes: TableLane[], people: (string | null)[] = [null], of = map) =>
    tableRowsOf(lanes, people, tableColumnsOf(of), of.touchpoints, linksOf(of, null, english));

  test('a told lane has a row for each person, others have one, hidden ones none', () => {
    const found = rows(
      [lane('doing'), lane('channel'), lane('pains', { visible: false })],
      [null, id('ann')],
    );
    expect(found.map(({ key, first }) => [key, first])).toEqual([
      ['doing', true],
      [`doing/${id('ann')}`, false],
      ['channel', true],
    ]);
    expect(
      isExperience('feeling') && !isExperience('channel') && isLinked('kpis') && !isLinked('doing'),
    ).toBe(true);
  });

  test('a row is as tall as its longest text, word by word, up to six lines', () => {
    const told = (doing: string) =>
      shopOf({ touchpoints: touchpointsWith('page', { experience: { default: { doing } } }) });
    const lines = (doing: string) => rows([lane('doing')], [null], told(doing))[0]!.lines;
    expect(lines('')).toBe(2);
    expect(lines('one two')).toBe(2);
    // 22 characters fit into a line.
    expect(lines(`${'a'.repeat(22)} ${'b'.repeat(22)} ${'c'.repeat(22)}`)).toBe(3);
    expect(lines('a\nb\nc\nd')).toBe(4);
    expect(lines(`${'a'.repeat(20)} ${'b'.repeat(20)} ${'c'.repeat(20)}`)).toBe(3);
    expect(lines(`${'a'.repeat(10)} ${'b'.repeat(11)}\nx`)).toBe(2);
    expect(lines(`${'a'.repeat(10)} ${'b'.repeat(12)}\nx`)).toBe(3);
    expect(lines('a'.repeat(67))).toBe(4);
    expect(lines('word '.repeat(100))).toBe(6);
  });

  test('a persona who only shares what everyone does takes one line beside everyone', () => {
    const long = 'a longer text that needs more than a single line of the cell';
    const of = shopOf({
      touchpoints: touchpointsWith('page', { experience: { default: { doing: long } } }),
      personas: { [id('ann')]: { name: 'Ann' } },
    });
    const [all, ann] = rows([lane('doing')], [null, id('ann')], of);
    expect(all!.lines).toBeGreaterThan(2);
    expect(ann!.lines).toBe(1);
    const [alone] = rows([lane('doing')], [id('ann')], of);
    expect(alone!.lines).toBe(all!.lines);
  });

  test('a lane of chips is as tall as its most chips, up to a limit', () => {
    const pains = (count: number) =>
      shopOf({
        pains: Object.fromEntries(
          Array.from({ length: count }, (_, index) => [
            id(`pain${String(index)}`),
            { text: 'x', touchpoints: page },
          ]),
        ),
      });
    const lines = (count: number) => rows([lane('pains')], [null], pains(count))[0]!.lines;
    expect([lines(0), lines(3), lines(9)]).toEqual([1, 3, MOST_CHIPS]);
  });

  test('an own lane is as tall as its texts', () => {
    const cells = { [id('page')]: 'a\nb\nc', [id('ad')]: 'x' };
    expect(rows([lane('custom', { cells })])[0]!.lines).toBe(3);
    expect(rows([lane('custom')])[0]!.lines).toBe(2);
    expect(rows([lane('emotion')])[0]!.lines).toBe(1);
  });
});
