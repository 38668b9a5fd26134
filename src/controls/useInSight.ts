import {
  defaultRangeExtractor,
  measureElement,
  observeElementRect,
  type Range,
  useVirtualizer,
  type Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/react-virtual';

type InSight = Virtualizer<Element, Element>;

interface InSightOptions extends Pick<
  VirtualizerOptions<Element, Element>,
  | 'count'
  | 'estimateSize'
  | 'getScrollElement'
  | 'enabled'
  | 'getItemKey'
  | 'horizontal'
  | 'initialOffset'
  | 'overscan'
  | 'paddingStart'
  | 'scrollMargin'
> {
  /** Indexes to mount even out of sight. */
  readonly kept: readonly number[];
}

/** Which lines or columns of a long list are in sight, so that only those are mounted. */
export function useInSight({ kept, ...options }: InSightOptions): InSight {
  // No compiler memoises our components, and a virtualizer is used only where this hook is called.
  // eslint-disable-next-line react-hooks/incompatible-library -- see above
  return useVirtualizer<Element, Element>({
    ...options,
    initialRect: FIRST,
    observeElementRect: observeLaidOut,
    measureElement: measureLaidOut,
    rangeExtractor: (range) => withKept(range, kept),
  });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the scroll box in CSS pixels before any is known. */
const FIRST: Size = { width: 1280, height: 800 };

/** What is not laid out, as nothing is in a hidden box, has no size; the one known before holds. */
function observeLaidOut(instance: InSight, report: (size: Size) => void) {
  return observeElementRect(instance, (size) => {
    if (size.width > 0 && size.height > 0) report(size);
  });
}

function measureLaidOut(element: Element, entry: ResizeObserverEntry | undefined, list: InSight) {
  const size = measureElement(element, entry, list);
  return size > 0 ? size : list.options.estimateSize(list.indexFromElement(element));
}

/** Those in sight, those just beyond, and those to keep, in order. */
function withKept(range: Range, kept: readonly number[]): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  for (const index of kept) if (index >= 0 && index < range.count) indexes.add(index);
  return [...indexes].sort((a, b) => a - b);
}
