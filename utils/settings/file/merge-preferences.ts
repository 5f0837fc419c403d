import * as v from 'valibot';
import type { Endpoint } from '../../providers/endpoint.ts';
import { BAR_VALUE, NO_BAR } from '../bar.ts';
import { DEFAULT_PREFERENCES, isPreference, type Preferences } from '../preference-values.ts';
import { type ReportLine, reportLine } from './import-report.ts';

export interface MergedPreferences {
	/** What is to be stored. A preference that is not in it stays as it is. */
	changed: Partial<Preferences>;
	lines: ReportLine[];
}

const isName = (name: string): name is keyof Preferences => Object.hasOwn(DEFAULT_PREFERENCES, name);
const MOST_UNKNOWN = 100;
const LONGEST_UNKNOWN = 10_000;

/** An endpoint's id of the file as it is called here; undefined where it is neither in the file's list nor here. */
export function endpointHere(
	id: unknown,
	known: readonly Endpoint[],
	byFileId: ReadonlyMap<string, Endpoint>,
): string | undefined {
	if (typeof id !== 'string') return undefined;
	return byFileId.get(id)?.id ?? known.find((endpoint) => endpoint.id === id)?.id;
}

/** Whether nothing has been set of the bar beside a selection. */
const isUnused = (bar: unknown): boolean => v.is(UNUSED_BAR, bar);
const UNUSED_BAR = v.object({
	where: v.literal(NO_BAR.where),
	sites: v.strictTuple([]),
	hidden: v.strictTuple([]),
});

/** The bar of a file, hidden where it is hidden here, too: nobody sees that it would be shown there again. */
function withHidden(given: unknown, hiddenHere: readonly string[]): unknown {
	const { success, output } = v.safeParse(BAR_VALUE, given);
	return success ? { ...output, hidden: [...new Set([...hiddenHere, ...output.hidden])] } : given;
}

/**
 * The preferences of a file laid over those that are here. A preference without a choice in the file leaves the
 * choice here as it is. None of them makes keys go to the disk that are only in memory now.
 */
export function mergePreferences(
	here: Preferences,
	imported: Readonly<Record<string, unknown>>,
	endpoints: { known: readonly Endpoint[]; byFileId: ReadonlyMap<string, Endpoint> },
	managed: Partial<Preferences>,
): MergedPreferences {
	const changed: Record<string, unknown> = {};
	const lines: ReportLine[] = [];
	const say = (deed: ReportLine['deed'], name: string) => void lines.push(reportLine(deed, name));
	let unknownCount = 0;

	for (const [name, given] of Object.entries(imported)) {
		const old: unknown = Object.hasOwn(here, name) ? Reflect.get(here, name) : undefined;
		if (!isName(name)) {
			const isTaken = old === undefined && !(name in {}) && ++unknownCount <= MOST_UNKNOWN;
			if (!isTaken || JSON.stringify(given).length > LONGEST_UNKNOWN) continue;
			changed[name] = given;
			say('preference-newer', name);
			continue;
		}
		const isEndpoint = name === 'defaultEndpointId' && given !== null;
		const value = isEndpoint
			? endpointHere(given, endpoints.known, endpoints.byFileId)
			: name === 'bar'
				? withHidden(given, here.bar.hidden)
				: given;
		if (name in managed) say('preference-managed', name);
		else if (isEndpoint && value === undefined) say('preference-endpoint', name);
		else if (!isPreference(name, value)) say('preference-unreadable', name);
		else if (JSON.stringify(value) === JSON.stringify(old)) say('preference-same', name);
		else if (value === null || value === '' || (name === 'bar' && isUnused(given)))
			say('preference-unset', name);
		else if (name === 'forgetKeysOnClose' && value === false) say('preference-safer', name);
		else {
			changed[name] = value;
			say('preference-updated', name);
		}
	}
	// The model of an endpoint that was not taken would be looked for at another endpoint.
	const isEndpointLeft = lines.some(({ deed }) => deed === 'preference-endpoint');
	if (isEndpointLeft && 'defaultModel' in changed) {
		delete changed.defaultModel;
		lines.splice(
			lines.findIndex(({ name }) => name === 'defaultModel'),
			1,
		);
	}
	return { changed, lines };
}
