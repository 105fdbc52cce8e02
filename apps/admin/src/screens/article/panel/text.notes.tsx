import { useTranslation } from 'react-i18next';
import { Foreign } from '../../../text/foreign.js';
import { useRoom } from '../article.room.js';
import classes from './text.notes.module.css';

/** What was set aside when the text came in, and what struck the reader of it; kept, marked, never lost. */
export function TextNotes() {
  const { t } = useTranslation('article');
  const { article } = useRoom();
  const count = article.setAside.length + article.flags.length;
  if (count === 0) return null;
  return (
    <details className={classes.notes}>
      <summary>{t('notes.title', { count })}</summary>
      <ul>
        {article.setAside.map((part, index) => (
          <li key={index}>
            <span className={classes.why}>{t(`notes.aside.${part.reason}`, { defaultValue: part.reason })}</span>{' '}
            <Foreign>{shortened(part.text)}</Foreign>
          </li>
        ))}
        {article.flags.map((flag, index) => (
          <li key={`flag ${index}`}>
            <span className={classes.why}>{t(`notes.flag.${flag.code}`, { defaultValue: flag.code })}</span>{' '}
            {flag.detail && <Foreign>{shortened(flag.detail)}</Foreign>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function shortened(text: string): string {
  return text.length > 120 ? `${[...text].slice(0, 119).join('')}…` : text;
}
