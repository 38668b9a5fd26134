import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { noLiteralText } from '../../.config/eslint/no-literal-text.mjs';

const findings = (markup: string) =>
  new Linter()
    .verify(`const view = ${markup};`, {
      plugins: { local: { rules: { 'no-literal-text': noLiteralText } } },
      rules: { 'local/no-literal-text': 'error' },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    })
    .map(({ ruleId }) => ruleId);

test.each([
  '<p>Hello</p>',
  '<p>{"Hello"}</p>',
  '<p>{on ? "yes" : label}</p>',
  '<p>{name ?? "nobody"}</p>',
  '<p>{`${count} maps`}</p>',
  '<button aria-label="Close" />',
  '<input placeholder={"Name"} />',
  '<img alt="Bild" />',
])('text people read is refused in %s', (markup) => {
  expect(findings(markup)).toEqual(['local/no-literal-text']);
});

test.each([
  '<p>{label}</p>',
  '<p>—</p>',
  '<p>{count} %</p>',
  '<p className="wide" data-part="title">{label}</p>',
  '<Message id="map.title" />',
  '<img alt="" />',
])('what nobody reads may stay in %s', (markup) => {
  expect(findings(markup)).toEqual([]);
});
