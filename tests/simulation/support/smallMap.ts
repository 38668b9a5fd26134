import { JourneyMap, type JourneyMapInput } from '../../../src/map/schema';
import { idOf } from './chain';

type Table<Name extends keyof JourneyMapInput> = NonNullable<JourneyMapInput[Name]>;
type Part<Name extends 'touchpoints' | 'transitions' | 'campaigns' | 'segments' | 'personas'> =
  Partial<Table<Name>[string]>;

/** What a map by hand is made of, by name: `idOf` makes ids of names. */
export interface SmallMap {
  /** The kind alone, or everything else of the record. */
  touchpoints: Record<
    string,
    Part<'touchpoints'> | 'entry' | 'touchpoint' | 'decision' | 'outcome'
  >;
  /** By `from-to`, or `from-to-more` where there are several: the chance alone, or everything else. */
  transitions: Record<string, Part<'transitions'> | number>;
  segments?: Record<string, NonNullable<Table<'segments'>[string]['rule']>>;
  campaigns?: Record<string, Part<'campaigns'>>;
  personas?: Record<string, Part<'personas'>>;
  attributes?: Record<string, Partial<Table<'attributes'>[string]>>;
  market?: JourneyMapInput['market'];
}

/** Ids for names, and the order in which they are written. */
function table<Value, Made extends object>(
  values: Readonly<Record<string, Value>> = {},
  make: (value: Value, name: string) => Made,
) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value], index) => [
      idOf(name),
      { order: `a${String(index).padStart(4, '0')}`, ...make(value, name) },
    ]),
  );
}

/** A map by hand, in which every transition takes no time and every campaign runs, unless told otherwise. */
export function smallMap(parts: SmallMap): JourneyMap {
  return JourneyMap.parse({
    format: 'journey-map',
    version: 1,
    id: idOf('small'),
    market: parts.market,
    touchpoints: table(parts.touchpoints, (each) =>
      typeof each === 'string' ? { kind: each } : each,
    ),
    transitions: table(parts.transitions, (each, name) => {
      const [from, to] = name.split('-');
      const rest = typeof each === 'number' ? { chance: { base: each } } : each;
      return { from: idOf(from!), to: idOf(to!), ...rest };
    }),
    segments: table(parts.segments, (rule) => ({ rule })),
    campaigns: table(parts.campaigns, (each) => ({ status: 'running', controlShare: 0, ...each })),
    personas: table(parts.personas, (each) => each),
    attributes: table(parts.attributes, (each) => each),
  });
}

/** A wait of whole days. */
export const days = (value: number) => ({ family: 'constant', value }) as const;
