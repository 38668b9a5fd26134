import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stronglyConnected } from '../../../src/map/records/stronglyConnected';

type Graph = Readonly<Record<string, readonly string[]>>;

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 }).map(String);
  const lists = fc.array(fc.array(node, { maxLength: 4 }), { minLength: size, maxLength: size });
  return lists.map((all) => Object.fromEntries(all.map((list, at) => [String(at), list])));
});

const componentsOf = (graph: Graph) =>
  stronglyConnected(Object.keys(graph), (id) => graph[id] ?? []);

/** Everything a node leads to over one step or more, and itself. */
function reachable(graph: Graph, from: string): Set<string> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of graph[id] ?? []) seen.add(next);
  return seen;
}

test('nodes are in one component exactly if each leads to the other', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const components = componentsOf(graph);
      expect(components.flat().sort()).toEqual(Object.keys(graph).sort());
      const component = new Map(components.flatMap((ids, at) => ids.map((id) => [id, at])));
      for (const a of Object.keys(graph)) {
        for (const b of Object.keys(graph)) {
          const both = reachable(graph, a).has(b) && reachable(graph, b).has(a);
          expect(component.get(a) === component.get(b), `${a} ${b}`).toBe(both);
        }
      }
    }),
  );
});

test('what a component leads to comes before it', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const done = new Set<string>();
      for (const ids of componentsOf(graph)) {
        for (const id of ids) done.add(id);
        for (const id of ids)
          expect([...(graph[id] ?? [])].every((next) => done.has(next))).toBe(true);
      }
    }),
  );
});

test('a chain of 50,000 nodes needs no deep stack', () => {
  const next = (id: string) => (Number(id) < 49_999 ? [String(Number(id) + 1)] : []);
  const components = stronglyConnected(['0'], next);
  expect(components).toHaveLength(50_000);
  expect(components[0]).toEqual(['49999']);
});
