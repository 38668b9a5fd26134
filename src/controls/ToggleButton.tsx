import { Button, type ButtonProps } from './Button';
import styles from './ToggleButton.module.css';

interface ToggleButtonProps extends Omit<ButtonProps, 'variant' | 'onChange'> {
  readonly pressed: boolean;
  readonly onChange: (pressed: boolean) => void;
}

/** A button that stays down. */
export function ToggleButton({ pressed, onChange, ...props }: ToggleButtonProps) {
  return (
    <Button
      aria-pressed={pressed}
      className={pressed ? styles.pressed : undefined}
      onClick={() => onChange(!pressed)}
      {...props}
    />
  );
}
