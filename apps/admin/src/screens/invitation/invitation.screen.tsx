import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../frame/language.switch.js';
import { takeUpSession } from '../../session/entering.js';
import classes from '../../session/sign-in.module.css';
import { Wordmark } from '../../session/wordmark.js';
import { InvitationForm } from './invitation.form.js';

/** Where the link of an invitation leads: a name to be called by, a password of one's own, and in. */
export function InvitationScreen() {
  const { t } = useTranslation('invitation');
  const navigate = useNavigate();
  const [{ token, name }] = useState(invitationInAddress);
  const [isOver, setOver] = useState(token === '');

  async function enter() {
    await takeUpSession();
    await navigate({ to: '/', replace: true }); // the link is used up, and leaves the address with it
  }

  return (
    <main className={classes.page}>
      <div className={classes.corner}>
        <LanguageSwitch />
      </div>
      <section className={classes.sheet} aria-labelledby="invitation-title">
        <Wordmark />
        <h1 id="invitation-title" className={classes.title}>
          {isOver ? t('over') : name ? t('welcome', { name }) : t('title')}
        </h1>
        {isOver ? (
          <>
            <p role="alert">{t('overWords')}</p>
            <Button component={Link} to="/sign-in" variant="default" fullWidth>
              {t('toSignIn')}
            </Button>
          </>
        ) : (
          <>
            <p className={classes.hint}>{t('words')}</p>
            <InvitationForm token={token} name={name} onEntered={enter} onOver={() => setOver(true)} />
          </>
        )}
      </section>
    </main>
  );
}

function invitationInAddress(): { readonly token: string; readonly name: string } {
  const words = new URLSearchParams(location.hash.slice(1));
  return { token: words.get('token') ?? '', name: words.get('name') ?? '' };
}
