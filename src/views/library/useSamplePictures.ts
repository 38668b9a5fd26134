import { useEffect, useState } from 'react';
import { type SampleId, TEMPLATES, WORKED_CASE } from '../../samples';
import { useLanguage } from '../../controls/LanguageProvider';
import { useLater } from '../../controls/useLater';

type SamplePictures = Readonly<Partial<Record<SampleId, string>>>;

const loadPictures = () => import('../../samples/pictureOf');
const SHOWN = [...TEMPLATES, WORKED_CASE];

/**
 * Small pictures of the samples as SVG text, drawn from the files themselves once the page stands, one after the
 * other. One that cannot be fetched stays out: its place has a stand-in.
 */
export function useSamplePictures(): SamplePictures {
  const { locale } = useLanguage();
  const [pictures, setPictures] = useState<SamplePictures>({});
  const drawing = useLater(loadPictures);
  useEffect(() => {
    let gone = false;
    async function draw(pictureOf: (sample: SampleId, locale: string) => Promise<string>) {
      for (const { id } of SHOWN) {
        const picture = await pictureOf(id, locale).catch(() => null);
        if (gone) return;
        if (picture !== null) setPictures((before) => ({ ...before, [id]: picture }));
      }
    }
    if (drawing) void draw(drawing.pictureOf);
    return () => {
      gone = true;
    };
  }, [drawing, locale]);
  return pictures;
}
