import { newRecord } from '../../../../src/map/records';
import { type Drawn } from '../../../../src/map/layout/tidy/columns';
import { type Touchpoint } from '../../../../src/map/schema';

type Kind = Touchpoint['kind'];

/**
 * A map for tidying. `stages` lists each stage's touchpoints, `-` those of none; `e!` makes `e` an
 * entry and `o.` makes `o` an outcome. `links` reads `a>b c>d`; the transitions are t0, t1 ….
 */
export function drawn(stages: Readonly<Record<string, string>>, links = ''): Drawn {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  const kinds: Readonly<Record<string, Kind>> = { '!': 'entry', '.': 'outcome' };
  const names = Object.keys(stages).filter((name) => name !== '-');
  return {
    stages: Object.fromEntries(
      names.map((name, index) => [name, newRecord('stages', { order: `a${String(index)}` })]),
    ),
    touchpoints: Object.fromEntries(
      Object.entries(stages).flatMap(([name, members]) =>
        words(members).map((word) => {
          const kind = kinds[word.slice(-1)];
          const id = kind ? word.slice(0, -1) : word;
          const touchpoint = newRecord('touchpoints', {
            kind: kind ?? 'touchpoint',
            position: { x: 0, y: 0 },
          });
          return [id, { ...touchpoint, stage: name === '-' ? null : name }];
        }),
      ),
    ),
    transitions: Object.fromEntries(
      words(links).map((word, index) => {
        const [from = '', to = ''] = word.split('>');
        const ends = { from: 'touchpointFrom', to: 'touchpointTo12' };
        const order = `a${String.fromCharCode(48 + index)}`;
        const transition = newRecord('transitions', { ...ends, order });
        return [`t${String(index)}`, { ...transition, from, to }];
      }),
    ),
  };
}
