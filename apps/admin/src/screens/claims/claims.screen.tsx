import type { ClaimItem } from '#client';
import { SegmentedControl } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/api.js';
import { keys } from '../../api/keys.js';
import { ScreenHeader } from '../../frame/screen.header.js';
import { ListBody } from '../../list/list.body.js';
import { usePages } from '../../list/pages.query.js';
import { Empty } from '../../state/states.js';
import { BulkBar } from './bulk.bar.js';
import { ClaimsBoard } from './claims.board.js';
import { ClaimsFilters } from './claims.filters.js';
import { ClaimsTable } from './claims.table.js';
import { type ClaimsView, filterOf, useClaimsView } from './claims.view.js';
import classes from './claims.module.css';

/** Claims across articles: a table to work in, or a board to see where everything stands. */
export function ClaimsScreen() {
  const { t } = useTranslation('claims');
  const [view, change, open] = useClaimsView();
  return (
    <>
      <ScreenHeader title={t('title')}>
        <SegmentedControl
          aria-label={t('layout')}
          data={[
            { value: 'table', label: t('table') },
            { value: 'board', label: t('board') },
          ]}
          value={view.layout ?? 'table'}
          onChange={(layout) => change({ layout: layout === 'board' ? 'board' : undefined })}
        />
      </ScreenHeader>
      <ClaimsFilters view={view} onChange={change} onOpen={open} />
      {view.layout === 'board' ? <ClaimsBoard view={view} /> : <Table view={view} />}
    </>
  );
}

function Table({ view }: { view: ClaimsView }) {
  const { t } = useTranslation('claims');
  const filter = filterOf(view);
  const claims = usePages(keys.claimList({ ...filter, as: 'table' }), (cursor, signal) =>
    api().call('listClaims', { query: { limit: 50, sort: '-updatedAt', ...filter, ...cursor }, signal }),
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const known = claims.items.filter(({ id }) => chosen.has(id));
  const letGo = (done: readonly ClaimItem[]) => {
    const ids = new Set(done.map(({ id }) => id));
    setChosen((since) => new Set([...since].filter((id) => !ids.has(id))));
  };
  return (
    <>
      <BulkBar claims={known} onDone={letGo} />
      <ListBody
        pages={claims}
        empty={
          <Empty icon={<IconListDetails size={36} stroke={1.25} aria-hidden />} title={t('empty')}>
            {t('emptyWords')}
          </Empty>
        }
      >
        {(items: readonly ClaimItem[]) => (
          <div className={classes.claims}>
            <ClaimsTable claims={items} chosen={chosen} onChoose={setChosen} />
          </div>
        )}
      </ListBody>
    </>
  );
}
