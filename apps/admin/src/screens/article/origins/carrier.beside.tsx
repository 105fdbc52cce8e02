import type { Article } from '#client';
import { IconArrowBigUpLines, IconArrowRight, IconFlame, IconScissors } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { articleQuery } from '../../../claim/claim.queries.js';
import { Failure, Loading } from '../../../state/states.js';
import { Foreign } from '../../../text/foreign.js';
import { formatNumber } from '../../../text/numerals.js';
import { useRoom } from '../article.room.js';
import { marksOf } from './carrier.marks.js';
import { CarrierText } from './carrier.text.js';
import classes from './carriers.module.css';
import { DerivationOffer } from './derivation.offer.js';
import type { Carrier, CarrierChange } from './origins.query.js';

/** The two texts side by side, whoever told it first on the side where reading begins, with what changed marked in both. */
export function CarrierBeside({ item }: { item: Carrier }) {
  const { article } = useRoom();
  const other = useQuery(articleQuery(item.articleId));
  if (other.isPending) return <Loading lines={10} />;
  if (other.isError) return <Failure error={other.error} retry={() => void other.refetch()} />;
  return <Compared item={item} own={article} other={other.data} />;
}

function Compared({ item, own, other }: { item: Carrier; own: Article; other: Article }) {
  const { t } = useTranslation('carried');
  const [pointed, setPointed] = useState<number | null>(null);
  const texts = useRef<HTMLDivElement>(null);
  const ownIsFirst = item.carried.firstArticleId === own.id;
  const [first, second] = ownIsFirst ? [own, other] : [other, own];
  const marks = useMemo(
    () => marksOf(item, sideOf(first), sideOf(second), ownIsFirst),
    [item, first, second, ownIsFirst],
  );

  function point(change: number) {
    setPointed(change);
    for (const mark of texts.current?.querySelectorAll(`[data-change="${change}"][data-begins]`) ?? [])
      mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  return (
    <>
      <div className={classes.made}>
        <p className={classes.sentence}>
          <Quoting text={item.carried.sentence} />
        </p>
        {item.carried.changes.length > 0 && (
          <ol role="list" className={classes.changes} aria-label={t('changes')}>
            {item.carried.changes.map((change, index) => (
              <li key={`${change.what} ${change.a} ${change.b}`}>
                <ChangeButton change={change} index={index} pressed={pointed === index} onPoint={point} />
              </li>
            ))}
          </ol>
        )}
        <DerivationOffer item={item} own={own} other={other} />
      </div>
      <div ref={texts} className={classes.sides}>
        <CarrierText article={first} marks={marks.a} place="first" pointed={pointed} isOwn={ownIsFirst} />
        <CarrierText article={second} marks={marks.b} place="second" pointed={pointed} isOwn={!ownIsFirst} />
      </div>
      <p className={classes.legend}>
        {(['passage', 'quotation', 'credited', 'gap'] as const).map((kind) => (
          <span key={kind}>
            <mark className={classes.mark} data-kind={kind}>
              {t(`legend.${kind}`)}
            </mark>
          </span>
        ))}
      </p>
    </>
  );
}

const sideOf = ({ revision, claims }: Article) => ({ blocks: revision.blocks, claims });

/** Words of the articles within our sentence, each in its own direction: next to each other they would change places. */
function Quoting({ text }: { text: string }) {
  return text.split(/([“«][^”»]*[”»])/).map((part, index) => (index % 2 === 0 ? part : <bdi key={index}>{part}</bdi>));
}

const CHANGE_ICONS = { grew: IconArrowBigUpLines, hardened: IconFlame, dropped: IconScissors } as const;

function ChangeButton({
  change: { kind, what, a, b },
  index,
  pressed,
  onPoint,
}: {
  change: CarrierChange;
  index: number;
  pressed: boolean;
  onPoint: (index: number) => void;
}) {
  const { t, i18n } = useTranslation('carried');
  const Icon = CHANGE_ICONS[kind];
  return (
    <button
      type="button"
      className={classes.change}
      data-kind={kind}
      aria-pressed={pressed}
      onClick={() => onPoint(index)}
    >
      <span className={classes.kind}>
        <span className={classes.number}>{formatNumber(index + 1, i18n.language)}</span>
        <Icon size={16} aria-hidden />
        {t(`kind.${kind}`)} · {t(`what.${what}`)}
      </span>
      <span className={classes.pair}>
        <Foreign className={classes.before}>{a}</Foreign>
        {b !== '' && (
          <>
            <IconArrowRight size={15} className={classes.arrow} aria-label={t('became')} role="img" />
            <Foreign className={classes.after}>{b}</Foreign>
          </>
        )}
      </span>
    </button>
  );
}
