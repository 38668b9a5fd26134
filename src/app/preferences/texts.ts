let tellHow: (fetch: () => Promise<void>) => void;
const told = new Promise<() => Promise<void>>((resolve) => {
  tellHow = resolve;
});
let arrival: Promise<void> | null = null;

/** Says how the texts beyond those of the first screen are fetched. */
export function fetchTextsBy(fetch: () => Promise<void>): void {
  tellHow(fetch);
}

/**
 * Resolves when the texts of a part that loads after the first screen are here. Rejects where they
 * cannot be had; the next call fetches them again.
 */
export function allTexts(): Promise<void> {
  arrival ??= told
    .then((fetch) => fetch())
    .catch((error: unknown) => {
      arrival = null;
      throw error;
    });
  return arrival;
}
