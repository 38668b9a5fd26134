import { useState } from 'react';

/**
 * The line Enter takes: the one arrows or the pointer have gone to, as long as it is still found, else
 * the first. (The list does not choose by itself where others than it do the searching.)
 */
export function useActive(values: readonly string[]) {
  const [chosen, setChosen] = useState('');
  const value = values.includes(chosen) ? chosen : (values[0] ?? '');
  return { value, onValueChange: setChosen };
}
