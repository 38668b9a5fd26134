/** Marks that only part digits into groups, in any language: no digits ever follow them as a fraction. */
const GROUP_MARKS = /[\u066C\u2E41]/g;
/** Quotes that stand for the apostrophe of Swiss groups. */
const APOSTROPHES = /['‘’ʼ`´]/g;
const MINUS = /[\u2010-\u2013\u2212\uFE63\uFF0D]/g;
/** Marks of writing direction, joiners and other characters without a shape. */
const INVISIBLE = /\p{Cf}/gu;
/** A tab or a new line parts two values; every other space is one, however wide, breaking or not. */
const SPACES = /[^\S\t\n\v\f\r\u2028\u2029]/g;
const WIDE: Readonly<Record<string, string>> = {
  '．': '.',
  '，': ',',
  '＋': '+',
  '％': '%',
  '﹪': '%',
  '٪': '%',
};

const isDigit = (code: number) => code >= 0 && /\p{Nd}/u.test(String.fromCodePoint(code));

/** Digits of every script stand in runs of ten, from zero to nine. */
function western(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (isDigit(code - before - 1)) before += 1;
  return String(before % 10);
}

/**
 * The text with one sign for each meaning, whatever keyboard, script or program it came from: digits 0–9, `-`, `+`, `%`,
 * a plain space, `’` for every apostrophe and for marks that only group, `٫` for the Arabic decimal sign; `.` and `,`
 * stay. Superscripts, fractions and circled digits are no digits.
 */
export function withPlainSigns(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .trim()
    .replace(SPACES, ' ')
    .replace(MINUS, '-')
    .replace(/[．，＋％﹪٪]/g, (wide) => WIDE[wide] ?? wide)
    .replace(GROUP_MARKS, '’')
    .replace(APOSTROPHES, '’')
    .replace(/(?![0-9])\p{Nd}/gu, western);
}
