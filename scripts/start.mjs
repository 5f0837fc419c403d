// @ts-check
/** `npm start [-- --headless]`: the extension, built, in a browser, connected to a model of this computer. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers.mjs';
import { downloadedPlaces } from './download-browser.mjs';
import { findBrowser } from './find-browser.mjs';
import { runTool } from './run-tool.mjs';
import { backgroundOf, connect, openBrowser } from './start/open-browser.mjs';
import { isBuiltElsewhere } from './start/output.mjs';
import { serveModel } from './start/serve-model.mjs';
import { showHeaded } from './start/show-headed.mjs';
import { showHeadless } from './start/show-headless.mjs';
import { serveWelcomePage } from './start/welcome-page.mjs';

const { values } = parseArgs({ options: { headless: { type: 'boolean', default: false } } });
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const isHeadless = values.headless || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY);

if (!isBuiltElsewhere()) {
	console.log('Building the extension …');
	if (!(await runTool('wxt', 'wxt', ['build', '--level', 'warn']))) process.exit(1);
}

const executablePath =
	findBrowser('chromium', downloadedPlaces('chromium')) ?? (await ensureBrowsers()).paths.chromium;
if (!executablePath) {
	console.error('There is no Chromium, Chrome or Edge here. Set LOCKCHAT_CHROMIUM to one.');
	process.exit(1);
}

const model = await serveModel();
const welcome = await serveWelcomePage();
const browser = await openBrowser({ executablePath, isHeadless });

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopped.abort());
browser.once('disconnected', () => stopped.abort());
const whenStopped = once(stopped.signal, 'abort');

await connect(await backgroundOf(browser), model.endpoint);
if (isHeadless) {
	const isWhole = await Promise.race([showHeadless(browser, welcome.url), whenStopped.then(() => false)]);
	process.exitCode = isWhole ? 0 : 1;
} else {
	await showHeaded(browser, welcome.url);
	await whenStopped;
}
await browser.close();
await welcome.close();
await model.close();
