import { Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendsOnCtrlEnter } from '../form/send.key.js';
import { type ReasonQuestion, reasonQuestion } from './reason.js';
import { useSignal } from './signal.js';
import classes from './state.module.css';

/** The dialog behind askReason(). */
export function ReasonDialog() {
  const { t } = useTranslation('frame');
  const question = useSignal(reasonQuestion);
  return (
    <Modal
      opened={question !== null}
      onClose={() => question?.answer(null)}
      title={question?.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {question && <ReasonForm question={question} />}
    </Modal>
  );
}

function ReasonForm({ question }: { question: ReasonQuestion }) {
  const { t } = useTranslation('frame');
  const [reason, setReason] = useState('');
  const send = () => {
    if (reason.trim()) question.answer(reason.trim());
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={sendsOnCtrlEnter(send)}
    >
      <Textarea
        label={question.label}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        rows={3}
        dir="auto"
        data-autofocus
        required
        withAsterisk={false}
      />
      <div className={classes.formActions}>
        <Button type="submit" disabled={!reason.trim()}>
          {t('confirm')}
        </Button>
        <Button variant="default" onClick={() => question.answer(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
