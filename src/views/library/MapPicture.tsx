import { within } from '../../map/basics';
import styles from './MapPicture.module.css';

/** Where the trail crosses a picture without a thumbnail, by number of stages. */
const HEIGHTS = [58, 34, 46, 24, 40, 20, 34, 26, 18];

/** What a map looks like: its thumbnail, or its stages with a trail across them. */
export function MapPicture({
  thumbnail,
  stages,
}: {
  readonly thumbnail: string | null;
  readonly stages: number;
}) {
  if (thumbnail !== null) {
    return (
      <img
        className={styles.picture}
        alt=""
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(thumbnail)}`}
      />
    );
  }
  const bands = within(stages, 3, HEIGHTS.length);
  const width = 160 / bands;
  const points = HEIGHTS.slice(0, bands).map((y, band) => ({ x: width * (band + 0.5), y }));
  const trail = points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join('');
  return (
    <svg className={styles.picture} viewBox="0 0 160 80" aria-hidden="true">
      {points.map(({ x }, band) => (
        <rect
          key={x}
          className={band % 2 === 0 ? styles.band : styles.gap}
          x={width * band}
          y="0"
          width={width}
          height="80"
        />
      ))}
      {stages > 0 && (
        <>
          <path className={styles.trail} d={trail} />
          {points.map(({ x, y }) => (
            <circle key={x} className={styles.stop} cx={x} cy={y} r="3.5" />
          ))}
        </>
      )}
    </svg>
  );
}
