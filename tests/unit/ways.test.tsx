// @vitest-environment happy-dom
import './markdown/setup.ts';

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer } from '../../components/chat/composer/composer.tsx';
import { ChatServicesContext } from '../../components/chat/services/chat-services.ts';
import { Markdown } from '../../components/markdown/markdown.tsx';
import type { GrowingText } from '../../utils/chat/live-parts.ts';
import { press, renderChat, typeInto } from './components/render-chat.tsx';
import { ask, hasEnded, until, untilText } from './run/session-states.ts';
import { createServedWorld, type ServedWorld } from './run/test-world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const architecture = await readFile(join(ROOT, 'docs/architecture.md'), 'utf8');

/** The files of a diagram in `docs/architecture.md`: each line names a room and files in it. */
function readWay(heading: string): string[] {
	const [, diagram = ''] = architecture.slice(architecture.indexOf(`## ${heading}`)).split('```');
	return diagram.split('\n').flatMap((line) => {
		const room = /^\s*([a-z]\S*\/)\s/.exec(line)?.[1];
		return room === undefined ? [] : [...line.matchAll(/[\w-]+\.tsx?\b/g)].map(([name]) => room + name);
	});
}

/** How many files a reader has to open who follows one. */
const MOST_FOR_A_TOKEN = 30;
const MOST_FOR_A_QUESTION = 25;

const token = readWay('The way of a token');
const question = readWay('The way of a question');

describe('the ways in the documents', () => {
	it.each([...token, ...question])('lead through %s, which is there', (path) => {
		expect(existsSync(join(ROOT, path))).toBe(true);
	});

	it('name each file once', () => {
		expect(token).toEqual([...new Set(token)]);
		expect(question).toEqual([...new Set(question)]);
	});

	it('are short: a reader can follow them', () => {
		expect(token.length).toBeGreaterThan(10);
		expect(token.length).toBeLessThanOrEqual(MOST_FOR_A_TOKEN);
		expect(question.length).toBeGreaterThan(10);
		expect(question.length).toBeLessThanOrEqual(MOST_FOR_A_QUESTION);
	});
});

/** What a token sets off beside its way to the screen: it is saved, and acknowledged. Tests look at a window's state. */
const ASIDE = [
	/^utils\/store\//,
	/\/checkpointer\.ts$/,
	/\/(create-background|parse-command)\.ts$/,
	/^utils\/run\/session\//,
];
/** What only a whole window in a browser has. */
const NOT_IN_THIS_TEST = ['components/chat/transcript/stick-to-bottom.ts'];

/** Constants are read where they are used; there is nothing in such a file to follow. */
async function hasCode(path: string): Promise<boolean> {
	return /=>|\bfunction\b|\bclass\b/.test(await readFile(join(ROOT, path), 'utf8'));
}

/** The project's files in which something ran while `work` was done. */
async function filesEntered(work: () => Promise<void>): Promise<string[]> {
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
	await session.post('Profiler.takePreciseCoverage');
	await work();
	const { result } = await session.post('Profiler.takePreciseCoverage');
	session.disconnect();
	const entered = result
		.filter(({ functions }) => functions.some(({ ranges }) => (ranges[0]?.count ?? 0) > 0))
		.map(({ url }) => relative(ROOT, url.startsWith('file:') ? fileURLToPath(url) : url))
		.filter((path) => /^(components|utils)\//.test(path));
	const withCode = await Promise.all(entered.map(async (path) => ((await hasCode(path)) ? [path] : [])));
	return withCode.flat();
}

let world: ServedWorld;

beforeEach(async () => {
	world = await createServedWorld();
});
afterEach(async () => {
	await world.close();
});

describe('a token in the middle of an answer', () => {
	it('enters the files that the documents name, and no others', async () => {
		const [first, second, third] = ['Some plain words', ' and some more', ' and yet some more'] as const;
		const model = world.server.script('way', [
			{ token: first },
			{ hold: 'second' },
			{ token: second },
			{ hold: 'third' },
			{ token: third },
			{ hold: 'end' },
			{ done: true },
		]);
		const window = world.openWindow();
		const { answerId } = ask(window, model);
		await untilText(window, answerId, first);
		const root = createRoot(document.body);
		await act(async () => root.render(<Markdown text={growingTextOf(answerId)} isFinal={false} />));
		world.server.release('second');
		await act(() => untilText(window, answerId, first + second));

		const entered = await filesEntered(async () => {
			world.server.release('third');
			await act(async () => {
				await untilText(window, answerId, first + second + third);
				await vi.waitFor(() => expect(document.body.textContent).toBe(first + second + third));
			});
		});

		const onItsWay = entered.filter((path) => !ASIDE.some((aside) => aside.test(path)));
		expect(onItsWay.sort()).toEqual(token.filter((path) => !NOT_IN_THIS_TEST.includes(path)).sort());
		await act(async () => root.unmount());
		world.server.release('end');
		await until(window, hasEnded);

		function growingTextOf(id: string): GrowingText {
			const part = window.session.getState().runs.get(id)?.parts.at(-1);
			if (part?.type !== 'text') throw new Error('The answer does not grow by a text.');
			return part.text;
		}
	});
});

describe('a question', () => {
	it('enters each file that the documents name, from Enter to its request', async () => {
		const window = world.openWindow();
		const model = world.server.script('question', [{ token: 'Hello.' }, { done: true }]);
		ask(window, model);
		await until(window, hasEnded);
		world.server.script('question', [{ hold: 'end' }, { done: true }]);
		const {
			find,
			update,
			until: untilDrawn,
		} = await renderChat(
			(services) => (
				<ChatServicesContext value={{ ...services, ...window }}>
					<Composer />
				</ChatServicesContext>
			),
			{ endpoints: [world.endpoint] },
		);
		const box = find('textarea', 'chat.message');
		await update(() => typeInto(box, 'And then?'));
		await untilDrawn(() => expect(find('button', 'chat.send')).toHaveProperty('disabled', false));

		const entered = await filesEntered(async () => {
			await act(async () => {
				press(box, 'Enter');
				await world.server.waitForRequest(({ messages }) => messages.length === 3);
			});
		});

		// What they ask for what they need is entered as well; the documents leave that out.
		expect(question.filter((path) => !entered.includes(path))).toEqual([]);
		await act(async () => {
			world.server.release('end');
			await until(window, hasEnded);
		});
	});
});
