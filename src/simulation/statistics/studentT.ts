import { betaPart } from '../chance';

const known = new Map<number, number>();

/** Two-sided 95 % quantile of Student's t; whole degrees of freedom are worked out once. */
export function t95(degrees: number): number {
  if (!(degrees > 0)) return Infinity;
  const found = known.get(degrees);
  if (found !== undefined) return found;
  const value = solve(degrees);
  if (Number.isInteger(degrees)) known.set(degrees, value);
  return value;
}

function solve(degrees: number): number {
  let low = 1.9;
  let high = 13;
  for (let step = 0; step < 60; step += 1) {
    const t = (low + high) / 2;
    // P(|T| > t) = I_{ν/(ν+t²)}(ν/2, 1/2).
    if (betaPart(degrees / (degrees + t * t), degrees / 2, 0.5) > 0.05) low = t;
    else high = t;
  }
  return (low + high) / 2;
}
