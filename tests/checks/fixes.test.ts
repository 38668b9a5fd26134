import { describe, expect, test } from 'vitest';
import { fixFor, type Problem, type RuleId } from '../../src/checks';
import { RULES } from '../../src/checks/registry';
import { findingName } from '../../src/checks/names';
import { applyEdit } from '../../src/map/edits';
import type { JourneyMap } from '../../src/map/schema';
import { CASES } from './cases';
import { found, id, mapOf, soundMap, TODAY, transition, transitionTable } from './support';

const options = { today: TODAY };

/** The map after a fix; the same map where the fix has nothing to do there any more. */
function after(map: JourneyMap, problem: Problem, fix: string): JourneyMap {
  const edit = fixFor(map, problem, fix, options);
  return edit ? applyEdit(map, edit).map : map;
}

describe.each(Object.entries(CASES))('a stale finding: %s', (name, { bad }) => {
  const [problem] = found(bad, name.split(':')[0] as RuleId);
  // Declaring an attribute is right whoever speaks of it.
  const fixes = (problem?.fixes.map((fix) => fix.id) ?? []).filter((fix) => fix !== 'declare');

  test('its fixes do nothing to a map that lost the record', () => {
    const blank = mapOf({});
    for (const fix of fixes) expect(after(blank, problem!, fix)).toEqual(blank);
  });

  test('nor to the map they have mended already', () => {
    for (const fix of fixes) {
      const mended = after(bad, problem!, fix);
      expect(mended).not.toEqual(bad);
      expect(after(mended, problem!, fix)).toEqual(mended);
    }
  });

  test('nor where it points at another kind of record', () => {
    if (!problem?.target) return;
    const elsewhere = { ...problem, target: { collection: 'comments' as const, id: id('any') } };
    const blank = mapOf({});
    for (const fix of fixes) expect(after(blank, elsewhere, fix)).toEqual(blank);
  });
});

describe('a fix that is asked for', () => {
  const [problem] = found(CASES['dead-end']!.bad, 'dead-end');

  test('has to be one of the rule’s', () => {
    for (const fix of ['line', 'constructor', 'toString', '']) {
      expect(fixFor(CASES['dead-end']!.bad, problem!, fix, options)).toBeNull();
    }
    const [hint] = found(CASES.unreviewed!.bad, 'unreviewed');
    expect(fixFor(CASES.unreviewed!.bad, hint!, 'reviewed', options)).toBeNull();
  });
});

describe('what a sentence calls a record', () => {
  const map = soundMap({
    touchpoints: { [id('blank')]: { name: '  ' } },
    transitions: transitionTable(
      transition('start', 'end', { label: 'Skip' }),
      transition('start', 'blank', { label: ' ' }),
    ),
  });

  test('is its name, of a transition its label or its two ends', () => {
    expect(findingName(map, 'touchpoints', id('start'))).toBe('Start');
    expect(findingName(map, 'transitions', id('way-0'))).toBe('Skip');
    expect(findingName(map, 'transitions', id('way-1'))).toBe('Start → …');
  });

  test('is an ellipsis where it has none or is not there', () => {
    expect(findingName(map, 'touchpoints', id('blank'))).toBe('…');
    expect(findingName(map, 'touchpoints', id('gone'))).toBe('…');
    expect(findingName(map, 'transitions', id('gone'))).toBe('…');
  });
});

test('each rule is registered under its own id, with the severity its cases have', () => {
  for (const [key, rule] of Object.entries(RULES)) expect(rule.id).toBe(key);
});
