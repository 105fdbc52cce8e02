import { ProblemError } from '#client';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_PROOF, proofOf } from './second.proof.js';
import { SecondProofField } from './second.proof.field.js';
import classes from './sign-in.module.css';

const ASKING = ['second-factor-required', 'second-factor-wrong', 'second-factor-sealed'];

/** Whether the server asks for a second factor, or refuses the one it got. */
export const asksForProof = (error: unknown): boolean => error instanceof ProblemError && ASKING.includes(error.code);

interface SecondStep {
  /** What goes into the request; empty until the server has asked. */
  readonly proof: ReturnType<typeof proofOf>;
  /** Takes up a refusal; true when it was the server's first asking, which is no failure to show. */
  readonly takeUp: (failure: unknown) => boolean;
  readonly field: ReactNode;
}

/** The second step of a way in: a field for a code, from the moment the server asks for one. */
export function useSecondStep(isAskedAlready = false): SecondStep {
  const { t } = useTranslation('frame');
  const [draft, setDraft] = useState(NO_PROOF);
  const [isAsked, setIsAsked] = useState(isAskedAlready);
  return {
    proof: isAsked ? proofOf(draft) : {},
    takeUp: (failure) => {
      const isFirst = asksForProof(failure) && !isAsked;
      if (isFirst) setIsAsked(true);
      return isFirst;
    },
    field: isAsked && (
      <div role="group" aria-label={t('signIn.secondStep')} className={classes.form}>
        <p role="status">{t('signIn.secondStepWords')}</p>
        <SecondProofField value={draft} onChange={setDraft} autoFocus />
      </div>
    ),
  };
}
