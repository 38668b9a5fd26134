import type { AttributeValue, Clause, Rule } from '../../../map/schema';
import { type Access, type Actual, compileRule, dateOfDay, type Segments } from '../../../rules';
import type { RecordRef } from './reasons';
import { dayOfClock } from '../../clock';

/** What a situation can remember of a customer. Everything a rule or a price reads, and nothing else. */
export type VariableKind =
  | 'attribute'
  | 'share'
  | 'persona'
  | 'visits'
  | 'passVisits'
  | 'taken'
  | 'passTaken'
  | 'arm'
  | 'contacts'
  | 'age'
  | 'price'
  | 'paid'
  | 'clock'
  | 'days'
  | 'revenue'
  | 'acquired'
  | 'seen';

/** The state of one customer: a number per state variable; `FORGOTTEN` where it can no longer matter. */
export type Memory = number[];
export const FORGOTTEN = -1;
/** An arm that has not been drawn yet. */
export const UNDRAWN = -2;

type ValueTest = (value: Actual) => boolean;

export interface StateVariable {
  readonly kind: VariableKind;
  readonly id: string;
  /** The first record whose rule reads it. */
  readonly because: RecordRef | null;
  /** Numbers it is compared with. */
  readonly thresholds: Set<number>;
  /** The comparisons of an attribute. */
  readonly tests: ValueTest[];
  /** Is the attribute compared with today? */
  relative: boolean;
  /** Is the attribute compared as text? */
  textual: boolean;
  /** Values of an attribute by the number that stands for them in a memory. */
  readonly values: Actual[];
  readonly numberOf: Map<string, number>;
}

/** The memory rules read from. */
export interface Situation {
  memory: Memory;
}

export type SituationTest = (situation: Situation) => boolean;

/** A compiled rule, and the state variables it reads. */
export interface CompiledRule {
  readonly test: SituationTest;
  readonly reads: readonly number[];
}

/** Finds out what has to be remembered while it compiles rules. */
export class StateVariables {
  readonly all: StateVariable[] = [];
  private readonly at = new Map<string, number>();
  private readonly map: Segments;
  private readonly startDay: number;
  private readonly armsOf: (campaign: string) => readonly string[] | null;
  private readonly personaIds: readonly string[];
  private readonly isKnown: (
    collection: 'touchpoints' | 'transitions' | 'attributes',
    id: string,
  ) => boolean;
  private reading = new Set<number>();
  private reader: RecordRef | null = null;
  private readonly segments = new Map<string, CompiledRule>();

  constructor(options: {
    map: Segments;
    startDay: number;
    armsOf: (campaign: string) => readonly string[] | null;
    personaIds: readonly string[];
    isKnown: StateVariables['isKnown'];
  }) {
    this.map = options.map;
    this.startDay = options.startDay;
    this.armsOf = options.armsOf;
    this.personaIds = options.personaIds;
    this.isKnown = options.isKnown;
  }

  /** The index of a variable, which is added at the first call. */
  declare(kind: VariableKind, id = '', because: RecordRef | null = this.reader): number {
    const key = `${kind} ${id}`;
    let index = this.at.get(key);
    if (index === undefined) {
      index = this.all.length;
      this.at.set(key, index);
      this.all.push({
        kind,
        id,
        because,
        thresholds: new Set(),
        tests: [],
        relative: false,
        textual: false,
        values: [],
        numberOf: new Map(),
      });
    }
    return index;
  }

  /** The index of a variable, or −1 where nothing reads it. */
  find(kind: VariableKind, id = ''): number {
    return this.at.get(`${kind} ${id}`) ?? -1;
  }

  compile(rule: Rule, because: RecordRef, within: string | null = null): CompiledRule {
    const before = { reading: this.reading, reader: this.reader };
    this.reading = new Set();
    this.reader = because;
    const test = compileRule(rule, this.map, this.access, within);
    const reads = [...this.reading];
    this.reading = before.reading;
    this.reader = before.reader;
    return { test, reads };
  }

  segment(id: string): CompiledRule {
    let known = this.segments.get(id);
    if (!known) {
      const rule = Object.hasOwn(this.map.segments, id) ? this.map.segments[id]?.rule : undefined;
      known = rule
        ? this.compile(rule, { collection: 'segments', id }, id)
        : { test: () => false, reads: [] };
      this.segments.set(id, known);
    }
    return known;
  }

  private readonly access: Access<Situation> = {
    today: ({ memory }) => {
      const clock = this.find('clock');
      return clock < 0 ? '' : dateOfDay(this.dayAt(memory[clock]!));
    },
    reader: (clause) => this.readerOf(clause),
    member: (id) => {
      const { test, reads } = this.segment(id);
      for (const variable of reads) this.reading.add(variable);
      return test;
    },
  };

  /** Day number of a moment on the run clock. */
  dayAt(clock: number): number {
    return this.startDay + dayOfClock(clock);
  }

  private read(kind: VariableKind, id = ''): number {
    const index = this.declare(kind, id);
    this.reading.add(index);
    return index;
  }

  private readerOf(clause: Exclude<Clause, { kind: 'segment' }>): (s: Situation) => Actual {
    const counted = (kind: VariableKind, id: string, known: boolean) => {
      if (!known) return () => 0;
      const k = this.read(kind, id);
      this.compare(k, clause);
      return ({ memory }: Situation) => memory[k]!;
    };
    switch (clause.kind) {
      case 'attribute':
        return this.attributeReader(clause);
      case 'visits':
        return counted(
          clause.scope === 'pass' ? 'passVisits' : 'visits',
          clause.touchpoint,
          this.isKnown('touchpoints', clause.touchpoint),
        );
      case 'taken':
        return counted(
          clause.scope === 'pass' ? 'passTaken' : 'taken',
          clause.transition,
          this.isKnown('transitions', clause.transition),
        );
      case 'contacts':
        return counted('contacts', clause.campaign, this.armsOf(clause.campaign) !== null);
      case 'arm': {
        const arms = this.armsOf(clause.campaign);
        if (!arms) return () => null;
        const k = this.read('arm', clause.campaign);
        return ({ memory }) => arms[memory[k]!] ?? null;
      }
      case 'days':
      case 'revenue':
        return counted(clause.kind, '', true);
      case 'today': {
        this.read('clock');
        return this.access.today;
      }
      case 'everyone':
        return () => null;
      case 'persona': {
        const k = this.read('persona');
        const { personaIds } = this;
        this.all[k]!.thresholds.add(personaIds.indexOf(clause.persona));
        return ({ memory }) => personaIds[memory[k]!] ?? null;
      }
      case 'share': {
        const k = this.read('share', clause.id);
        this.all[k]!.thresholds.add(clause.share);
        return ({ memory }) => memory[k]!;
      }
    }
  }

  private compare(variable: number, clause: Clause): void {
    if (!('value' in clause) || typeof clause.value !== 'number') return;
    const { thresholds } = this.all[variable]!;
    thresholds.add(clause.value);
    if (
      'operator' in clause &&
      clause.operator.endsWith('between') &&
      typeof clause.to === 'number'
    ) {
      thresholds.add(clause.to);
    }
  }

  private attributeReader(
    clause: Extract<Clause, { kind: 'attribute' }>,
  ): (s: Situation) => Actual {
    if (!this.isKnown('attributes', clause.attribute)) return () => null;
    const k = this.read('attribute', clause.attribute);
    const variable = this.all[k]!;
    if (clause.test === 'number') this.compare(k, clause);
    if (['text', 'one-of', 'list'].includes(clause.test)) variable.textual = true;
    if (isRelative(clause)) {
      variable.relative = true;
      this.read('clock');
    }
    const bare = { ...clause, not: false };
    variable.tests.push(compileRule<Actual>(bare, this.map, VALUE_ITSELF));
    return ({ memory }) => variable.values[memory[k]!] ?? null;
  }
}

const VALUE_ITSELF: Access<Actual> = {
  today: () => '',
  reader: () => (value) => value,
  member: () => () => false,
};

function isRelative(clause: Extract<Clause, { kind: 'attribute' }>): boolean {
  if (clause.test === 'age' || clause.test === 'period') return true;
  if (clause.test !== 'date') return false;
  const usesTo = clause.operator.endsWith('between');
  return typeof clause.value !== 'string' || (usesTo && typeof clause.to !== 'string');
}

/** How the values of an attribute may be told apart no further than needed. */
export type Coarseness =
  /** Values that pass the same tests are one. */
  | 'by-tests'
  /** Every value counts. */
  | 'none'
  /** Numbers above the highest threshold are one, or below the lowest. */
  | 'above'
  | 'below';

/** The number that stands for a value in a memory. */
export function numberOfValue(
  variable: StateVariable,
  value: AttributeValue | null,
  cut: Coarseness,
): number {
  let kept: Actual = value;
  let key: string;
  if (cut === 'by-tests') key = variable.tests.map((test) => (test(value) ? '1' : '0')).join('');
  else {
    if (typeof value === 'number' && cut !== 'none' && variable.thresholds.size > 0) {
      if (cut === 'above' && value > Math.max(...variable.thresholds)) kept = Infinity;
      if (cut === 'below' && value < Math.min(...variable.thresholds)) kept = -Infinity;
    }
    key = typeof kept === 'number' ? `n${String(kept)}` : JSON.stringify(kept);
  }
  let index = variable.numberOf.get(key);
  if (index === undefined) {
    index = variable.values.length;
    variable.values.push(kept);
    variable.numberOf.set(key, index);
  }
  return index;
}
