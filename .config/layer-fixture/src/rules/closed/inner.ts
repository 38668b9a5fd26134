export const inner = 'a part of its parent';
