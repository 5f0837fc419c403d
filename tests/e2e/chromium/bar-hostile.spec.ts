import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { BarInPage, selectByPointer } from '../harness/bar-in-page.ts';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage, turnOn } from './bar-on.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/bar-hostile');
const ACTIONS = ['Explain', 'Summarize', 'Translate', 'More'];

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT, ownBrowser: true });

/** What a page can do to keep scripts from working, or to get hold of what they make. */
const NASTY = `<form name="activeElement"></form><img name="documentElement"><img name="createElement"><img name="getSelection">
	<script>
		const broken = () => { throw new Error('broken by the page'); };
		for (const name of ['attachShadow', 'append', 'setAttribute', 'showPopover', 'matches', 'closest', 'getBoundingClientRect'])
			for (const { prototype } of [Element, HTMLElement, ShadowRoot])
				if (name in prototype) prototype[name] = broken;
		for (const [{ prototype }, name] of [[Node, 'isConnected'], [Node, 'parentElement'], [Document, 'activeElement'], [Event, 'isTrusted']])
			Object.defineProperty(prototype, name, { get: broken });
		Selection.prototype.toString = () => 'what the page says';
		EventTarget.prototype.addEventListener = broken;
	</script>`;

test('case 276: what a page makes up reaches nothing in the bar, and what it breaks breaks only the page', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('attacked', [{ token: 'So.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const page = await openPage(extension, { body: `${NASTY}<p id="text">What the user sees.</p>` });
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	const { buttons } = await bar.untilReady();
	const points = buttons.flatMap(({ at }) => at ?? []);

	const seen = await page.evaluate((at) => {
		const host = document.querySelector('html > div');
		if (!(host instanceof HTMLElement)) return null;
		for (const { x, y } of at)
			for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
				for (const target of [host, document.elementFromPoint(x, y) ?? host])
					target.dispatchEvent(
						new MouseEvent(type, { clientX: x, clientY: y, detail: 1, bubbles: true, composed: true }),
					);
		for (const key of ['J', 'Enter', ' '])
			host.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, shiftKey: true, bubbles: true }));
		host.click();
		host.focus();
		for (const type of ['bar-selected', 'bar-chosen', 'bar-hidden'])
			window.postMessage({ type, actionId: 'explain', text: 'Send this', isLoaded: false }, '*');
		return {
			root: host.shadowRoot,
			inside: host.childNodes.length,
			mayTalk: Reflect.get(window, 'chrome')?.runtime,
		};
	}, points);
	expect(seen).toEqual({ root: null, inside: 0, mayTalk: undefined });

	// Neither moved nor removed it is the bar that the user has seen.
	await page.evaluate(() => {
		const host = document.querySelector('html > div');
		if (host) document.body.prepend(host);
	});
	const [first] = points;
	if (first) await page.mouse.click(first.x, first.y);
	await page.mouse.click(600, 600);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	await page.evaluate(() => document.querySelector('html > div')?.remove());
	await page.mouse.click(600, 600);

	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	await bar.click('Summarize');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain('What the user sees.');
	expect(messages[0]?.content).toContain('Summarize this');
	// Of all that was tried before, nothing has asked.
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

/**
 * Waits until Chromium has told what it knows of covers to whoever asked before: it answers the askers of a document with
 * the same frame, and this one asks last.
 */
const untilCoverIsKnown = (page: Page) =>
	page.evaluate(async () => {
		const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
			trackVisibility: true,
			delay: 100,
		};
		await new Promise<void>((resolve) => {
			new IntersectionObserver((_, observer) => {
				observer.disconnect();
				resolve();
			}, options).observe(document.body);
		});
	});

test('case 276: a page that hides the bar’s own words behind others gets no click through them', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('covered', [{ token: 'So.' }, { done: true }]);
	await turnOn(extension, [{ ...endpoint, models: [model] }]);
	const page = await openPage(extension, {
		body: `<style>html > div { opacity: 0 !important; display: none !important; transform: translate(300px, 300px) !important; }
			#cover { position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; background: #fff; pointer-events: none; }</style>
			<p id="text">What the user sees.</p><div popover="manual" id="cover">Win a prize!</div>`,
	});
	const bar = new BarInPage(page);
	await selectByPointer(page, '#text');
	await expect.poll(() => bar.names()).toEqual(ACTIONS);
	const { buttons } = await bar.untilReady();
	const summarize = buttons.find(({ name }) => name === 'Summarize')?.at ?? { x: 0, y: 0 };
	// The click comes before Chromium tells of the cover by itself.
	await page.evaluate(() => document.getElementById('cover')?.showPopover());
	await bar.click('Explain');
	await untilCoverIsKnown(page);
	expect(await bar.names()).toEqual(ACTIONS);
	await page.evaluate(() => document.getElementById('cover')?.hidePopover());
	// Chromium tells with its next frames that the cover is gone; until then no click counts.
	const lookAfterClick = async () => {
		await page.mouse.click(summarize.x, summarize.y);
		return bar.look();
	};
	await expect.poll(lookAfterClick).toBeNull();
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain('Summarize this');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});
