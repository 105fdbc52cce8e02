import type { Article, ClaimItem } from '#client';
import { useRouter } from '@tanstack/react-router';
import { memo, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../../claim/claim.standing.js';
import { directionOf } from '../../../text/i18n.js';
import classes from './article.text.module.css';
import { type Segment, segmentsOf, type Span } from './text.segments.js';

type Block = Article['revision']['blocks'][number];
/** A sentence nobody has touched, or text that was set aside: drawn under the claims, and no claim. */
export interface Wash extends Span {
  readonly blockId: string;
  readonly kind: 'aside' | 'untouched';
}

interface Props {
  readonly article: Article;
  /** Claims to be drawn, each where its anchor says. */
  readonly claims: readonly ClaimItem[];
  readonly washes: readonly Wash[];
  readonly selectedId: string | null;
  readonly onPick: (claimId: string) => void;
}

/**
 * The article as text nodes, cut at the boundaries of its claims. Which claim is selected is marked on the elements themselves:
 * moving from one to the next draws no block anew, however long the article is.
 */
export function ArticleText({ article, claims, washes, selectedId, onPick }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const byBlock = useMemo(() => groupByBlock(claims), [claims]);
  const washesByBlock = useMemo(() => groupWashes(washes), [washes]);
  // The same elements as long as nothing in them has changed: a step to the next claim does not even compare them.
  const blocks = useMemo(
    () =>
      article.revision.blocks.map((block) => (
        <BlockText
          key={block.id}
          block={block}
          claims={byBlock.get(block.id) ?? NO_CLAIMS}
          washes={washesByBlock.get(block.id) ?? NO_WASHES}
        />
      )),
    [article.revision.blocks, byBlock, washesByBlock],
  );
  useSelectedMark(root, selectedId, claims);

  function pick(event: MouseEvent) {
    if (!document.getSelection()?.isCollapsed) return; // words are being selected, not a claim
    const ids = (event.target as Element).closest<HTMLElement>('[data-claims]')?.dataset.claims?.split(' ') ?? [];
    const next = ids[(ids.indexOf(selectedId ?? '') + 1) % ids.length];
    if (next) onPick(next); // a click again on the same words means the next claim under them
  }

  return (
    <div ref={root} className={classes.text} lang={article.language} dir={directionOf(article.language)} onClick={pick}>
      {blocks}
    </div>
  );
}

const NO_CLAIMS: readonly ClaimItem[] = [];
const NO_WASHES: readonly Wash[] = [];

function groupByBlock(claims: readonly ClaimItem[]): ReadonlyMap<string, readonly ClaimItem[]> {
  const groups = new Map<string, ClaimItem[]>();
  for (const claim of claims) {
    const blockId = claim.anchor?.blockId;
    if (blockId) groups.set(blockId, [...(groups.get(blockId) ?? []), claim]);
  }
  return groups;
}

function groupWashes(washes: readonly Wash[]): ReadonlyMap<string, readonly Wash[]> {
  const groups = new Map<string, Wash[]>();
  for (const wash of washes) groups.set(wash.blockId, [...(groups.get(wash.blockId) ?? []), wash]);
  return groups;
}

/** Draws again only when something in this block has changed. */
const BlockText = memo(drawBlock, (before, after) => {
  if (before.block !== after.block || before.washes !== after.washes) return false;
  if (before.claims.length !== after.claims.length) return false;
  return before.claims.every((claim, index) => {
    const now = after.claims[index]!;
    return claim.id === now.id && looksOf(claim) === looksOf(now);
  });
});

const looksOf = (claim: ClaimItem) =>
  [standingOf(claim), claim.tier, claim.anchor?.status, claim.anchor?.start, claim.anchor?.end, claim.verifies].join();

/** A line of dashes or figures alone has no direction of its own, and takes the article's. */
const LETTER = /\p{L}/u;

function drawBlock({ block, claims, washes }: { block: Block; claims: readonly ClaimItem[]; washes: readonly Wash[] }) {
  const spans: Span[] = [
    ...washes,
    ...claims.flatMap(({ id, anchor }) =>
      anchor?.start == null || anchor.end === null ? [] : [{ id, start: anchor.start, end: anchor.end }],
    ),
  ];
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const washed = new Map(washes.map((wash) => [wash.id, wash.kind]));
  const Tag = block.field === 'title' ? 'h2' : block.field === 'heading' ? 'h3' : 'p';
  return (
    <div className={classes.block} data-field={block.field}>
      <FieldName field={block.field} />
      <Tag className={classes.words} data-block={block.id} dir={LETTER.test(block.text) ? 'auto' : undefined}>
        {segmentsOf(block.text, spans).map((segment) => (
          <Piece key={segment.at} segment={segment} known={known} washed={washed} />
        ))}
      </Tag>
    </div>
  );
}

function FieldName({ field }: { field: Block['field'] }) {
  const { t } = useTranslation('terms');
  if (field === 'body' || field === 'title') return null;
  return <span className={classes.field}>{t(`field.${field}`)}</span>;
}

interface PieceProps {
  readonly segment: Segment;
  readonly known: ReadonlyMap<string, ClaimItem>;
  readonly washed: ReadonlyMap<string, Wash['kind']>;
}

function Piece({ segment: { text, ids, begins }, known, washed }: PieceProps) {
  const claims = ids.flatMap((id) => known.get(id) ?? []);
  const wash = ids.map((id) => washed.get(id)).find((kind) => kind !== undefined);
  const first = claims[0];
  if (!first) return wash ? <span data-wash={wash}>{text}</span> : text;
  return (
    <mark
      className={classes.claim}
      data-claims={claims.map(({ id }) => id).join(' ')}
      data-standing={standingOf(first)}
      data-place={first.anchor?.status}
      data-depth={Math.min(3, claims.length)}
      data-begins={begins.includes(first.id) || undefined}
      data-wash={wash}
    >
      {text}
    </mark>
  );
}

/** Marks the selected claim's pieces and brings them into view. */
function useSelectedMark(
  root: React.RefObject<HTMLElement | null>,
  selectedId: string | null,
  claims: readonly ClaimItem[],
): void {
  const router = useRouter();
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    const host = root.current;
    if (!host) return;
    for (const old of host.querySelectorAll('[data-selected]')) old.removeAttribute('data-selected');
    if (selectedId === null) return;
    const pieces = host.querySelectorAll<HTMLElement>(`[data-claims~="${CSS.escape(selectedId)}"]`);
    for (const piece of pieces) piece.setAttribute('data-selected', '');
    const show = () => pieces[0]?.scrollIntoView({ block: 'nearest' });
    if (scrolledTo.current !== selectedId) show();
    // whoever comes by an address is put at its top by the router, once it has drawn everything
    const arrival = scrolledTo.current === null ? router.subscribe('onRendered', show) : undefined;
    scrolledTo.current = selectedId;
    return arrival;
  }, [root, selectedId, claims, router]);
}
