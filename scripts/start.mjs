// @ts-check
/** `npm start [-- OPTIONS]`: the extension, built, in a browser, connected to a model. `--help` lists the options. */
import { once } from 'node:events';
import { ensureBrowsers } from './browsers.mjs';
import { downloadedPlaces } from './download-browser.mjs';
import { findBrowser } from './find-browser.mjs';
import { runTool } from './run-tool.mjs';
import { openExtensionPage, openFirefox, showHeadedFirefox, showHeadlessFirefox } from './start/firefox.mjs';
import { NEXT } from './start/next-commands.mjs';
import { backgroundOf, connect, openBrowser } from './start/open-browser.mjs';
import { HELP, OptionError, readOptions } from './start/options.mjs';
import { extension, firefoxExtension, isBuiltElsewhere } from './start/output.mjs';
import { isInUse, profileOf } from './start/profile.mjs';
import { serveModel } from './start/serve-model.mjs';
import { showHeaded } from './start/show-headed.mjs';
import { showHeadless } from './start/show-headless.mjs';
import { serveWelcomePage } from './start/welcome-page.mjs';

/** @import { Browser } from 'puppeteer-core' */

/** Ends with a sentence for the user. @param {string} message @param {number} [code] @returns {never} */
function giveUp(message, code = 1) {
	console.error(message);
	process.exit(code);
}

function chooseOptions() {
	try {
		const options = readOptions(process.argv.slice(2), process.env, process.platform);
		if (options !== 'help') return options;
	} catch (error) {
		if (!(error instanceof OptionError)) throw error;
		giveUp(`${error.message}\n\n${HELP}`, 2);
	}
	console.log(HELP);
	return process.exit();
}

const chosen = chooseOptions();
const { browser: kind, isHeadless, upstream } = chosen;
const isFirefox = kind === 'firefox';

const ALREADY_OPEN =
	'Lockchat is open already, in a browser that another `npm start` has opened. Close that browser first.';
// A build would change the files that the other browser is using.
if (isInUse(profileOf(chosen))) giveUp(ALREADY_OPEN);

if (!isBuiltElsewhere(isFirefox ? firefoxExtension : extension)) {
	console.log('Building the extension …');
	const target = isFirefox ? ['-b', 'firefox'] : [];
	if (!(await runTool('wxt', 'wxt', ['build', '--level', 'warn', ...target]))) process.exit(1);
}

const path = findBrowser(kind, downloadedPlaces(kind)) ?? (await ensureBrowsers()).paths[kind];
const executablePath =
	path ??
	giveUp(
		isFirefox
			? 'There is no Firefox here. Set LOCKCHAT_FIREFOX to one.'
			: 'There is no Chromium, Chrome or Edge here. Set LOCKCHAT_CHROMIUM to one.',
	);

/** @returns {Promise<Browser>} */
async function launch() {
	try {
		return await (isFirefox ? openFirefox : openBrowser)(executablePath, chosen);
	} catch (error) {
		if (isInUse(profileOf(chosen)) || /already running/.test(String(error))) giveUp(ALREADY_OPEN);
		throw error;
	}
}

const model = await serveModel(upstream);
const welcome = await serveWelcomePage();
const browser = await launch();

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopped.abort());
browser.once('disconnected', () => stopped.abort());
const whenStopped = once(stopped.signal, 'abort');

if (isFirefox) {
	const settings = await openExtensionPage(browser, 'options.html');
	await connect(settings, model.endpoint);
	await settings.close();
} else await connect(await backgroundOf(browser), model.endpoint);

if (isHeadless) {
	const show = isFirefox ? showHeadlessFirefox : showHeadless;
	const isWhole = await Promise.race([show(browser, welcome.url), whenStopped.then(() => false)]);
	if (isWhole) console.log(NEXT);
	process.exitCode = isWhole ? 0 : 1;
} else {
	await (isFirefox ? showHeadedFirefox : showHeaded)(browser, welcome.url);
	await whenStopped;
}
await browser.close();
await welcome.close();
await model.close();
