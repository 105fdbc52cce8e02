import type { Article } from '#client';
import { api } from '../../../api/api.js';
import type { Carrier } from './origins.query.js';

/** One item that was put on record, as it must be named to take it back. */
interface Made {
  readonly id: string;
  readonly version: number;
}

/**
 * Puts on record, on the claims both articles make, that the other carries them too and where it has them from: context, which
 * counts for nothing by itself and keeps the other from being counted as an origin of its own.
 */
export async function recordDerivation(
  item: Carrier,
  other: Article,
  claimIds: readonly string[],
  note: string,
): Promise<Made[]> {
  const { name, how } = item.derivesFrom!;
  const carrier = other.outlet ?? other.title;
  const originId = carrier === name ? null : await sourceCalled(name);
  const made: Made[] = [];
  for (const claimId of claimIds) {
    const shared = item.sharedClaims.find((one) => one.claimId === claimId);
    const quote = other.claims.find(({ id }) => id === shared?.otherClaimId)?.quote;
    const { id, version } = await api().call('addEvidence', {
      params: { id: claimId },
      body: {
        source: { name: carrier, type: 'outlet' },
        stance: 'context',
        locator: other.title,
        ...(other.sourceUrl && { url: other.sourceUrl }),
        ...(quote && { quote }),
        ...(originId && { derivesFrom: { sourceId: originId, how } }),
        note,
      },
    });
    made.push({ id, version });
  }
  return made;
}

export async function takeBack(made: readonly Made[], reason: string): Promise<void> {
  for (const { id, version } of made)
    await api().call('withdrawEvidence', { params: { id }, version, body: { reason } });
}

/** The source of that name or alias; registered where there is none. */
async function sourceCalled(name: string): Promise<string> {
  const { items } = await api().call('listSources', { query: { q: name, limit: 50 } });
  const known = items.find((source) => source.name === name || source.aliases.includes(name));
  return known ? known.id : (await api().call('createSource', { body: { name, type: 'outlet' } })).id;
}
