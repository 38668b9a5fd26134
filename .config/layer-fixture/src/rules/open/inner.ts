export const inner = 'behind an index';
