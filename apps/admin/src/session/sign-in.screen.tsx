import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/api.js';
import { LanguageSwitch } from '../frame/language.switch.js';
import { ProblemNotice } from '../state/states.js';
import { takeUpSession } from './entering.js';
import { asksForProof } from './second.step.js';
import { SignInForm } from './sign-in.form.js';
import classes from './sign-in.module.css';
import { Wordmark } from './wordmark.js';

/** Signing in by password, or at once by the one-time link that stands behind # in the address. */
export function SignInScreen() {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const [entering, setEntering] = useState(() => linkInAddress() !== null);
  /** A link that is good, and waits for the second factor of its member. */
  const [waiting, setWaiting] = useState<string | null>(null);
  const tried = useRef(false);

  async function enter() {
    await takeUpSession();
    await navigate({ to: afterSignIn(), replace: true });
  }

  useEffect(() => {
    const link = linkInAddress();
    if (link === null || tried.current) return;
    tried.current = true;
    history.replaceState(null, '', '/sign-in'); // a link in the address would outlive this page
    api()
      .call('createSession', { body: { link } })
      .then(enter)
      .catch((error: unknown) => {
        if (asksForProof(error)) setWaiting(link);
        else setFailure(error);
        setEntering(false);
      });
  });

  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
      </div>
      <section className={classes.sheet} aria-labelledby="sign-in-title" aria-busy={entering}>
        <Wordmark />
        <h1 id="sign-in-title" className={classes.title}>
          {t(entering ? 'signIn.entering' : 'signIn.title')}
        </h1>
        <ProblemNotice error={failure} />
        {!entering && <SignInForm onEntered={enter} link={waiting} />}
        <p className={classes.hint}>{t('signIn.linkHint')}</p>
      </section>
      <Button component="a" href="/docs" variant="subtle" color="gray" size="compact-sm">
        {t('docs')}
      </Button>
    </main>
  );
}

function linkInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('link');
}

/** Where somebody wanted to go before he was asked to sign in; only ever a path of our own. */
function afterSignIn(): string {
  const wanted = new URLSearchParams(location.search).get('to') ?? '/';
  return /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/';
}
