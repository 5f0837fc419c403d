/** What an import did with one thing of the file. */
export type ImportDeed =
	/** Of a server. `apart`: its id is that of another server here. `newer`: of a kind that this version does not know. */
	| 'endpoint-added'
	| 'endpoint-apart'
	| 'endpoint-newer'
	| 'endpoint-updated'
	| 'endpoint-same'
	| 'endpoint-unreadable'
	| 'endpoint-address'
	| 'endpoint-many'
	| 'endpoints-unreadable'
	/** Of a preference, which `name` names. `unset`: nothing is chosen in the file, and something is here. */
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
	/** Of a server's key. `other`: another one is here, and stays. `elsewhere`: it was given for another address. */
	| 'key-added'
	| 'key-same'
	| 'key-other'
	| 'key-elsewhere'
	| 'key-unreadable'
	/** Of a server's own header. */
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
	/** What it is about: a server's name or address, the name of a field of the preferences, of a header; may be empty. */
	name: string;
	/** The server of a header, or of what was left out. */
	of?: string;
}

const LONGEST_NAME = 120;

/** A line about something of the file, whose name may be of any length. */
export function reportLine(deed: ImportDeed, name = '', of?: string): ReportLine {
	return {
		deed,
		name: name.slice(0, LONGEST_NAME),
		...(of !== undefined && { of: of.slice(0, LONGEST_NAME) }),
	};
}
