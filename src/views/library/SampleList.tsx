import type { Sample, SampleId } from '../../samples';
import { SampleCard } from './SampleCard';
import type { useSamplePictures } from './useSamplePictures';

/** Samples side by side, each with its picture once that is drawn. */
export function SampleList({
  samples,
  pictures,
  className,
  onChoose,
}: {
  readonly samples: readonly Sample[];
  readonly pictures: ReturnType<typeof useSamplePictures>;
  readonly className: string | undefined;
  readonly onChoose: (sample: SampleId) => void;
}) {
  return (
    <ul className={className}>
      {samples.map((sample) => (
        <li key={sample.id}>
          <SampleCard
            sample={sample}
            picture={pictures[sample.id] ?? null}
            onChoose={() => onChoose(sample.id)}
          />
        </li>
      ))}
    </ul>
  );
}
