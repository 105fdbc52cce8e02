import './theme/mantine.css';
import './theme/tokens.css';
import './theme/fonts.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query.client.js';
import { App } from './app/app.js';
import { firstLanguage, i18next, startTexts } from './text/i18n.js';

/** Longest wait for the letters before the first line is set in them; after it a fallback stands until they come. */
const LETTERS_MS = 350;

async function start(): Promise<void> {
  const language = firstLanguage();
  const sample = language === 'ar' ? 'إسناد' : 'Isnad';
  const letters = Promise.all(
    ['400', '500', '600'].map((weight) => document.fonts.load(`${weight} 14px "IBM Plex Sans Arabic"`, sample)),
  );
  await startTexts(language);
  await Promise.race([letters, new Promise((resolve) => setTimeout(resolve, LETTERS_MS))]).catch(() => undefined);
  // Sentences the server wrote are asked for again in the new language.
  i18next.on('languageChanged', () => void queryClient.invalidateQueries());
  createRoot(document.getElementById('root')!).render(<App language={language} />);
}

void start();
