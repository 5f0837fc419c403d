import { replaceInQuery, secretsIn } from '../../lockchat/address/looks-secret.ts';

/** An address as it may be shown to others: with dots in the place of what looks like a key in its query. */
export function maskAddress(address: string): string {
	return replaceInQuery(address, () => '•••');
}

/** What looks like a key in an address and among a server's own parameters, for those who must not repeat it. */
export function ownSecrets(address: string, extra: unknown): string[] {
	return secretsIn(address, extra);
}
