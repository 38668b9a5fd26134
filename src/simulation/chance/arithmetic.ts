/**
 * exp and ln from + − × ÷ and bit patterns alone: `Math.exp` and its kin differ between browsers in
 * the last bit, and one bit is another walk. The algorithms are those of Sun's fdlibm (e_exp.c,
 * e_log.c, 1993): reduce the argument by ln 2, then a minimax polynomial; error below 1 ulp.
 */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Where this machine keeps sign and exponent, and where the rest. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;
const EXP_LARGEST = 709.782712893384;
const EXP_SMALLEST = -745.1332191019411;

/** 2^n for −1022 ≤ n ≤ 1023. */
function powerOfTwo(n: number): number {
  words[HIGH] = (n + 1023) << 20;
  words[LOW] = 0;
  return double[0]!;
}

/** e^x to within 1 ulp (fdlibm e_exp.c); Infinity above 709.78, 0 below −745.13. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > EXP_LARGEST) return Infinity;
  if (x < EXP_SMALLEST) return 0;
  const n = Math.round(x * INVERSE_LN2);
  const high = x - n * LN2_HIGH;
  const low = n * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t *
              (0.00006613756321437934 +
                t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (n > 1023) return y * 2 * powerOfTwo(n - 1);
  return n >= -1021 ? y * powerOfTwo(n) : y * powerOfTwo(n + 1000) * powerOfTwo(-1000);
}

/** Natural logarithm; −∞ at 0, NaN below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let shift = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984;
    shift = -54;
  }
  double[0] = value;
  let high = words[HIGH]!;
  let k = (high >> 20) - 1023 + shift;
  high &= 0xfffff;
  // Into [√½, √2): one exponent more where the fraction is above √2.
  const i = (high + 0x95f64) & 0x100000;
  words[HIGH] = high | (i ^ 0x3ff00000);
  k += i >> 20;
  const f = double[0] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 0.000009984369578019572, 1.5056327351493116e-7,
];
const HALF_LN_2PI = 0.9189385332046728;

/** ln Γ(x) for x > 0 (Lanczos, g = 7, nine terms: about 1e-15). */
export function lnGamma(x: number): number {
  // Γ(x) = Γ(x + 1) / x keeps the series where it is exact.
  if (x < 0.5) return lnGamma(x + 1) - ln(x);
  const y = x - 1;
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i += 1) sum += LANCZOS[i]! / (y + i + 1);
  const t = y + 7.5;
  return HALF_LN_2PI + (y + 0.5) * ln(t) - t + ln(sum);
}
