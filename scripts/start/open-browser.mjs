// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { extension } from './output.mjs';
import { profileOf } from './profile.mjs';

/**
 * @import { Browser, Page, WebWorker } from 'puppeteer-core'
 * @import { Endpoint } from '../../utils/lockchat/types.ts'
 * @import { StartOptions } from './options.mjs'
 */

/** Milliseconds between two looks at something that sends no event. */
const LOOK_MS = 50;

/**
 * Starts Chromium, Chrome or Edge with the built extension. It has a profile of its own, which is kept.
 * @param {string} executablePath
 * @param {StartOptions} options
 */
export function openBrowser(executablePath, options) {
	const { isHeadless, language } = options;
	return puppeteer.launch({
		executablePath,
		headless: isHeadless,
		pipe: true,
		// Chrome no longer loads an extension that its command line names; the protocol can still load one.
		enableExtensions: [extension],
		userDataDir: profileOf(options),
		defaultViewport: null,
		ignoreDefaultArgs: ['--enable-automation'],
		args: [
			'--no-first-run',
			'--no-default-browser-check',
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			...(language ? [`--lang=${language}`, `--accept-lang=${language}`] : []),
		],
		// On Linux the language of Chromium's own words comes from here.
		env: { ...process.env, ...(language && { LANGUAGE: language }) },
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
}

/**
 * The extension's background.
 * @param {Browser} browser
 * @returns {Promise<WebWorker>}
 */
export async function backgroundOf(browser) {
	const target = await browser.waitForTarget(
		(candidate) => candidate.type() === 'service_worker' && candidate.url().endsWith('/background.js'),
	);
	const worker = await target.worker();
	if (!worker) throw new Error('The extension has no background.');
	// A worker that has only just started does not have the extension API yet.
	while (!(await worker.evaluate(() => 'chrome' in globalThis && 'storage' in chrome))) {
		await delay(LOOK_MS);
	}
	return worker;
}

/**
 * Connects the extension to our endpoint: it is put before those that the user may have added to this profile, and made
 * the default. The names of the stored items are those in `utils/settings`.
 * @param {WebWorker | Page} realm the background, or a page of the extension
 * @param {Endpoint} endpoint
 */
export async function connect(realm, endpoint) {
	await realm.evaluate(async (ours) => {
		const stored = await chrome.storage.local.get(['endpoints', 'preferences']);
		const { endpoints = [], preferences = {} } =
			/** @type {{ endpoints?: Endpoint[], preferences?: object }} */ (stored);
		const others = endpoints.filter(({ id }) => id !== ours.id);
		await chrome.storage.local.set({
			endpoints: [ours, ...others],
			preferences: { ...preferences, defaultEndpointId: ours.id, defaultModel: ours.models[0] },
		});
	}, endpoint);
}
