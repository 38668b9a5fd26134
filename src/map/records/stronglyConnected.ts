/**
 * Strongly connected components of a graph, by Tarjan's algorithm without recursion. What a
 * component leads to comes before it, so whoever goes through the list finds every later value known.
 */
export function stronglyConnected(
  nodes: Iterable<string>,
  leadsTo: (id: string) => Iterable<string>,
): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const lowOf = (id: string) => low.get(id) ?? 0;
  const enter = (id: string) => {
    low.set(id, index.size);
    index.set(id, index.size);
    open.push(id);
    isOpen.add(id);
    return { id, rest: leadsTo(id)[Symbol.iterator]() };
  };
  const leave = (id: string) => {
    if (lowOf(id) !== index.get(id)) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    found.push(members);
  };
  for (const root of nodes) {
    if (index.has(root)) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const step = call.rest.next();
      if (step.done) {
        calls.pop();
        leave(call.id);
        const caller = calls.at(-1);
        if (caller) low.set(caller.id, Math.min(lowOf(caller.id), lowOf(call.id)));
        continue;
      }
      const seen = index.get(step.value);
      if (seen === undefined) calls.push(enter(step.value));
      else if (isOpen.has(step.value)) low.set(call.id, Math.min(lowOf(call.id), seen));
    }
  }
  return found;
}
