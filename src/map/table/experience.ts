import { type Edit, recordIn } from '../edits';
import { Experience, type Touchpoint } from '../schema';
import { same } from '../shape';

/** Whose experience: a persona's id, or null for what holds for everyone. */
export type Person = string | null;

/** What of an experience is written in words. */
export type ExperienceText = 'doing' | 'thinking' | 'feeling';
/** The emotion as it is, or as it is meant to be. */
export type EmotionTime = 'now' | 'aim';

/** A value and whether a persona only shares it with everyone. */
export interface PersonaValue<Value> {
  readonly value: Value;
  readonly shared: boolean;
}

/** A persona's own text; where they have none, everyone's holds for them too. */
export function textOf(
  touchpoint: Touchpoint,
  person: Person,
  field: ExperienceText,
): PersonaValue<string> {
  const own = ownOf(touchpoint, person)?.[field] ?? '';
  if (person === null || own !== '') return { value: own, shared: false };
  return { value: touchpoint.experience.default[field], shared: true };
}

/** The emotion felt, as the simulation reads it: a persona's own, else everyone's. */
export function emotionOf(
  touchpoint: Touchpoint,
  person: Person,
  time: EmotionTime,
): PersonaValue<number | null> {
  const own = ownOf(touchpoint, person)?.emotion[time] ?? null;
  if (person === null || own !== null) return { value: own, shared: false };
  return { value: touchpoint.experience.default.emotion[time], shared: true };
}

function ownOf({ experience }: Touchpoint, person: Person): Experience | undefined {
  return person === null ? experience.default : experience.byPersona[person];
}

/** Writes a person's text. A persona without any text of their own shares everyone's again. */
export function writeText(id: string, person: Person, field: ExperienceText, text: string): Edit {
  return change(id, person, (experience) => {
    experience[field] = text;
  });
}

/** Writes a person's emotion, −2 … 2; null unsays it. */
export function writeEmotion(
  id: string,
  person: Person,
  time: EmotionTime,
  level: number | null,
): Edit {
  return change(id, person, (experience) => {
    experience.emotion[time] = level;
  });
}

function change(id: string, person: Person, write: (experience: Experience) => void): Edit {
  return (map) => {
    const { experience } = recordIn(map, 'touchpoints', id);
    if (person === null) {
      write(experience.default);
      return;
    }
    const own = structuredClone(plain(experience.byPersona[person]));
    write(own);
    if (same(own, plain(undefined))) Reflect.deleteProperty(experience.byPersona, person);
    else experience.byPersona[person] = own;
  };
}

/** The experience apart from any draft, or an empty one. */
function plain(experience: Experience | undefined): Experience {
  return Experience.parse(experience ? JSON.parse(JSON.stringify(experience)) : {});
}
