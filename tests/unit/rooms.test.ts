import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const FORBIDDEN_IMPORTS: readonly [room: string, from: string][] = [
	['components/chat/window', 'wxt/browser'],
	['components/chat/services', 'wxt/utils/storage'],
	['components/chat/composer', 'webextension-polyfill'],
	['components/chat/window', '../../../utils/lockchat/create-completion.ts'],
	['components/chat/window', '../../../entrypoints/background.ts'],
	['utils/lockchat', '../chat/tree.ts'],
	['utils/lockchat', '../store/store.ts'],
	['utils/lockchat', '../settings/keys.ts'],
	['utils/lockchat', '../../components/ui/failure-text.ts'],
	['utils/lockchat', '@/utils/chat/tree.ts'],
	['utils/lockchat', 'wxt/browser'],
	['utils/lockchat', 'valibot'],
	['utils/lockchat', 'react'],
	['utils/lockchat', 'node:fs'],
	['utils/chat', '../lockchat/address/endpoint-url.ts'],
	['utils/chat', '../store/store.ts'],
	['utils/chat', '../../components/chat/services/targets.ts'],
	['utils/chat', 'wxt/browser'],
	['utils/chat', 'idb'],
	['utils/settings', '../lockchat/create-completion.ts'],
	['utils/settings', '../lockchat/exchange/open-response.ts'],
	['utils/settings', '../chat/tree.ts'],
	['utils/settings', '../../components/settings/notice.ts'],
	['utils/settings', 'react/jsx-runtime'],
	['utils/store', '../run/protocol.ts'],
	['utils/store', '../settings/keys.ts'],
	['utils/store', '../lockchat/lockchat-error.ts'],
	['utils/store', '../../components/chat/services/targets.ts'],
	['utils/store', 'webextension-polyfill'],
	['utils/store', 'wxt/browser'],
	['utils/store', 'wxt/utils/storage'],
	['utils/store', 'react/jsx-runtime'],
	['utils/run', '../page/selection.ts'],
	['utils/run', '../platform/permissions.ts'],
	['utils/run', '../../components/chat/services/targets.ts'],
	['utils/run', '../../entrypoints/background.ts'],
	['utils/run', '@/components/chat/services/targets.ts'],
	['utils/run', 'react/jsx-runtime'],
	['utils/page', '../run/protocol.ts'],
	['utils/page', '../../components/chat/services/targets.ts'],
	['utils/page', 'react-dom/client'],
	['utils/platform', '../store/store.ts'],
	['utils/platform', '../run/protocol.ts'],
	['utils/platform', '../../components/chat/services/targets.ts'],
	['utils/platform', 'react'],
	['components/chat/transcript', '../window/header.tsx'],
	['components/chat/transcript', '../composer/composer.tsx'],
	['components/chat/answer', '../question/question.tsx'],
	['components/chat/answer', '../transcript/transcript.tsx'],
	['components/chat/question', '../answer/answer.tsx'],
	['components/chat/composer', '../window/chat-window.tsx'],
	['components/chat/message', '../answer/answer.tsx'],
	['components/chat/services', '../message/copy-button.tsx'],
	['components/chat/services', '../../settings/connect.ts'],
	['components/history', '../chat/window/header.tsx'],
	['components/export', '../chat/services/chat-services.ts'],
	['components/export', '../markdown/draw/block-view.tsx'],
	['components/settings', '../chat/services/chat-services.ts'],
	['components/ui', '../chat/services/chat-services.ts'],
	['components/markdown/read', '../stream/tail.ts'],
	['components/markdown/stream', '../draw/block-view.tsx'],
	['components/markdown/code', '../draw/block-view.tsx'],
	['components/markdown/math', '../code/highlight.ts'],
	['components/markdown/draw', '../stream/tail.ts'],
	['utils/lockchat/exchange', '../create-completion.ts'],
	['utils/lockchat/body', '../exchange/open-response.ts'],
	['utils/lockchat/errors', '../body/body-reader.ts'],
	['utils/lockchat/address', '../errors/server-error.ts'],
	['utils/store/database', '../store.ts'],
	['utils/store/database', '../files/chats-file.ts'],
	['utils/store/files', '../store.ts'],
	['utils/store/files/foreign', '../import-chats.ts'],
	['utils/store/files/foreign', 'valibot'],
	['utils/run', './background/runs.ts'],
	['utils/run/background', '../window/run-client.ts'],
	['utils/run/window', '../background/hub.ts'],
	['utils/run/window', '../session/chat-session.ts'],
	['utils/run/window', '../../store/store.ts'],
	['utils/run/session', '../background/runs.ts'],
	['utils/run/background', '../../lockchat/create-completion.ts'],
	['utils/run/background', '../../lockchat/exchange/kept-stream.ts'],
	['utils/run/background', '../../lockchat/address/endpoint-url.ts'],
	['utils/providers', '../run/protocol.ts'],
	['utils/providers', '../settings/endpoints.ts'],
	['utils/providers', '../lockchat/exchange/kept-stream.ts'],
	['utils/lockchat', '../providers/provider.ts'],
	['utils/settings', '../providers/server-provider.ts'],
	['utils/run/window', '../../providers/create-providers.ts'],
	['components/chat/composer', '../../../utils/providers/create-providers.ts'],
	['components/settings', '../../utils/providers/server-provider.ts'],
];

const ALLOWED_IMPORTS: readonly [room: string, from: string][] = [
	['entrypoints/popup', '../../components/chat/window/chat-window.tsx'],
	['entrypoints/popup', '../../utils/run/background/serve-port.ts'],
	['entrypoints/popup', 'wxt/browser'],
	['components/chat/window', 'react'],
	['components/chat/window', '../transcript/transcript.tsx'],
	['components/chat/transcript', '../answer/answer.tsx'],
	['components/chat/answer', '../message/copy-button.tsx'],
	['components/chat/message', '../services/chat-services.ts'],
	['components/chat/answer', '../../ui/button.tsx'],
	['components/chat/answer', '../../../utils/lockchat/types.ts'],
	['components/chat/services', '../../../utils/run/window/run-client.ts'],
	['components/chat/answer', '../../../utils/platform/texts.ts'],
	['components/chat/window', '#i18n'],
	['components/markdown/draw', '../code/code-block-view.tsx'],
	['components/markdown/stream', '../read/lex-blocks.ts'],
	['utils/lockchat', './types.ts'],
	['utils/lockchat', 'eventsource-parser'],
	['utils/lockchat', 'eventsource-parser/stream'],
	['utils/chat', './types.ts'],
	['utils/chat', '../lockchat/types.ts'],
	['utils/settings', './keys.ts'],
	['utils/settings', '../lockchat/types.ts'],
	['utils/settings', 'wxt/browser'],
	['utils/settings', 'wxt/utils/storage'],
	['utils/settings', 'valibot'],
	['utils/store', './store.ts'],
	['utils/store', '../chat/tree.ts'],
	['utils/store', '../lockchat/types.ts'],
	['utils/store', 'idb'],
	['utils/run', './protocol.ts'],
	['utils/run', '../chat/tree.ts'],
	['utils/run', '../store/store.ts'],
	['utils/run', '../settings/keys.ts'],
	['utils/run', 'wxt/browser'],
	['utils/run/session', '../window/run-client.ts'],
	['utils/run/background', '../protocol.ts'],
	['utils/lockchat', './exchange/open-response.ts'],
	['utils/lockchat/exchange', '../body/body-reader.ts'],
	['utils/lockchat/body', '../errors/json.ts'],
	['utils/store/files', '../database/context.ts'],
	['utils/page', '../chat/schema.ts'],
	['utils/page', 'wxt/browser'],
	['utils/platform', '../lockchat/address/host-kind.ts'],
	['utils/platform', '../settings/preferences.ts'],
	['utils/run/background', '../../lockchat/types.ts'],
	['utils/run/background', '../../providers/provider.ts'],
	['utils/run/window', '../../providers/endpoint.ts'],
	['utils/providers', '../lockchat/create-completion.ts'],
	['utils/providers', '../lockchat/address/parse-address.ts'],
	['utils/providers', '../chat/limits.ts'],
	['utils/settings', '../providers/endpoint.ts'],
	['components/chat/composer', '../../../utils/providers/endpoint.ts'],
	['components/settings', '../../utils/providers/server-endpoint.ts'],
	['utils/platform', 'webextension-polyfill'],
	['utils/platform', '#i18n'],
];

const FORBIDDEN_CODE: readonly [file: string, code: string][] = [
	['utils/lockchat/probe.ts', "await import('../chat/tree.ts');"],
	['utils/run/probe.ts', "export * from '../../components/chat/services/targets.ts';"],
	['utils/store/probe.ts', "import type { Browser } from 'wxt/browser';"],
	['components/chat/answer/probe.ts', "void fetch('https://example.com');"],
	['components/chat/answer/probe.ts', 'void browser.runtime;'],
	['components/markdown/code/probe.worker.ts', "void fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', "void self.fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', "void globalThis.fetch('https://example.com');"],
	['components/markdown/code/probe.worker.ts', 'const { fetch: ask } = self; void ask;'],
	['components/markdown/code/probe.worker.ts', "new WebSocket('wss://example.com');"],
	['components/markdown/code/probe.worker.ts', "importScripts('https://example.com/x.js');"],
	['utils/chat/probe.worker.ts', "void fetch('https://example.com');"],
	['utils/chat/probe.worker.ts', "void self.fetch('https://example.com');"],
];

const ALLOWED_CODE: readonly [file: string, code: string][] = [
	[
		'components/markdown/code/probe.worker.ts',
		"addEventListener('message', ({ data }) => postMessage(data));",
	],
	['utils/lockchat/probe.ts', "void fetch('https://example.com');"],
];

/** Two files that import from each other, and whether the linter refuses that. */
const CIRCLES: readonly [what: string, isRefused: boolean, one: string, other: string][] = [
	[
		'values of each other',
		true,
		"import { two } from './OTHER'; export const one = () => two;",
		"import { one } from './OTHER'; export const two = () => one;",
	],
	[
		'a value, and a type of the one who reads it',
		false,
		"import { two } from './OTHER'; export interface One { two: typeof two }",
		"import type { One } from './OTHER'; export const two = (one: One) => one;",
	],
	[
		'types of each other',
		false,
		"import type { Two } from './OTHER'; export interface One { two: Two }",
		"import type { One } from './OTHER'; export interface Two { one: One }",
	],
];

const asImport = ([room, from]: readonly [string, string]) =>
	[`${room}/probe.ts`, `import '${from}';`] as const;
const FORBIDDEN = [...FORBIDDEN_IMPORTS.map(asImport), ...FORBIDDEN_CODE];
const ALLOWED = [...ALLOWED_IMPORTS.map(asImport), ...ALLOWED_CODE];

const FIRST_OF_CIRCLES = FORBIDDEN.length + ALLOWED.length;
const nameOf = (index: number) => `probe-${index}-.ts`;

/** The two files of a circle: each is named by its place among all probes. */
function asProbes([, , one, other]: (typeof CIRCLES)[number], circle: number) {
	const first = FIRST_OF_CIRCLES + 2 * circle;
	return [
		['utils/chat/probe.ts', one.replace('OTHER', nameOf(first + 1))],
		['utils/chat/probe.ts', other.replace('OTHER', nameOf(first))],
	] as const;
}

/** Lints each probe as a file of its own, under the project's rules and out of the way of the project's files. */
async function lint(probes: readonly (readonly [file: string, code: string])[]): Promise<Set<number>> {
	const folder = await mkdtemp(join(tmpdir(), 'lockchat-rooms-'));
	try {
		await copyFile(join(import.meta.dirname, '../../.biome.json'), join(folder, '.biome.json'));
		for (const [index, [file, code]] of probes.entries()) {
			const path = join(folder, file.replace('probe', `probe-${index}-`));
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, `${code}\n`);
		}
		const output = await runBiome(folder);
		return new Set(Array.from(output.matchAll(REFUSAL), ([, index]) => Number(index)));
	} finally {
		await rm(folder, { recursive: true });
	}
}

/**
 * A refusal by one of the rules that keep the rooms apart and the imports one way. They are picked from all that Biome
 * says: its option `--only` would run a rule that the project has turned off.
 */
const REFUSAL =
	/title=lint\/(?:style\/noRestrictedImports|style\/noRestrictedGlobals|suspicious\/noImportCycles),file=[^,]*probe-(\d+)-/g;

/** What Biome says of a folder. */
function runBiome(folder: string): Promise<string> {
	const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
	const options = ['--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
	return new Promise((resolve) => {
		const args = [biome, 'lint', ...options];
		execFile(process.execPath, args, { cwd: folder }, (_, stdout) => resolve(stdout));
	});
}

describe('the rooms of the project', () => {
	let refused = new Set<number>();

	beforeAll(async () => {
		refused = await lint([...FORBIDDEN, ...ALLOWED, ...CIRCLES.flatMap(asProbes)]);
	});

	it.each(FORBIDDEN.map(([file, code], index) => ({ file, code, index })))(
		'refuse in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(true),
	);

	it.each(ALLOWED.map(([file, code], index) => ({ file, code, index: FORBIDDEN.length + index })))(
		'allow in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(false),
	);

	it.each(CIRCLES.map(([what, isRefused], index) => ({ what, isRefused, index })))(
		'two files that import $what: refused $isRefused',
		({ isRefused, index }) => {
			const first = FIRST_OF_CIRCLES + 2 * index;
			expect([refused.has(first), refused.has(first + 1)]).toEqual([isRefused, isRefused]);
		},
	);
});
