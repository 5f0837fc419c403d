import { hideSecrets } from '../../lockchat/address/hidden-secrets.ts';
import { addActions } from '../actions/actions.ts';
import { addContextLimits } from '../context-limits.ts';
import { changeStored, endpoints, findEndpoint } from '../endpoints.ts';
import { moveKeys, secretIds } from '../keys.ts';
import { readManaged } from '../managed.ts';
import { addFavourites } from '../picked-models.ts';
import { ownPreferences, savePreferences } from '../preferences.ts';
import { type ReportLine, reportLine } from './import-report.ts';
import { importChoices } from './merge-choices.ts';
import { type MergedEndpoints, mergeEndpoints } from './merge-endpoints.ts';
import { endpointHere, mergePreferences } from './merge-preferences.ts';
import { mergeSecrets, readSecrets } from './merge-secrets.ts';
import { openSecrets } from './sealed-secrets.ts';
import { isRecord, type ReadSettingsFile, SettingsFileError } from './settings-file.ts';

/**
 * Merges a file into the settings: what is here and not in the file stays, and each line of the report says what became
 * of one thing of the file. Keys come along only with the passphrase.
 *
 * @param passphrase left out where the keys are to stay in the file.
 * @throws SettingsFileError before anything has changed: `passphrase`, `secrets-damaged` or `secrets-unknown`.
 */
export async function importSettings(file: ReadSettingsFile, passphrase?: string): Promise<ReportLine[]> {
	const secrets = passphrase === undefined ? null : await unlocked(file, passphrase);
	let merged: MergedEndpoints = { all: [], byFileId: new Map(), hidden: new Map(), lines: [] };
	const lines: ReportLine[] = [];
	if (file.endpoints === null) lines.push(reportLine('endpoints-unreadable'));
	else {
		const imported = file.endpoints;
		const taken = await secretIds();
		await changeStored((stored) => {
			merged = mergeEndpoints(stored, imported, taken);
			return merged.all;
		});
		lines.push(...merged.lines);
	}
	const { byFileId } = merged;
	if (file.preferences === null) lines.push(reportLine('preferences-unreadable'));
	else {
		const known = await endpoints.getValue();
		const managed = (await readManaged()).preferences;
		const all = { known, byFileId };
		const { changed, lines: said } = mergePreferences(await ownPreferences(), file.preferences, all, managed);
		await savePreferences(changed);
		if (changed.forgetKeysOnClose) await moveKeys(true);
		lines.push(...said);
	}
	lines.push(...(await mergeFavourites(file.favourites ?? [], byFileId)));
	lines.push(...(await mergeLimits(file.contextLimits ?? [], byFileId)));
	lines.push(...(await mergeActions(file.prompts ?? [], byFileId)));
	if (secrets) lines.push(...(await mergeSecrets(secrets, byFileId)));
	else if (typeof file.secrets === 'string') lines.push(reportLine(`secrets-${file.secrets}`));
	else if (file.secrets) lines.push(reportLine('secrets-left'));
	lines.push(...(await hiddenLines(merged)));
	lines.push(...(await importChoices(file)));
	return lines;
}

/** What looked like a key and was left out of the file: whether it is here now, from before or by the passphrase. */
async function hiddenLines({ byFileId, hidden }: MergedEndpoints): Promise<ReportLine[]> {
	const lines: ReportLine[] = [];
	for (const [fileId, names] of hidden) {
		const endpoint = await findEndpoint(byFileId.get(fileId)?.id ?? '');
		if (endpoint?.kind !== 'server') continue;
		const here = hideSecrets(endpoint).hidden;
		const missing = names.filter((name) => !here.includes(name));
		lines.push(...missing.map((name) => reportLine('hidden-missing', name, endpoint.name)));
	}
	return lines;
}

/** The file's favourites beside those here, each under the id that its endpoint has here. */
async function mergeFavourites(
	favourites: readonly unknown[],
	byFileId: MergedEndpoints['byFileId'],
): Promise<ReportLine[]> {
	if (favourites.length === 0) return [];
	const known = await endpoints.getValue();
	const added = await addFavourites(
		favourites
			.filter(isRecord)
			.map(({ endpointId, model }) => ({ endpointId: endpointHere(endpointId, known, byFileId), model })),
	);
	return [added > 0 ? reportLine('favourites-added', String(added)) : reportLine('favourites-same')];
}

/** What was typed of models' limits in the file, laid over what is typed here. */
async function mergeLimits(
	limits: readonly unknown[],
	byFileId: MergedEndpoints['byFileId'],
): Promise<ReportLine[]> {
	if (limits.length === 0) return [];
	const known = await endpoints.getValue();
	const changed = await addContextLimits(
		limits
			.filter(isRecord)
			.map((limit) => ({ ...limit, endpointId: endpointHere(limit.endpointId, known, byFileId) })),
	);
	return [changed > 0 ? reportLine('limits-updated', String(changed)) : reportLine('limits-same')];
}

/** The file's actions beside those here. A model of their own is kept where its server is here too. */
async function mergeActions(
	imported: readonly unknown[],
	byFileId: MergedEndpoints['byFileId'],
): Promise<ReportLine[]> {
	if (imported.length === 0) return [];
	const known = await endpoints.getValue();
	const added = await addActions(
		imported.map((entry) =>
			isRecord(entry) && 'endpointId' in entry
				? { ...entry, endpointId: endpointHere(entry.endpointId, known, byFileId) }
				: entry,
		),
	);
	return [added > 0 ? reportLine('actions-added', String(added)) : reportLine('actions-same')];
}

async function unlocked({ secrets }: ReadSettingsFile, passphrase: string): Promise<readonly unknown[]> {
	if (secrets === null) return [];
	if (typeof secrets === 'string') throw new SettingsFileError(`secrets-${secrets}`);
	const opened = await openSecrets(secrets, passphrase);
	if (!opened.ok) throw new SettingsFileError(opened.problem);
	const read = readSecrets(opened.text);
	if (!read) throw new SettingsFileError('secrets-damaged');
	return read;
}
