import { expect } from '@playwright/test';
import type { Endpoint } from '../../utils/lockchat/types.ts';
import type { LockchatServer } from '../lockchat-server/types.ts';
import { answerWith, type Delivery, joined } from './answers.ts';
import { type Corpus, corpus } from './corpus.ts';
import { type HostileBrowser, type HostileWindow, openHostileWindow } from './hostile-window.ts';
import { type Share, shareOf } from './share-of.ts';

export interface Surroundings {
	server: LockchatServer;
	endpoint: Endpoint;
}

async function withWindow(
	browser: HostileBrowser,
	surroundings: Surroundings,
	act: (window: HostileWindow, attacks: Corpus) => Promise<void>,
): Promise<void> {
	const window = await openHostileWindow(browser, surroundings);
	await act(window, corpus(window.leak.origin));
	await window.end();
}

/**
 * The corpus as answers, drawn while they come or all at once.
 *
 * @param way.share which share of the texts that are answers of their own is tried, too
 */
export const answerHostilely = (
	browser: HostileBrowser,
	around: Surroundings,
	{ delivery, share }: { delivery: Delivery; share?: Share },
) =>
	withWindow(browser, around, async (window, { together, unclosed, huge }) => {
		const answers = [
			...joined(together).map((text, index) => ({ name: `answer ${index}`, text })),
			...(share ? shareOf([...unclosed, ...huge], share) : []),
		];
		for (const { name, text } of answers) {
			await window.ask({ name, steps: answerWith(text, delivery) });
		}
	});

/** Runs in the page: why the answer failed. */
const readAlert = (): string => document.querySelector('article [role=alert]')?.textContent ?? '';

/** What else of the server's words a window shows: reasoning, refusals, error texts. */
export const speakHostilely = (browser: HostileBrowser, around: Surroundings) =>
	withWindow(browser, around, async (window, { together }) => {
		for (const text of joined(together, 8000)) {
			const thought = answerWith(text, 'streamed', 'reasoning').slice(0, -1);
			await window.ask({ name: 'reasoning', steps: [...thought, ...answerWith('Well.', 'streamed')] });
			await window.ask({ name: 'refusal', steps: answerWith(text, 'at once', 'refusal') });
		}
		const refusals = joined(
			together.filter(
				({ kind, text }) => text.length < 450 && /scripts|handlers|schemes|characters/.test(kind),
			),
			450,
		);
		for (const message of refusals) {
			const body = JSON.stringify({ error: { message } });
			const headers = { 'Content-Type': 'application/json' };
			await window.ask({ name: message, steps: [{ status: 403, headers, body }] });
			// What a failed answer says is loaded with the first one.
			await expect.poll(() => window.realm.evaluate(readAlert, null)).toContain('(403)');
			await window.look(message);
		}
	});

/** The user's own words, which become titles in the history. */
export const askHostilely = (browser: HostileBrowser, around: Surroundings) =>
	withWindow(browser, around, async (window, { together }) => {
		const firsts = together.filter(({ kind }, index) => together[index - 1]?.kind !== kind);
		for (const { text } of firsts) {
			await window.ask({ name: text, question: text, steps: answerWith('Noted.', 'at once') });
		}
		await window.realm.evaluate(async (count) => {
			document.querySelector<HTMLElement>('button[aria-label="History"]')?.click();
			while (document.querySelectorAll('[role=dialog] li').length < count) {
				await new Promise((resolve) => requestAnimationFrame(resolve));
			}
		}, firsts.length);
		expect(
			await window.realm.evaluate(
				() => document.querySelectorAll('[role=dialog] li :is(a, img, script, style, iframe)').length,
				null,
			),
		).toBe(0);
	});

/** Names that a server gives to models and a user to endpoints. */
export const nameHostilely = (browser: HostileBrowser, around: Surroundings) =>
	withWindow(browser, around, async (window, { together }) => {
		const models = together.map(({ text }) => text);
		const endpoints = together.slice(0, 20).map(({ text }, index) => ({
			...around.endpoint,
			id: `hostile-${index}`,
			name: text,
			models: index === 0 ? models : [text],
		}));
		const { stored } = await window.realm.evaluate(
			async () => ({ stored: await chrome.storage.local.get(null) }),
			null,
		);
		await browser.seed({ endpoints });
		await window.realm.evaluate(async (count) => {
			while (document.querySelectorAll('select optgroup').length < count) {
				await new Promise((resolve) => requestAnimationFrame(resolve));
			}
		}, endpoints.length);
		await window.look('names in the model picker');
		expect(
			await window.realm.evaluate(() => document.querySelectorAll('select option :not(:empty)').length, null),
		).toBe(0);
		await window.realm.evaluate((items) => chrome.storage.local.set(items), stored);
	});
