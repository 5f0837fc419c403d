/** What an import did with one thing of the file. */
export type ImportDeed =
	/**
	 * About a server. `apart`: it got another id, since a different server has its id here. `newer`: it is of a kind
	 * that this version does not know.
	 */
	| 'endpoint-added'
	| 'endpoint-apart'
	| 'endpoint-newer'
	| 'endpoint-updated'
	| 'endpoint-same'
	| 'endpoint-unreadable'
	| 'endpoint-address'
	| 'endpoint-many'
	| 'endpoints-unreadable'
	/** About a preference, which `name` names. `unset`: nothing is chosen in the file, so the choice here stays. */
	| 'preference-updated'
	| 'preference-same'
	| 'preference-unset'
	| 'preference-unreadable'
	| 'preference-safer'
	| 'preference-endpoint'
	| 'preference-newer'
	| 'preference-managed'
	| 'preferences-unreadable'
	/** Of the favourite models; `name` is the number of those that were added. */
	| 'favourites-added'
	| 'favourites-same'
	/** Of what was typed of how much models read at once; `name` is the number of those that are new or changed. */
	| 'limits-updated'
	| 'limits-same'
	/** Of the actions, in the same way as of the favourites. */
	| 'actions-added'
	| 'actions-same'
	/** Of a server's key. `other`: another one is here, and stays. `elsewhere`: it was given for another address. */
	| 'key-added'
	| 'key-same'
	| 'key-other'
	| 'key-elsewhere'
	| 'key-unreadable'
	/** About a server's own header. */
	| 'header-added'
	| 'header-same'
	| 'header-other'
	| 'header-unreadable'
	/** Of what looks like a key in an address or among a server's own parameters: it is neither in the file nor here. */
	| 'hidden-missing'
	/** Of all keys of the file. */
	| 'secrets-left'
	| 'secrets-damaged'
	| 'secrets-unknown';

export interface ReportLine {
	deed: ImportDeed;
	/** The name of the thing: a server's name or address, a header's name, or the field of a preference. It may be empty. */
	name: string;
	/** The server of a header, or of what was left out. */
	of?: string;
}

const LONGEST_NAME = 120;

/** Makes a line about one thing of the file. Its name may be of any length in the file, so it is shortened. */
export function reportLine(deed: ImportDeed, name = '', of?: string): ReportLine {
	return {
		deed,
		name: name.slice(0, LONGEST_NAME),
		...(of !== undefined && { of: of.slice(0, LONGEST_NAME) }),
	};
}
