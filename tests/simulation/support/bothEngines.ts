import assert from 'node:assert/strict';
import { Accounts } from '../../../src/simulation/compiled/engine/accounts';
import { CompiledEngine } from '../../../src/simulation/compiled/engine/engine';
import { compileTables } from '../../../src/simulation/compiled/tables/tables';
import { keyOfId } from '../../../src/simulation/chance/draws';
import { pickTransition } from '../../../src/simulation/reference/chances';
import { drawEntry, referenceEngine } from '../../../src/simulation/reference/engine';
import type { RunSetup } from '../../../src/simulation/setup/setUp';

/** Walks one customer by the machine, with what they felt and which segments they were ever a member of. */
function walkByMachine(
  reference: ReturnType<typeof referenceEngine>,
  setup: RunSetup,
  index: number,
) {
  const emotions: number[] = [];
  const members = new Set<string>();
  const walk = reference.begin(index, {}, (event) => {
    if (event.kind === 'emotion') emotions.push(event.value);
  });
  const { customer } = walk;
  const { horizon } = setup.settings;
  if (horizon !== null && customer.arrival > horizon) return null;
  const entered = (go: () => void) => {
    const before = customer.steps.length;
    go();
    if (customer.steps.length === before) return;
    for (const id of customer.memberships()) members.add(id);
  };
  entered(() => walk.arrive(drawEntry(customer)));
  for (let at = walk.touchpoint(); at !== null; at = walk.touchpoint()) {
    const here = at;
    customer.draws.visit(index, keyOfId(here), customer.visits(here, 'journey'));
    // Rules draw too: the choice is drawn before they are read.
    const u = customer.draws.choice();
    const chosen = pickTransition(walk.chances(here), u);
    if (chosen === null) walk.leave(here);
    else entered(() => walk.take(chosen));
  }
  return { customer, emotions, members };
}

/** Walks the customers of a run with both engines, compares all there is to compare, and counts the steps. */
export function walkBoth(setup: RunSetup): number {
  const reference = referenceEngine(setup);
  const tables = compileTables(setup);
  const accounts = new Accounts(tables);
  const engine = new CompiledEngine(tables, accounts);
  let steps = 0;
  for (let i = 0; i < setup.scenario.customers; i += 1) {
    const walked = walkByMachine(reference, setup, i);
    assert.equal(engine.walk(i), walked !== null);
    if (!walked) continue;
    const { customer, emotions, members } = walked;
    const { log, state } = engine;
    steps += log.length;
    const path = Array.from({ length: log.length }, (_, k) => ({
      clock: log.clocks[k]!,
      touchpoint: tables.touchpointIds[log.touchpoints[k]!],
      transition: log.transitions[k]! < 0 ? null : tables.transitionIds[log.transitions[k]!],
    }));
    assert.deepEqual(path, customer.steps);
    assert.deepEqual([log.end, log.endClock], [customer.end!.kind, customer.clock]);
    assert.equal(log.end === 'drop-off' && log.noRule, customer.end!.noRule);
    assert.deepEqual([...log.emotions.slice(0, log.length)].filter(Number.isFinite), emotions);
    assert.equal(state.personaId, customer.persona);
    tables.attributeIds.forEach((id, k) =>
      assert.deepEqual(state.attributes[k], customer.attribute(id)),
    );
    const ever = tables.segmentIds.filter((_, s) => engine.everMember[s] === 1);
    assert.deepEqual(ever.sort(), [...members].sort(), 'segments');
    tables.campaigns.forEach(({ id }, k) => {
      assert.equal(state.contacts[k], customer.contacts(id));
      assert.equal(state.targeted[k] === 1, customer.campaigns.get(id)?.targeted ?? false);
    });
    const { acquisition, service, retention, campaign } = customer.cost;
    const { booked, planRevenue } = customer;
    const money = [acquisition, service, retention, campaign, booked, planRevenue];
    money.forEach((amount, kind) => {
      assert.ok(Math.abs(accounts.sums[kind]! - amount) < 1e-6, `money ${String(kind)}`);
    });
    assert.ok(Math.abs(state.revenue - customer.revenue) < 1e-6);
  }
  return steps;
}
