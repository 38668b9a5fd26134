/** True where the command key is the modifier. */
export function onApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
