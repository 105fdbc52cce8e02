import { lookup } from 'node:dns/promises';
import { isPublicAddress, refusalOfUrl, type AddressRefusal } from './address.rules.js';

/** What of the world a fetch may reach. Production knows one, and no setting changes it. */
export interface Network {
  /** What is wrong with an address before its name is looked up. */
  readonly refusalOf: (url: URL) => AddressRefusal | null;
  readonly resolve: (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;
  readonly isOpen: (address: string) => boolean;
}

export const PUBLIC_INTERNET: Network = {
  refusalOf: refusalOfUrl,
  resolve: (name) => lookup(name, { all: true, verbatim: true }),
  isOpen: isPublicAddress,
};
