/** Returns the previous result while a function is called with the same arguments (by identity). */
export function lastCall<Parameters extends readonly unknown[], Result>(
  compute: (...parameters: Parameters) => Result,
): (...parameters: Parameters) => Result {
  let last: { readonly parameters: Parameters; readonly result: Result } | null = null;
  return (...parameters) => {
    const isSame = last?.parameters.every((value, index) => value === parameters[index]);
    if (!last || !isSame) last = { parameters, result: compute(...parameters) };
    return last.result;
  };
}
