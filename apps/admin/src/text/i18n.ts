import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { formatNumber } from './numerals.js';

export type Language = 'ar' | 'en';
export const LANGUAGES: readonly Language[] = ['ar', 'en'];
const KEPT = 'isnad.language';

type Texts = Readonly<Record<string, unknown>>;
/** One file for each screen and language, fetched when the screen is first opened in that language. */
const files = import.meta.glob<Texts>('../texts/*.json', { import: 'default' });

/** Why texts could not be fetched, by their name. */
const failures = new Map<string, unknown>();

const fetched: BackendModule = {
  type: 'backend',
  init() {},
  read(language: string, namespace: string, done: ReadCallback) {
    const load = files[`../texts/${namespace}.${language}.json`];
    if (!load) return done(new Error(`no texts for ${namespace} in ${language}`), null);
    load().then(
      (texts) => done(null, texts),
      (error: unknown) => {
        failures.set(namespace, error);
        done(error as Error, null);
      },
    );
  },
};

export function directionOf(language: string): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** What the address asks for, else what was chosen here before, else what the browser prefers. */
export function firstLanguage(): Language {
  const wanted = new URLSearchParams(location.search).get('lang') ?? keptLanguage();
  if (wanted === 'ar' || wanted === 'en') return wanted;
  return navigator.language.startsWith('ar') ? 'ar' : 'en';
}

export function keptLanguage(): string | null {
  return localStorage.getItem(KEPT);
}

export async function startTexts(language: Language): Promise<void> {
  await i18next
    .use(fetched)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: LANGUAGES,
      ns: ['frame', 'terms'],
      defaultNS: 'frame',
      returnNull: false,
      interpolation: { escapeValue: false }, // React escapes; markup in a value stays text
      react: { useSuspense: true, bindI18n: 'languageChanged', nsMode: 'default' },
    });
  // `{{count, number}}` in a text: in the reader's digits.
  i18next.services.formatter?.add('number', (value: number, lng) => formatNumber(value, lng ?? 'en'));
  settle(language);
}

/** Texts of a screen. @throws what kept them from being fetched: a screen of bare keys is worse than none. */
export async function loadTexts(names: readonly string[]): Promise<void> {
  const failed = names.filter((name) => failures.delete(name));
  if (failed.length > 0) await i18next.reloadResources([i18next.language], failed);
  await i18next.loadNamespaces(names);
  for (const name of names) if (failures.has(name)) throw failures.get(name);
}

/** Changes every text on the screen at once, when those of the new language have come; nothing is reloaded. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
  settle(language);
}

function settle(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export { i18next };
