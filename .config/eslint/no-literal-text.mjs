/**
 * Reports text a person would read when it stands in the markup instead of the message catalogue.
 * Text without a letter (a dash, a bullet) may stay.
 */
const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

const hasLetter = (/** @type {unknown} */ text) => typeof text === 'string' && /\p{L}/u.test(text);

/**
 * The literal text an expression can show: through conditions, `&&`, `??` and templates.
 * @returns {Generator<any>}
 */
function* textIn(/** @type {any} */ node) {
  if (!node) return;
  if (node.type === 'Literal' && hasLetter(node.value)) yield node;
  if (node.type === 'TemplateLiteral') {
    for (const part of node.quasis) if (hasLetter(part.value.cooked)) yield node;
  }
  if (node.type === 'ConditionalExpression') {
    yield* textIn(node.consequent);
    yield* textIn(node.alternate);
  }
  if (node.type === 'LogicalExpression') yield* textIn(node.right);
}

/** @type {import('eslint').Rule.RuleModule} */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      literal: 'Text people read belongs in the message catalogue (src/language/messages).',
    },
  },
  create(context) {
    const report = (/** @type {any} */ node) => {
      context.report({ node, messageId: 'literal' });
    };
    return {
      JSXText(/** @type {any} */ node) {
        if (hasLetter(node.value)) report(node);
      },
      JSXExpressionContainer(/** @type {any} */ node) {
        if (node.parent.type === 'JSXAttribute') return;
        for (const text of textIn(node.expression)) report(text);
      },
      JSXAttribute(/** @type {any} */ node) {
        if (!spokenAttributes.has(node.name.name) || !node.value) return;
        const value =
          node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
        for (const text of textIn(value)) report(text);
      },
    };
  },
};
