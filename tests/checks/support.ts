import { fixFor, problems } from '../../src/checks';
import type { Problem, RuleId } from '../../src/checks';
import { diff } from '../../src/map/change';
import { applyEdit } from '../../src/map/edits';
import { Attribute, JourneyMap, type JourneyMapInput, Transition } from '../../src/map/schema';
import type { Found } from './cases/case';

export const TODAY = '2026-06-15';

/** `stage` → `stage-------`: a readable id that is valid. */
export const id = (name: string) => name.padEnd(12, '-');

export type Touchpoints = NonNullable<JourneyMapInput['touchpoints']>;
export type Tables = Partial<Omit<JourneyMapInput, 'format' | 'version' | 'id'>>;

export function mapOf(tables: Tables): JourneyMap {
  return JourneyMap.parse({
    format: 'journey-map',
    version: 1,
    id: id('map'),
    createdAt: '2024-06-15T09:00:00.000Z',
    ...tables,
  });
}

/** A transition with everybody's chance, unless `more` says otherwise. */
export function transition(from: string, to: string, more: object = {}) {
  return { from: id(from), to: id(to), chance: { base: 1 }, ...more };
}

/** Transitions `a-b`, each between two ids by name. */
export function transitionTable(...list: readonly ReturnType<typeof transition>[]) {
  return Object.fromEntries(list.map((one, index) => [id(`way-${index}`), one]));
}

/** Start → middle → end, all of it in order: a map without errors or warnings. */
export function soundMap(more: Tables = {}): JourneyMap {
  const reviewedAt = '2026-06-01';
  return mapOf({
    stages: { [id('stage')]: { name: 'Only stage' } },
    ...more,
    touchpoints: {
      [id('start')]: { name: 'Start', kind: 'entry', stage: id('stage'), reviewedAt },
      [id('middle')]: {
        name: 'Middle',
        stage: id('stage'),
        reviewedAt,
        position: { x: 0, y: 100 },
      },
      [id('end')]: {
        name: 'End',
        kind: 'outcome',
        stage: id('stage'),
        reviewedAt,
        position: { x: 0, y: 200 },
      },
      ...more.touchpoints,
    },
    transitions: {
      [id('go')]: transition('start', 'middle'),
      [id('finish')]: transition('middle', 'end'),
      ...more.transitions,
    },
  });
}

export const age = { [id('age')]: { name: 'Age', type: 'number' } } as const;
/** Older than 50, younger than 40. */
export const old = {
  kind: 'attribute',
  test: 'number',
  operator: 'more',
  value: 50,
  attribute: id('age'),
} as const;
export const young = { ...old, operator: 'less', value: 40 } as const;
export const everyone = { kind: 'everyone' } as const;

/** Segments of the old and of the young, whom nobody can both be. */
export const people = {
  attributes: age,
  segments: {
    [id('old')]: { name: 'Old', rule: old },
    [id('young')]: { name: 'Young', rule: young },
  },
};

/** A segment's row of a chance. */
export const row = (segment: string, value: number) => ({ [id(segment)]: { value } });

/** The sound map with one segment more. */
export const segment = (more: object, extra: object = {}) =>
  soundMap({ attributes: age, segments: { [id('seg')]: { name: 'Seg', ...more } }, ...extra });

/** A touchpoint that nothing leads to. */
export const loose = (kind: 'touchpoint' | 'decision' | 'entry' = 'touchpoint') => ({
  [id('loose')]: { name: 'Loose', kind, stage: id('stage'), reviewedAt: '2026-06-01' },
});

/** Half of those who start drop off there. */
export const halfChance = { [id('go')]: transition('start', 'middle', { chance: { base: 0.5 } }) };

/** Start → decision → end and loss, with the transitions given. */
export function decision(transitions: ReturnType<typeof transitionTable>, more: Touchpoints = {}) {
  return mapOf({
    attributes: age,
    touchpoints: {
      [id('start')]: { name: 'Start', kind: 'entry' },
      [id('choice')]: { name: 'Choice', kind: 'decision' },
      [id('end')]: { name: 'End', kind: 'outcome' },
      [id('lost')]: { name: 'Lost', kind: 'outcome', outcome: 'loss' },
      ...more,
    },
    transitions: { [id('go')]: transition('start', 'choice'), ...transitions },
  });
}

/** Campaigns `mail-0`, `mail-1` … at the middle of the sound map, each unlike a planned mailing in what is given. */
export const campaigns = (...list: object[]) => ({
  campaigns: Object.fromEntries(
    list.map((more, index) => [
      id(`mail-${String(index)}`),
      {
        name: 'Mail',
        touchpoints: { [id('middle')]: true as const },
        channel: 'email',
        status: 'planned' as const,
        ...more,
      },
    ]),
  ),
});

export const lift = (transition: string) => ({
  [id('lift')]: { kind: 'lift' as const, transition: id(transition), factor: 2 },
});

export type Column = Readonly<Record<string, NonNullable<Touchpoints[string]>>>;

/** Touchpoints in journey order, one under the other, each called as its id. */
export const column = (list: Column): Touchpoints =>
  Object.fromEntries(
    Object.entries(list).map(([name, more], index) => [
      id(name),
      { name, position: { x: 0, y: 100 * index }, ...more },
    ]),
  );

/** Cards without stages. */
export const cards = (list: Column, transitions: Tables['transitions'] = {}) =>
  mapOf({ touchpoints: column(list), transitions });

export function found(map: JourneyMap, rule: RuleId): Problem[] {
  return problems(map, { today: TODAY }).filter((problem) => problem.rule === rule);
}

/** The map after one fix of one problem, checked as every edit is. */
export function fixed(map: JourneyMap, problem: Problem | undefined, fix: string): JourneyMap {
  const edit = problem && fixFor(map, problem, fix, { today: TODAY });
  if (!edit) throw new Error(`no fix ${fix}`);
  return applyEdit(map, edit).map;
}

const bare = (text: string) => text.replaceAll(/-+(?=$|[/:,"])/g, '');

/** What a rule finds, as a case says it. */
export function told(map: JourneyMap, rule: RuleId): Found[] {
  return found(map, rule).map(({ key, severity, target, message, also, fixes }) => {
    const place = target ? `${target.collection}/${target.id}` : 'map';
    const variant = message.id.slice(`check.${rule}.message`.length + 1);
    if (!key.startsWith(`${rule}:${place}:`)) throw new Error(`${key} is not at ${place}`);
    const labels = fixes.flatMap(({ id: fix, message: label }) => {
      const more = Object.entries(label.values).filter(([name]) => !(name in message.values));
      return more.length === 0 ? [] : [[fix, Object.fromEntries(more)] as const];
    });
    return {
      severity,
      key: bare(key.slice(rule.length + 1)),
      ...(variant !== '' && { variant }),
      values: message.values,
      ...(also.length > 0 && { also: also.map((at) => bare(`${at.collection}/${at.id}`)) }),
      ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
    };
  });
}

/** Where a rule finds something: the keys of its problems without its name. */
export const keys = (map: JourneyMap, rule: RuleId) => told(map, rule).map(({ key }) => key);

/** The records each problem of a rule names besides its own. */
export const also = (map: JourneyMap, rule: RuleId) => told(map, rule).map((one) => one.also ?? []);

/** The fixes on offer for each problem of a rule. */
export const offers = (map: JourneyMap, rule: RuleId) =>
  found(map, rule).map(({ fixes }) => fixes.map((fix) => fix.id));

/** What one fix of the first problem of a rule changes, a line each, in a fixed order. */
export function changes(map: JourneyMap, rule: RuleId, fix: string): string[] {
  const [problem] = found(map, rule);
  return diff(map, fixed(map, problem, fix))
    .map(({ collection, id: record, kind, path, after }) => {
      const place = bare([collection, record, ...path].join('/'));
      if (kind === 'removed') return `- ${place}`;
      if (kind !== 'added')
        return `${place} = ${after === undefined ? 'nothing' : bare(JSON.stringify(after))}`;
      if (collection === 'attributes') {
        const { name, type } = Attribute.parse(after);
        return `+ ${place}: ${name} ${type}`;
      }
      const { from, to, otherwise, chance } = Transition.parse(after);
      return `+ ${bare(from)} → ${bare(to)} ${otherwise ? 'otherwise' : String(chance.base)}`;
    })
    .sort();
}
