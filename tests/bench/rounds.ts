/** One of several ways to do the same work. */
export interface Contender {
  readonly name: string;
  /** Does a piece of the work; answers how many units (steps, customers…) it did. */
  readonly run: () => number;
}

export interface Measured {
  readonly name: string;
  /** Units per second of CPU time: the median of the rounds. */
  readonly rate: number;
  /** Its rate over the first contender's, round by round: the median. */
  readonly ratio: number;
}

/** CPU time of this process in seconds, its threads included. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/**
 * Side by side: in every round each contender takes its turn, so that whatever else the machine does
 * meets all of them alike. The first round warms up and is thrown away.
 */
export function sideBySide(contenders: readonly Contender[], rounds: number): Measured[] {
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    contenders.forEach(({ run }, index) => {
      const began = cpuSeconds();
      const units = run();
      const rate = units / (cpuSeconds() - began);
      if (round > 0) rates[index]!.push(rate);
    });
  }
  return contenders.map(({ name }, index) => ({
    name,
    rate: median(rates[index]!),
    ratio: median(rates[index]!.map((rate, round) => rate / rates[0]![round]!)),
  }));
}
