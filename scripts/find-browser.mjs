// @ts-check
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** In the order of preference. Chromium comes before the build of Google, which no longer loads an extension that its command line names. */
const COMMANDS = {
	chromium: [
		'chromium',
		'chromium-browser',
		'google-chrome-stable',
		'google-chrome',
		'microsoft-edge-stable',
		'microsoft-edge',
	],
	firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC_APPS = {
	chromium: [
		'Chromium.app/Contents/MacOS/Chromium',
		'Google Chrome.app/Contents/MacOS/Google Chrome',
		'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS = {
	chromium: [
		'Chromium\\Application\\chrome.exe',
		'Google\\Chrome\\Application\\chrome.exe',
		'Microsoft\\Edge\\Application\\msedge.exe',
	],
	firefox: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
};

const OVERRIDES = { chromium: 'LOCKCHAT_CHROMIUM', firefox: 'LOCKCHAT_FIREFOX' };

/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}

const filled = (/** @type {string | undefined} */ value) => (value ? [value] : []);

/** @param {BrowserName} name */
function usualPlaces(name) {
	if (process.platform === 'darwin') {
		return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
			MAC_APPS[name].map((app) => join(folder, app)),
		);
	}
	if (process.platform === 'win32') {
		const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': programs32 } = process.env;
		return [PROGRAMFILES, programs32, LOCALAPPDATA]
			.flatMap(filled)
			.flatMap((folder) => WINDOWS_PROGRAMS[name].map((program) => join(folder, program)));
	}
	return COMMANDS[name].map((command) => join('/snap/bin', command));
}

/**
 * Where a program of the search path is.
 * @param {string} command
 * @returns {string | undefined}
 */
export function findCommand(command) {
	const names = process.platform === 'win32' ? [`${command}.exe`, command] : [command];
	return (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)))
		.find(isProgram);
}

/**
 * The browser that LOCKCHAT_CHROMIUM or LOCKCHAT_FIREFOX names, else one of the search path, else one in a usual place.
 * @param {BrowserName} name
 * @param {readonly string[]} [ownPlaces] where this project installs browsers of its own
 * @returns {string | undefined} the program's path
 * @throws where the environment names a program that is not there
 */
export function findBrowser(name, ownPlaces = []) {
	const override = process.env[OVERRIDES[name]];
	if (override) {
		if (!isProgram(override))
			throw new Error(`${OVERRIDES[name]} names ${override}, which is not a program.`);
		return override;
	}
	const onPath = COMMANDS[name].flatMap((command) => filled(findCommand(command)));
	return onPath[0] ?? [...usualPlaces(name), ...ownPlaces].find(isProgram);
}
