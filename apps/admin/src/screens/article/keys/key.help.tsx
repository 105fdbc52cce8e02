import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignal } from '../../../state/signal.js';
import { capOf, chordOf, COMMANDS, type Command, rebound, USUAL } from './key.bindings.js';
import { bindings, keepBindings } from './key.commands.js';
import classes from './key.help.module.css';

/** What each key does; a key is changed by pressing another in its place. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('article');
  const current = useSignal(bindings);
  const [waiting, setWaiting] = useState<Command | null>(null);

  function press(event: React.KeyboardEvent) {
    if (waiting === null) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      return setWaiting(null);
    }
    const chord = chordOf(event.nativeEvent);
    if (chord === null) return;
    event.preventDefault();
    keepBindings(rebound(current, waiting, chord));
    setWaiting(null);
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeOnEscape={waiting === null}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <p className={classes.hint}>{t('keys.hint')}</p>
      <dl className={classes.keys} onKeyDown={press}>
        {COMMANDS.map((command) => (
          <div key={command} className={classes.line}>
            <dt>{t(`commands.${command}`)}</dt>
            <dd>
              <button
                type="button"
                className={classes.key}
                aria-label={t('keys.change', { command: t(`commands.${command}`), key: capOf(current[command]) })}
                onClick={() => setWaiting(command)}
              >
                {waiting === command ? t('keys.press') : <kbd>{capOf(current[command])}</kbd>}
              </button>
            </dd>
          </div>
        ))}
        <div className={classes.line}>
          <dt>{t('keys.send')}</dt>
          <dd>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dd>
        </div>
        <div className={classes.line}>
          <dt>{t('keys.putAway')}</dt>
          <dd>
            <kbd>Esc</kbd>
          </dd>
        </div>
      </dl>
      <Button size="xs" variant="default" onClick={() => keepBindings(USUAL)}>
        {t('keys.usual')}
      </Button>
    </Modal>
  );
}
