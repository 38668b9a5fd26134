import {
  Component,
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
} from 'react';
import { Button } from './Button';
import { useText } from './LanguageProvider';
import styles from './Later.module.css';
import { useMissingNotice } from './useMissingNotice';

/** A part of the app that could not be fetched: the page is offline, or the server has it no more. */
class PartMissing extends Error {
  /** Lets the next attempt fetch it again: React remembers a failed one for good. */
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super('A part of the app could not be loaded.', { cause });
    this.forget = forget;
  }
}

/** A component that is fetched when it is first shown, inside of a {@link Later}; `load` is asked again after a failure. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const begin = () =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        throw new PartMissing(error, () => {
          Part = begin();
        });
      }
    });
  let Part = begin();
  return function LaterPart(props: Props) {
    return <Part {...props} />;
  };
}

/** Without `missing` a part that could not be fetched is reported in its place. */
export interface LaterProps {
  readonly children: ReactNode;
  /** Shown while the part is on its way. */
  readonly fallback?: ReactNode;
  /**
   * How a part that could not be fetched is reported: in its `place`, by a `notice` where it has none, or not at all
   * where nobody misses it.
   */
  readonly missing?: 'place' | 'notice' | 'nothing';
  /** Puts away what was to be opened, a dialog say, so that it can be asked for again. */
  readonly onMissing?: () => void;
  /** Opens again what `onMissing` has put away. */
  readonly onRetry?: () => void;
}

/**
 * The place of a part that is fetched late. One that cannot be fetched leaves the rest of the app as it is, says so, and
 * is tried again when somebody asks for it or the page is back online. Other errors go on to the next boundary.
 */
export class Later extends Component<LaterProps, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof PartMissing) error.forget();
  }

  override render() {
    const { children, fallback = null, missing = 'place', onMissing, onRetry } = this.props;
    const { error } = this.state;
    if (error === null) return <Suspense fallback={fallback}>{children}</Suspense>;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- whatever was thrown below goes on as it is
    if (!(error instanceof PartMissing)) throw error;
    const retry = () => this.setState({ error: null });
    return (
      <>
        <WhenOnline task={retry} />
        {missing === 'place' && <MissingPart onRetry={retry} />}
        {missing === 'notice' && <MissingNotice onMissing={onMissing} onRetry={onRetry ?? retry} />}
      </>
    );
  }
}

function WhenOnline({ task }: { readonly task: () => void }) {
  const onOnline = useEffectEvent(task);
  useEffect(() => {
    const listen = () => onOnline();
    addEventListener('online', listen);
    return () => removeEventListener('online', listen);
  }, []);
  return null;
}

/** What stands in the place of a part that could not be fetched. */
function MissingPart({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText();
  return (
    <div className={styles.missing} role="alert">
      <p>{t('control.missing')}</p>
      <Button size="sm" onClick={onRetry}>
        {t('control.retry')}
      </Button>
    </div>
  );
}

function MissingNotice({
  onMissing,
  onRetry,
}: {
  readonly onMissing: (() => void) | undefined;
  readonly onRetry: () => void;
}) {
  const tell = useMissingNotice();
  const report = useEffectEvent(() => {
    tell(onRetry);
    onMissing?.();
  });
  useEffect(() => report(), []);
  return null;
}
