import type { Input } from '#client';
import { useCallback, useState } from 'react';
import type { VisibilityFields } from '../../form/visibility.fields.js';
import { useMe } from '../../session/session.query.js';
import { useDraft } from '../../state/draft.js';
import type { ImportedPage } from './article.import.js';
import type { HandedPage } from './article.intake.js';
import { languageOf } from './text.language.js';

type Readers = Parameters<Parameters<typeof VisibilityFields>[0]['onChange']>[0];
type NewArticleBody = Input<'createArticle'>['body'];

/** What is chosen of an article beside its words and its title, which alone are kept in this browser. */
interface Chosen {
  readonly page: HandedPage | null;
  /** What the imported page says of itself beside its words. */
  readonly told: Pick<ImportedPage, 'byline' | 'publishedAt'>;
  readonly kind: 'draft' | 'external';
  readonly outlet: string;
  readonly sourceUrl: string;
  readonly dueAt: string;
  readonly language: 'ar' | 'en' | null;
  readonly authorId: string | null;
  readonly readers: Readers;
}

const UNTOLD: Chosen['told'] = { byline: null, publishedAt: null };
const NOTHING: Chosen = {
  page: null,
  told: UNTOLD,
  kind: 'draft',
  outlet: '',
  sourceUrl: '',
  dueAt: '',
  language: null,
  authorId: null,
  readers: { visibility: 'newsroom', visibleTo: [] },
};

/** A new article while it is put together, from whichever side its text came. */
export function useArticleDraft() {
  const { member } = useMe();
  const [text, setText, clearText] = useDraft(`${member.id}.new-article`);
  const [chosen, setChosen] = useState(NOTHING);
  const [title, setTitle, clearTitle] = useDraft(`${member.id}.new-article.title`);
  const change = useCallback((part: Partial<Chosen>) => setChosen((old) => ({ ...old, ...part })), []);
  const language = chosen.language ?? languageOf(chosen.page?.html.replace(/<[^>]*>/g, ' ') ?? text);
  const take = useCallback(
    (found: ImportedPage) => {
      change({
        page: { name: found.title ?? found.url, html: found.html },
        kind: 'external',
        outlet: found.outlet ?? '',
        sourceUrl: found.url,
        language: found.language,
        told: { byline: found.byline, publishedAt: found.publishedAt },
      });
      setTitle(found.title ?? '');
    },
    [change, setTitle],
  );
  return {
    ...chosen,
    text,
    setText,
    title,
    setTitle,
    change,
    /** The chosen language, else the one the text is in. */
    language,
    content: chosen.page ? { html: chosen.page.html } : { text },
    particulars: {
      language,
      ...(title.trim() && { title: title.trim() }),
      ...(chosen.outlet.trim() && { outlet: chosen.outlet.trim() }),
    },
    isEmpty: chosen.page === null && text.trim() === '',
    /** A page that was fetched fills in what it says of itself. */
    take,
    /** A file that was handed in; of it nothing is known but its words. */
    hand: (page: HandedPage | null) => change({ page, told: UNTOLD }),
    /** An author who posts is its author by himself. */
    isOfPoster: member.roles.includes('writer'),
    clear: () => {
      clearText();
      clearTitle();
    },
  };
}

export type ArticleDraft = ReturnType<typeof useArticleDraft>;

/** What is sent of it: only what was said, and only what an article of its kind may have. */
export function bodyOf(draft: ArticleDraft): NewArticleBody {
  const { kind, sourceUrl, told, readers, dueAt, authorId } = draft;
  return {
    ...draft.content,
    ...draft.particulars,
    kind,
    ...(kind === 'external' && sourceUrl && { sourceUrl }),
    ...(kind === 'external' && told.byline && { byline: told.byline }),
    ...(told.publishedAt && { publishedAt: told.publishedAt }),
    ...(readers.visibility === 'named' && { ...readers }),
    ...(dueAt && { dueAt: new Date(`${dueAt}T18:00:00`).toISOString() }),
    // Whoever posts for others says for whom, or that it is agency copy.
    ...(kind === 'draft' && !draft.isOfPoster && { authorIds: authorId ? [authorId] : [] }),
  };
}
