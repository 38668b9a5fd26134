import { type Path, toPointer } from '../../map/shape';

/** Where what stands in a converted machine was read: what has moved is known by the path of the whole that moved. */
export class Sources {
  readonly #sources = new Map<string, Path>();

  /** The path in what was read of a path in what it became. */
  of(path: Path): Path {
    for (let length = path.length; length > 0; length -= 1) {
      const source = this.#sources.get(toPointer(path.slice(0, length)));
      if (source) return [...source, ...path.slice(length)];
    }
    return path;
  }

  moved(to: Path, from: Path): void {
    this.#sources.set(toPointer(to), from);
  }
}
