import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../state/states.js';
import { sendsOnCtrlEnter } from './send.key.js';
import classes from './form.module.css';

interface Props {
  readonly label: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: () => void;
  /** Absent where the form is not one that opened, and so cannot be put away. */
  readonly onCancel?: (() => void) | undefined;
  readonly disabled?: boolean;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** A form within the panel: fields, refusal, and the two ways out. Ctrl+Enter sends, Escape puts it away. */
export function PanelForm({ label, submit, busy, error, onSend, onCancel, disabled, note, children }: Props) {
  const { t } = useTranslation('frame');
  const send = () => {
    if (!busy && !disabled) onSend();
  };
  const onCtrlEnter = sendsOnCtrlEnter(send);
  const form = useRef<HTMLFormElement>(null);
  // Opened by a key or from above, it may lie below the fold.
  const opened = onCancel !== undefined;
  useEffect(() => {
    if (opened) form.current?.scrollIntoView({ block: 'nearest' });
  }, [opened]);
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={label}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        onCtrlEnter(event);
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel?.();
      }}
    >
      {children}
      <ProblemNotice error={error} />
      <div className={classes.foot}>
        <Button type="submit" loading={busy} disabled={disabled}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
        <span className={classes.hint}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
      </div>
      {note && <p className={classes.note}>{note}</p>}
    </form>
  );
}

/** One choice of a few, as buttons in a row; read as a group of radio buttons. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
  autoFocus,
}: {
  label: string;
  value: T | null;
  options: readonly { readonly value: T; readonly label: string; readonly tone?: string }[];
  onChange: (value: T) => void;
  autoFocus?: boolean;
}) {
  return (
    <fieldset className={classes.choice}>
      <legend>{label}</legend>
      <div className={classes.options}>
        {options.map((option, index) => (
          <label key={option.value} className={classes.option} data-tone={option.tone}>
            <input
              type="radio"
              name={label}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
              autoFocus={autoFocus && (value === null ? index === 0 : value === option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
