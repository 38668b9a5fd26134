import type { Overlay } from '../../canvas';
import type { RunResult } from '../../simulation/results';

/** What of a run is drawn on the map. */
export function overlayOf(run: RunResult): Overlay {
  const each = <From, To>(table: Readonly<Record<string, From>>, pick: (value: From) => To) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [id, pick(value)]));
  return {
    touchpoints: each(run.touchpoints, ({ visits, dropOffShare }) => ({
      visits,
      dropOff: dropOffShare.value,
    })),
    transitions: each(run.transitions, ({ count, share }) => ({ flow: count, share: share.value })),
    stages: each(run.stages, ({ conversion }) => ({ conversion: conversion.value })),
  };
}
