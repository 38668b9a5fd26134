import { parse } from '@formatjs/icu-messageformat-parser';

/** A catalogue: texts by their ids. */
export type Catalogue = Readonly<Record<string, string>>;

/** Characters that mean something in ICU messages; a text without them is shown as it stands. */
const SYNTAX = /[{}<>']/;
const WORD = '[a-zA-Z][\\w-]*';
/** An id in quotes. */
const QUOTED = new RegExp(`(["'\`])(${WORD}(?:\\.[\\w-]+)+)\\1`, 'g');
/** An id that is put together: a template that begins with the first words of one. */
const TEMPLATE = new RegExp(`\`((?:${WORD}\\.)+\\$\\{[^\`]*)\``, 'g');

/** The ids that a template may come to; what is in its holes may be anything. */
function matcherOf(template: string): RegExp {
  const [stem = ''] = template.split('${');
  // A hole with braces of its own hides where it ends: then the stem alone decides.
  const isPlain = /^[^{}]*(\$\{[^{}]*\}[^{}]*)+$/.test(template);
  const parts = isPlain ? template.split(/\$\{[^{}]*\}/) : [stem, ''];
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.+')}$`);
}

/** The ids of a catalogue that a piece of code may say: those it quotes, and those it puts together. */
export function idsIn(code: string, ids: readonly string[]): Set<string> {
  const quoted = new Set([...code.matchAll(QUOTED)].map(([, , id]) => id));
  const templates = [
    ...new Set([...code.matchAll(TEMPLATE)].map(([, template = '']) => template)),
  ].map(matcherOf);
  return new Set(ids.filter((id) => quoted.has(id) || templates.some((each) => each.test(id))));
}

/** Texts as a catalogue's file carries them: plain ones as they stand, the others parsed, so that the page needs no parser. */
export function packed(catalogue: Catalogue, holds: (id: string) => boolean) {
  return Object.fromEntries(
    Object.entries(catalogue)
      .filter(([id]) => holds(id))
      .map(([id, text]) => [id, SYNTAX.test(text) ? parse(text) : text]),
  );
}
