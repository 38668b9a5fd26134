import { compilePattern } from './pattern';
import { type Actual, asText, type ClauseTest, type ClauseWith } from './actual';

/** Folds a text for comparison; the last one is remembered, for rules ask the same again and again. */
export function folding(caseSensitive: boolean): (text: string) => string {
  let last = '';
  let folded = '';
  return (text) => {
    if (text !== last) {
      folded = caseSensitive ? text.normalize() : text.normalize().toLowerCase();
      last = text;
    }
    return folded;
  };
}

/** A text, or a number as it is written, against another text. */
export function textTest({ operator, value, caseSensitive }: ClauseWith<'text'>): ClauseTest {
  const fold = folding(caseSensitive);
  const wanted = fold(value);
  const holds = (compare: (text: string) => boolean): ClauseTest => {
    return (actual) => {
      const text = asText(actual);
      return text !== null && compare(fold(text));
    };
  };
  const fails = (compare: (text: string) => boolean): ClauseTest => {
    const test = holds(compare);
    return (actual, today) => !test(actual, today);
  };
  const pattern = () => compilePattern(value.normalize(), caseSensitive) ?? (() => false);
  switch (operator) {
    case 'equals':
      return holds((text) => text === wanted);
    case 'not-equals':
      return fails((text) => text === wanted);
    case 'contains':
      return holds((text) => text.includes(wanted));
    case 'not-contains':
      return fails((text) => text.includes(wanted));
    case 'starts-with':
      return holds((text) => text.startsWith(wanted));
    case 'not-starts-with':
      return fails((text) => text.startsWith(wanted));
    case 'ends-with':
      return holds((text) => text.endsWith(wanted));
    case 'not-ends-with':
      return fails((text) => text.endsWith(wanted));
    case 'matches':
      return holds(pattern());
    case 'not-matches':
      return fails(pattern());
  }
}

/** The elements of a list, or a single text, against others. */
export function listTest({ operator, values }: ClauseWith<'list'>): ClauseTest {
  const elements = (actual: Actual): readonly string[] => {
    if (Array.isArray(actual)) return actual;
    const text = asText(actual);
    return text === null ? [] : [text];
  };
  switch (operator) {
    case 'contains-any':
      return (actual) => values.some((value) => elements(actual).includes(value));
    case 'contains-all':
      return (actual) => values.every((value) => elements(actual).includes(value));
    case 'contains-none':
      return (actual) => !values.some((value) => elements(actual).includes(value));
  }
}
