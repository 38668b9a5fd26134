import type { RetentionCurve, RetentionPoint } from '../results';
import { fitRenewals, renewal } from '../statistics';

/**
 * Fits the retention of a run. Of those who paid in the middle of one cycle and were observed into
 * the next, who no longer pays was lost; while more come back than go, nobody was.
 */
export function retentionCurve(points: readonly RetentionPoint[]): RetentionCurve | null {
  const middles = points.filter(({ age }) => age % 1 === 0.5);
  const lost: number[] = [];
  const renewed: number[] = [];
  let staying = middles[0]?.share.value ?? 0;
  for (const [index, { observed, share }] of middles.entries()) {
    if (index === 0) continue;
    const now = Math.min(staying, share.value);
    lost.push((staying - now) * observed);
    renewed.push(now * observed);
    staying = now;
  }
  const fit = fitRenewals(renewed, lost);
  if (!fit) return null;
  const shares = [middles[0]!.share.value];
  for (let t = 1; t < middles.length; t += 1) shares.push(shares[t - 1]! * renewal(fit, t));
  return { ...fit, shares };
}
