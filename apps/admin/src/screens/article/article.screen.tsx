import type { Article } from '#client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import {
  lazy,
  type RefObject,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { articleQuery } from '../../claim/claim.queries.js';
import { genderOf, type Standing, standingOf } from '../../claim/claim.standing.js';
import type { ClaimWrite } from '../../claim/claim.write.js';
import { useTitle } from '../../frame/screen.header.js';
import { Failure, Loading } from '../../state/states.js';
import { ArticleHead } from './article.head.js';
import { type ArticleRoom, type Attention, RoomProvider, type View } from './article.room.js';
import classes from './article.screen.module.css';
import { ClaimKeys } from './keys/claim.keys.js';
import { KeyHelp } from './keys/key.help.js';
import { ClaimList } from './panel/claim.list.js';
import { ClaimPanel } from './panel/claim.panel.js';
import { ArticleText } from './text/article.text.js';
import { useCoverage } from './text/coverage.js';
import { NewClaim } from './text/new.claim.js';

const GatePanel = lazy(() => import('./gate/gate.panel.js').then(({ GatePanel: panel }) => ({ default: panel })));
const RevisionView = lazy(() =>
  import('./revision/revision.view.js').then(({ RevisionView: view }) => ({ default: view })),
);
const RevisionForm = lazy(() =>
  import('./revision/revision.form.js').then(({ RevisionForm: form }) => ({ default: form })),
);

const CarriersView = lazy(() =>
  import('./origins/carriers.view.js').then(({ CarriersView: view }) => ({ default: view })),
);

const FileView = lazy(() => import('./file/file.view.js').then(({ FileView: view }) => ({ default: view })));

const VIEWS: readonly View[] = ['text', 'gate', 'revisions', 'revise', 'carriers', 'file'];
/** What takes the place of text and panel. */
const INSTEAD: readonly View[] = ['revisions', 'revise', 'carriers', 'file'];

type Form = Pick<Attention, 'sheet' | 'opening'>;
const NO_FORM: Form = { sheet: null, opening: 0 };
const withoutForm = (form: Form): Form => (form.sheet === null ? form : { ...form, sheet: null });

export function ArticleScreen() {
  const { articleId } = useParams({ from: '/members/articles/$articleId' });
  const article = useQuery(articleQuery(articleId));
  if (article.isPending) return <Loading lines={14} />;
  if (article.isError) return <Failure error={article.error} retry={() => void article.refetch()} />;
  return <Opened key={articleId} article={article.data} />;
}

function Opened({ article }: { article: Article }) {
  const { t } = useTranslation('article');
  const [filter, setFilter] = useState<ReadonlySet<Standing>>(EVERYTHING);
  const [{ sheet, opening }, setForm] = useState<Form>(NO_FORM);
  const [selectedId, setSelectedId] = useClaimInAddress();
  const [view, setView] = useView();
  const [covers, setCovers] = useState(false);
  const [asked, setAsked] = useState(0);
  const [helps, setHelps] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const write = useRef<ClaimWrite>(null);
  useTitle(article.title);
  const coverage = useCoverage(article, covers);
  const byId = useMemo(() => new Map(article.claims.map((claim) => [claim.id, claim])), [article.claims]);
  const shown = useMemo(
    () => article.claims.filter((claim) => filter.has(standingOf(claim))),
    [article.claims, filter],
  );
  const washes = useMemo(() => [...setAsideOf(article), ...coverage], [article, coverage]);

  const select = useCallback(
    (id: string | null) => {
      setSelectedId(id);
      setForm(withoutForm);
    },
    [setSelectedId],
  );
  const room: ArticleRoom = useMemo(
    () => ({
      article,
      gender: genderOf(article.kind),
      byId,
      select,
      open: (next) => setForm((form) => ({ sheet: next, opening: form.opening + 1 })),
      close: (number) => setForm((form) => (form.opening === number ? withoutForm(form) : form)),
      write,
    }),
    [article, byId, select],
  );

  const attention = useMemo(() => ({ selectedId, sheet, opening }), [selectedId, sheet, opening]);
  const showHelp = useCallback(() => setHelps(true), []);

  const order = shown.some(({ id }) => id === selectedId) ? shown : article.claims;
  const at = order.findIndex(({ id }) => id === selectedId);
  const step = (by: 1 | -1) => {
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by];
    if (next) select(next.id);
  };
  // The text follows at once; the panel draws when the hand rests.
  const drawnId = useDeferredValue(selectedId);
  const drawn = drawnId === null ? undefined : byId.get(drawnId);

  return (
    <RoomProvider room={room} attention={attention}>
      <div className={classes.screen} data-view={view}>
        <ArticleHead view={view} onView={setView} covers={covers} onCovers={setCovers} onHelp={showHelp} />
        {INSTEAD.includes(view) ? (
          <Suspense fallback={<Loading lines={10} />}>
            {view === 'revisions' ? (
              <RevisionView onView={setView} />
            ) : view === 'carriers' ? (
              <CarriersView />
            ) : view === 'file' ? (
              <FileView />
            ) : (
              <RevisionForm onDone={() => setView('revisions')} />
            )}
          </Suspense>
        ) : (
          <div className={classes.halves}>
            <div ref={text} className={classes.text}>
              <ArticleText article={article} claims={shown} washes={washes} selectedId={selectedId} onPick={select} />
              <NewClaim text={text} asked={asked} />
            </div>
            <aside className={classes.side} data-open={drawn !== undefined || view === 'gate'} aria-label={t('side')}>
              {view === 'gate' && !drawn ? (
                <Suspense fallback={<Loading />}>
                  <GatePanel onClose={() => setView('text')} />
                </Suspense>
              ) : drawn ? (
                <ClaimPanel claim={drawn} place={{ at: at + 1, of: order.length }} onStep={step} />
              ) : (
                <ClaimList claims={shown} filter={filter} onFilter={setFilter} search={search} />
              )}
            </aside>
          </div>
        )}
        <ClaimKeys
          onText={view === 'text' || view === 'gate'}
          step={step}
          onNewClaim={() => setAsked((count) => count + 1)}
          onCoverage={() => setCovers(!covers)}
          onGate={() => {
            select(null);
            setView(view === 'gate' ? 'text' : 'gate');
          }}
          onCarriers={() => setView(view === 'carriers' ? 'text' : 'carriers')}
          onSearch={() => {
            select(null);
            focusWhenDrawn(search);
          }}
          onHelp={() => setHelps(true)}
        />
        <KeyHelp opened={helps} onClose={() => setHelps(false)} />
      </div>
    </RoomProvider>
  );
}

/** How many pictures may pass before the list, which is drawn when the hand rests, stands in the panel's place. */
const PATIENCE = 120;

function focusWhenDrawn(field: RefObject<HTMLInputElement | null>, left = PATIENCE): void {
  if (field.current) field.current.focus();
  else if (left > 0) requestAnimationFrame(() => focusWhenDrawn(field, left - 1));
}

/** Dismissed claims are shown when asked for. */
const EVERYTHING: ReadonlySet<Standing> = new Set(['needs-source', 'verified', 'disputed', 'closed', 'proposed']);

function setAsideOf(article: Article) {
  return article.setAside.map(({ blockId, start, end }, index) => ({
    id: `aside-${index}`,
    kind: 'aside' as const,
    blockId,
    start,
    end,
  }));
}

/** The selected claim: at once on the screen, and in the address a moment later, so that walking through costs no navigation. */
function useClaimInAddress(): [string | null, (id: string | null) => void] {
  const { claim: inAddress } = useSearch({ from: '/members/articles/$articleId' });
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(inAddress ?? null);
  const written = useRef(inAddress ?? null);
  useEffect(() => {
    if ((inAddress ?? null) !== written.current) {
      written.current = inAddress ?? null;
      setSelected(inAddress ?? null);
    }
  }, [inAddress]);
  useEffect(() => {
    if (selected === written.current) return;
    const timer = setTimeout(() => {
      written.current = selected;
      void navigate({
        to: '.',
        search: (old: object) => ({ ...old, claim: selected ?? undefined }),
        replace: true,
        resetScroll: false,
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [selected, navigate]);
  return [selected, setSelected];
}

function useView(): [View, (view: View) => void] {
  const { view } = useSearch({ from: '/members/articles/$articleId' });
  const navigate = useNavigate();
  const current = VIEWS.find((known) => known === view) ?? 'text';
  const set = useCallback(
    (next: View) =>
      void navigate({
        to: '.',
        search: (old: object) => ({ ...old, view: next === 'text' ? undefined : next }),
        resetScroll: false,
      }),
    [navigate],
  );
  return [current, set];
}
