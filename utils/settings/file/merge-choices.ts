import * as v from 'valibot';
import { APPEARANCE_VALUES, DEFAULT_APPEARANCE, readAppearance, saveAppearance } from '../appearance.ts';
import { DEFAULT_SPEECH, SPEECH_VALUES, speech } from '../speech.ts';
import { type ReportLine, reportLine } from './import-report.ts';
import type { ReadSettingsFile } from './settings-file.ts';

/**
 * The choices of a file laid over those that are here. What is as it is for everybody counts as not chosen, and leaves the
 * choice here as it is; fields that this version does not know are left out.
 *
 * @returns what is to be stored, null where nothing changes, and a line for each choice of the file
 */
function mergeChoices<T extends object>(
	here: Readonly<T>,
	imported: Readonly<Record<string, unknown>>,
	values: Readonly<Record<keyof T & string, v.GenericSchema>>,
	defaults: Readonly<T>,
): { merged: T | null; lines: ReportLine[] } {
	const lines: ReportLine[] = [];
	let merged: T | null = null;
	for (const name of Object.keys(values) as (keyof T & string)[]) {
		if (!Object.hasOwn(imported, name)) continue;
		const given = imported[name];
		if (!v.is(values[name], given)) lines.push(reportLine('preference-unreadable', name));
		else if (given === here[name]) lines.push(reportLine('preference-same', name));
		else if (given === defaults[name]) lines.push(reportLine('preference-unset', name));
		else {
			merged = { ...(merged ?? here), [name]: given };
			lines.push(reportLine('preference-updated', name));
		}
	}
	return { merged, lines };
}

/** Takes on how pages look and how answers sound in the file; what the file does not name stays. */
export async function importChoices(
	file: Pick<ReadSettingsFile, 'appearance' | 'speech'>,
): Promise<ReportLine[]> {
	const look = mergeChoices(readAppearance(), file.appearance ?? {}, APPEARANCE_VALUES, DEFAULT_APPEARANCE);
	if (look.merged) saveAppearance(look.merged);
	const sound = mergeChoices(await speech.getValue(), file.speech ?? {}, SPEECH_VALUES, DEFAULT_SPEECH);
	if (sound.merged) await speech.setValue(sound.merged);
	return [...look.lines, ...sound.lines];
}

/** What of these choices is not as it is for everybody; null where all of it is. */
function chosenOf<T extends object>(here: Readonly<T>, defaults: Readonly<T>): Partial<T> | null {
	const chosen = Object.entries(here).filter(([name, value]) => value !== Reflect.get(defaults, name));
	return chosen.length === 0 ? null : (Object.fromEntries(chosen) as Partial<T>);
}

/** What the user has chosen of these, as a file has it. */
export async function exportChoices(): Promise<Pick<ReadSettingsFile, 'appearance' | 'speech'>> {
	const appearance = chosenOf(readAppearance(), DEFAULT_APPEARANCE);
	const sound = chosenOf(await speech.getValue(), DEFAULT_SPEECH);
	return { ...(appearance && { appearance }), ...(sound && { speech: sound }) };
}
