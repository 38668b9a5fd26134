/**
 * LU decomposition with partial pivoting of a dense matrix, row by row in one array. ml-matrix has
 * one too, but solves in one direction only; visits need the transposed system.
 */
export class Lu {
  private readonly n: number;
  private readonly a: Float64Array;
  private readonly pivots: Int32Array;

  /** Takes the matrix over and overwrites it. */
  constructor(matrix: Float64Array, n: number) {
    this.n = n;
    this.a = matrix;
    this.pivots = new Int32Array(n);
    this.factor();
  }

  private factor(): void {
    const { n, a, pivots } = this;
    for (let k = 0; k < n; k += 1) {
      let best = k;
      for (let i = k + 1; i < n; i += 1) {
        if (Math.abs(a[i * n + k]!) > Math.abs(a[best * n + k]!)) best = i;
      }
      pivots[k] = best;
      if (best !== k) this.swapRows(k, best);
      const pivot = a[k * n + k]!;
      const rowK = a.subarray(k * n, k * n + n);
      for (let i = k + 1; i < n; i += 1) {
        const factor = a[i * n + k]! / pivot;
        // Journeys are sparse: most rows have nothing here.
        if (factor === 0) continue;
        const row = a.subarray(i * n, i * n + n);
        row[k] = factor;
        for (let j = k + 1; j < n; j += 1) row[j]! -= factor * rowK[j]!;
      }
    }
  }

  private swapRows(i: number, j: number): void {
    const { n, a } = this;
    for (let k = 0; k < n; k += 1) {
      const kept = a[i * n + k]!;
      a[i * n + k] = a[j * n + k]!;
      a[j * n + k] = kept;
    }
  }

  /** A x = b, in place. */
  solve(b: Float64Array): void {
    const { n, a, pivots } = this;
    for (let k = 0; k < n; k += 1) {
      swap(b, k, pivots[k]!);
    }
    for (let i = 1; i < n; i += 1) {
      let sum = b[i]!;
      for (let j = 0; j < i; j += 1) sum -= a[i * n + j]! * b[j]!;
      b[i] = sum;
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = b[i]!;
      for (let j = i + 1; j < n; j += 1) sum -= a[i * n + j]! * b[j]!;
      b[i] = sum / a[i * n + i]!;
    }
  }

  /** Aᵀ x = b, in place. */
  solveTransposed(b: Float64Array): void {
    const { n, a, pivots } = this;
    for (let i = 0; i < n; i += 1) {
      const x = b[i]! / a[i * n + i]!;
      b[i] = x;
      if (x === 0) continue;
      for (let j = i + 1; j < n; j += 1) b[j]! -= a[i * n + j]! * x;
    }
    for (let i = n - 1; i > 0; i -= 1) {
      const x = b[i]!;
      if (x === 0) continue;
      for (let j = 0; j < i; j += 1) b[j]! -= a[i * n + j]! * x;
    }
    for (let k = n - 1; k >= 0; k -= 1) swap(b, k, pivots[k]!);
  }
}

function swap(b: Float64Array, i: number, j: number): void {
  const kept = b[i]!;
  b[i] = b[j]!;
  b[j] = kept;
}
