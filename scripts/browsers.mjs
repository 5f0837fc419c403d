// @ts-check
/** `npm run browsers`: finds the browsers that the tests need, and installs those that are missing. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { downloadBrowser, downloadedPlaces } from './download-browser.mjs';
import { findBrowser, findCommand } from './find-browser.mjs';

/** @import { BrowserName } from './find-browser.mjs' */

/** @type {readonly BrowserName[]} */
const BROWSERS = ['chromium', 'firefox'];

/** Tools for a screen of the tests' own, with mouse and keyboard: a headless browser shows no real panels, menus and prompts. */
const SCREEN_COMMANDS = { Xvfb: 'xvfb', xdotool: 'xdotool', import: 'imagemagick' };

/** The names of Debian's packages. The language pack is for the tests in Russian. */
const PACKAGES = { chromium: ['chromium'], firefox: ['firefox-esr', 'firefox-esr-l10n-ru'] };

/** @typedef {{ paths: Partial<Record<BrowserName, string>>, missing: string[] }} Found */

/** @returns {Found & { packages: string[] }} */
function look() {
	/** @type {Found['paths']} */
	const paths = {};
	/** @type {string[]} */
	const packages = [];
	for (const name of BROWSERS) {
		const path = findBrowser(name, downloadedPlaces(name));
		if (path) paths[name] = path;
		else packages.push(...PACKAGES[name]);
	}
	const tools = process.platform === 'linux' ? Object.entries(SCREEN_COMMANDS) : [];
	const absent = tools.filter(([command]) => !findCommand(command));
	packages.push(...absent.map(([, name]) => name));
	return {
		paths,
		packages,
		missing: [...BROWSERS.filter((name) => !paths[name]), ...absent.map(([name]) => name)],
	};
}

/** Packages are installed without questions, as root on Debian and its kin. @param {readonly string[]} packages */
function installPackages(packages) {
	console.log(`Installing ${packages.join(', ')} with apt-get …`);
	/** @param {readonly string[]} args */
	const aptGet = (args) =>
		spawnSync('apt-get', args, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		});
	const updated = aptGet(['update', '-qq']);
	const installed = aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
	if (updated.status !== 0 || installed.status !== 0)
		console.log('apt-get did not succeed; going on with what is there.');
}

/**
 * Finds both browsers and the tools for a screen, and installs what is missing: Debian's packages if this is Debian and
 * the user is root, else the browser makers' own downloads. It says on the console what it does.
 * @returns {Promise<Found>} `missing` names what could not be had
 */
export async function ensureBrowsers() {
	const first = look();
	if (first.packages.length > 0 && process.getuid?.() === 0 && findCommand('apt-get'))
		installPackages(first.packages);
	for (const name of BROWSERS) {
		if (!look().paths[name]) await downloadBrowser(name);
	}
	const { paths, missing } = look();
	for (const name of BROWSERS) if (paths[name]) console.log(`${name}: ${paths[name]}`);
	if (missing.length > 0) console.log(`Not to be had here: ${missing.join(', ')}`);
	return { paths, missing };
}

/**
 * The path of a browser that is there.
 * @param {BrowserName} name
 * @throws where it is not
 */
export function requireBrowser(name) {
	const path = findBrowser(name, downloadedPlaces(name));
	if (!path) throw new Error(`There is no ${name} on this computer: run \`npm run browsers\`.`);
	return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { missing } = await ensureBrowsers();
	process.exitCode = missing.length > 0 ? 1 : 0;
}
