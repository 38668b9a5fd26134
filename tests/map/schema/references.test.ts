import { expect, test } from 'vitest';
import {
  type CollectionName,
  COLLECTIONS,
  Id,
  JourneyMap,
  type Reference,
} from '../../../src/map/schema';
import { recordShape, type Shape } from '../../../src/map/shape';

const said = (path: string, { to, kept }: Reference) => `${path} → ${to}${kept ? ', kept' : ''}`;

/** `path → collection` of every place in a record that names another; `*` stands for an entry or an item. */
function placesIn(collection: CollectionName): string[] {
  const found: string[] = [];
  const walk = (shape: Shape, path: string, above: readonly Shape[]) => {
    // Rules hold rules: each is looked at once.
    if (above.includes(shape)) return;
    const inside = [...above, shape];
    if (shape.type === 'reference') found.push(said(path, shape.reference));
    if (shape.type === 'list') walk(shape.item(), `${path}/*`, inside);
    if (shape.type === 'union') for (const option of shape.options) walk(option, path, inside);
    if (shape.type === 'table') {
      if (shape.keys) found.push(said(`${path}/*`, shape.keys));
      walk(shape.value, `${path}/*`, inside);
    }
    if (shape.type === 'object') {
      for (const [field, inner] of shape.fields) walk(inner, `${path}/${field}`, inside);
    }
  };
  walk(recordShape(collection), '', []);
  return [...new Set(found)].filter((place) => !/\/rules\//.test(place));
}

test('every reference of a record points into its collection, and it is known which ones stay when that goes', () => {
  const places = Object.fromEntries(
    COLLECTIONS.map((name) => [name, placesIn(name)]).filter(([, found]) => found!.length > 0),
  ) as Record<string, string[]>;
  expect(places).toEqual({
    touchpoints: [
      '/stage → stages',
      '/weight/bySegment/* → segments',
      '/experience/byPersona/* → personas',
      '/effects/*/attribute → attributes',
      '/messages/*/segment → segments, kept',
      '/images/* → images',
    ],
    transitions: [
      '/from → touchpoints',
      '/to → touchpoints',
      '/when/attribute → attributes, kept',
      '/when/touchpoint → touchpoints, kept',
      '/when/transition → transitions, kept',
      '/when/campaign → campaigns, kept',
      '/when/segment → segments, kept',
      '/when/persona → personas, kept',
      '/chance/bySegment/* → segments',
    ],
    segments: [
      '/rule/attribute → attributes, kept',
      '/rule/touchpoint → touchpoints, kept',
      '/rule/transition → transitions, kept',
      '/rule/campaign → campaigns, kept',
      '/rule/segment → segments, kept',
      '/rule/persona → personas, kept',
    ],
    personas: ['/portrait → images', '/attributes/* → attributes'],
    kpis: ['/params/from → touchpoints, kept', '/params/to → touchpoints, kept'],
    campaigns: [
      '/touchpoints/* → touchpoints',
      '/segment → segments, kept',
      '/effects/*/transition → transitions',
      '/effects/*/touchpoint → touchpoints',
    ],
    scenarios: ['/campaigns/* → campaigns'],
    pains: ['/touchpoints/* → touchpoints', '/personas/* → personas', '/votes/* → participants'],
    gains: ['/touchpoints/* → touchpoints', '/personas/* → personas', '/votes/* → participants'],
    opportunities: [
      '/touchpoints/* → touchpoints',
      '/pains/* → pains',
      '/gains/* → gains',
      '/votes/* → participants',
    ],
    solutions: [
      '/opportunities/* → opportunities',
      '/campaigns/* → campaigns',
      '/votes/* → participants',
    ],
    actions: [
      '/links/touchpoints/* → touchpoints',
      '/links/opportunities/* → opportunities',
      '/links/solutions/* → solutions',
    ],
    lanes: ['/cells/* → touchpoints'],
    notes: ['/stage → stages', '/author → participants', '/votes/* → participants'],
    comments: ['/parent → comments', '/votes/* → participants'],
    views: [
      '/filter/personas/* → personas, kept',
      '/filter/segments/* → segments, kept',
      '/filter/campaigns/* → campaigns, kept',
      '/collapsedStages/* → stages',
      '/hiddenLanes/* → lanes',
    ],
    images: ['/asset → assets'],
  });
});

test('a name that every object carries is no id, and the refusal says so', () => {
  const { error } = Id.safeParse('hasOwnProperty');
  expect(error?.issues[0]?.message).toBe('a reserved name cannot be an id');
  const { error: inTable } = JourneyMap.shape.stages.safeParse({ isPrototypeOf: {} });
  expect(inTable?.issues[0]?.path).toEqual(['isPrototypeOf']);
});
