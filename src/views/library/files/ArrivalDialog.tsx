import { Button } from '../../../controls/Button';
import { Dialog } from '../../../controls/Dialog';
import { useLanguage } from '../../../controls/LanguageProvider';
import { type ArrivalChoice, answersTo, type Arrival } from '../../../exchange/library';

/** Asks what to do with a file whose map is in the library already. */
export function ArrivalDialog({
  name,
  arrival,
  onAnswer,
}: {
  readonly name: string;
  readonly arrival: Exclude<Arrival, { kind: 'new' }>;
  /** Null = leave everything as it is. */
  readonly onAnswer: (answer: ArrivalChoice | null) => void;
}) {
  const { t, dateTime } = useLanguage();
  const { here, kind } = arrival;
  const answers = answersTo(arrival);
  const title = here.title === '' ? t('app.untitled') : here.title;
  return (
    <Dialog
      open
      onOpenChange={() => onAnswer(null)}
      title={t('library.arrive.title', { title })}
      description={
        kind === 'binned'
          ? t('library.arrive.binned', { name })
          : t('library.arrive.text', { name, date: dateTime(here.updatedAt) })
      }
      footer={answers.map((answer) => (
        <Button
          key={answer}
          variant={answer === 'open' ? 'primary' : 'secondary'}
          onClick={() => onAnswer(answer)}
        >
          {answer === 'open' && kind === 'binned'
            ? t('library.arrive.restore')
            : t(`library.arrive.${answer}`)}
        </Button>
      ))}
    >
      {answers.includes('replace') && <p>{t('library.arrive.hint')}</p>}
    </Dialog>
  );
}
