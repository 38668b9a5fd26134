let arrived: () => void;
const arrival = new Promise<void>((resolve) => {
  arrived = resolve;
});

/** The texts beyond those of the first screen are here, or cannot be had. */
export function tellTexts(): void {
  arrived();
}

/** Resolves when a part that comes after the first screen can speak. */
export function allTexts(): Promise<void> {
  return arrival;
}
