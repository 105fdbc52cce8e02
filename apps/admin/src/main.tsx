import './theme/mantine.css';
import './theme/tokens.css';
import './theme/fonts.css';
import './theme/base.css';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query.client.js';
import { App } from './app/app.js';
import { watchForGoneChunks } from './app/gone.chunk.js';
import { firstLanguage, i18next, startTexts } from './text/i18n.js';

/** Longest wait for the letters before the first line is set in them; after it a fallback stands until they come. */
const LETTERS_MS = 1_000;
/** Articles and names are in either language whatever the screen's, and figures are of the Latin files. */
const SAMPLE = 'إسناد Isnad 1';
const FACES = [
  ...['400', '500', '600'].map((weight) => `${weight} 14px "IBM Plex Sans Arabic"`),
  ...['400', '700'].map((weight) => `${weight} 17px Amiri`),
];

async function start(): Promise<void> {
  const language = firstLanguage();
  const letters = Promise.all(FACES.map((face) => document.fonts.load(face, SAMPLE)));
  await startTexts(language);
  await Promise.race([letters, new Promise((resolve) => setTimeout(resolve, LETTERS_MS))]).catch(() => undefined);
  // Sentences the server wrote are asked for again in the new language.
  i18next.on('languageChanged', () => void queryClient.invalidateQueries());
  createRoot(document.getElementById('root')!).render(<App language={language} />);
}

watchForGoneChunks();
void start();
