import type { JourneyMap } from '../../map/schema';
import { LEAVE } from '../config';
import { eventNames } from '../eventNames';
import { metaRecordOf } from '../metaRecord';
import { toMachine } from '../toMachine';
import { type MachineText, print, Raw } from './print';

/** Parameters of each action, as TypeScript writes them. */
const ACTIONS = {
  wait: '{ transition: string; delay: object }',
  take: '{ transition: string }',
  leave: '{ touchpoint: string; after: number; reason: string }',
  visit: '{ touchpoint: string }',
  book: '{ transition?: string; touchpoint?: string; cost: number; revenue: number }',
  effect: '{ id: string; [field: string]: unknown }',
  feel: '{ touchpoint: string }',
  contact: '{ touchpoint: string; campaign: string }',
  price: '{ touchpoint: string; monthlyPrice: number }',
} as const;

/**
 * The machine of a map as a TypeScript module for developers: `setup({…}).createMachine({…})` with
 * typed events, guards and actions. Stages, touchpoints and transitions are whole; people, KPIs and
 * campaigns stay in the JSON form.
 */
export function toTypeScript(map: JourneyMap): string {
  return machineSource(map).text;
}

/** As `toTypeScript`, with the lines of every record. */
export function machineSource(map: JourneyMap): MachineText {
  const { id, description, initial, ...rest } = toMachine(map);
  const { format, version } = map;
  const config = {
    id,
    ...(description !== undefined && { description }),
    initial,
    context: new Raw('({ input }) => input'),
    ...rest,
    meta: { ...rest.meta, map: { ...metaRecordOf('map', { format, version, id: map.id }, []) } },
  };
  const style = { key: keyOf, text: textOf, width: 100, lastComma: ',' } as const;
  return print(config, style, headOf(map), ');\n');
}

function headOf(map: JourneyMap): string {
  const { entries, transitions } = eventNames(map);
  const events = [...entries.values(), ...transitions.values(), LEAVE];
  const actions = Object.entries(ACTIONS).map(
    ([name, params]) =>
      `    ${name}: ({ context }, params: ${params}) =>\n      context.happens(${textOf(name)}, params),`,
  );
  return `import { setup } from 'xstate';

/** A customer on their journey: the machine says what can happen, the customer remembers what did. */
export interface Customer {
  /** Does the rule hold for them now? */
  fits(rule: object): boolean;
  /** On the way: wait, take, book. On entry: visit, book, effect, feel, contact, price. */
  happens(what: string, params: object): void;
}

export const machine = setup({
  types: {
    context: {} as Customer,
    input: {} as Customer,
    events: {} as
${events.map((name) => `      | { type: ${textOf(name)} }`).join('\n')},
  },
  guards: {
    rule: ({ context }, params: { rule: object }) => context.fits(params.rule),
  },
  actions: {
${actions.join('\n')}
  },
}).createMachine(`;
}

/** A property name; the one that would set the prototype is computed. */
function keyOf(key: string): string {
  if (key === '__proto__') return `['__proto__']`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textOf(key);
}

/**
 * A literal in the quotes that need no escape, single ones if both would do; what would end a line
 * or turn the reading direction is escaped.
 */
function textOf(text: string): string {
  const written = JSON.stringify(text).replace(
    /[\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  if (text.includes("'") && !text.includes('"')) return written;
  const inner = written
    .slice(1, -1)
    .replace(/\\.|'/gsu, (part) => (part === '\\"' ? '"' : part === "'" ? "\\'" : part));
  return `'${inner}'`;
}
