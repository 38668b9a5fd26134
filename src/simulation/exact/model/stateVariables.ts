import type { Clause, Rule } from '../../../map/schema';
import { type Access, type Actual, compileRule, dateOfDay, type Segments } from '../../../rules';
import type { RecordRef } from './reasons';
import { dayOfClock } from '../../clock';
import type { CompiledRule, Situation, StateVariable, VariableKind } from './situation';

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
