import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const FORBIDDEN_IMPORTS: readonly [room: string, from: string][] = [
	['components/chat', 'wxt/browser'],
	['components/chat', 'wxt/utils/storage'],
	['components/chat', 'webextension-polyfill'],
	['components/chat', '../../utils/lockchat/create-completion.ts'],
	['components/chat', '../../entrypoints/background.ts'],
	['utils/lockchat', '../chat/tree.ts'],
	['utils/lockchat', '../store/store.ts'],
	['utils/lockchat', '../settings/keys.ts'],
	['utils/lockchat', '../../components/ui/failure-text.ts'],
	['utils/lockchat', '@/utils/chat/tree.ts'],
	['utils/lockchat', 'wxt/browser'],
	['utils/lockchat', 'valibot'],
	['utils/lockchat', 'react'],
	['utils/lockchat', 'node:fs'],
	['utils/chat', '../lockchat/endpoint-url.ts'],
	['utils/chat', '../store/store.ts'],
	['utils/chat', '../../components/chat/targets.ts'],
	['utils/chat', 'wxt/browser'],
	['utils/chat', 'dexie'],
	['utils/settings', '../lockchat/endpoint-url.ts'],
	['utils/settings', '../chat/types.ts'],
	['utils/settings', '../../components/settings/notice.ts'],
	['utils/settings', 'react/jsx-runtime'],
	['utils/store', '../run/protocol.ts'],
	['utils/store', '../settings/keys.ts'],
	['utils/store', '../lockchat/lockchat-error.ts'],
	['utils/store', '../../components/chat/targets.ts'],
	['utils/store', 'webextension-polyfill'],
	['utils/store', 'wxt/browser'],
	['utils/store', 'wxt/utils/storage'],
	['utils/store', 'react/jsx-runtime'],
	['utils/run', '../page/selection.ts'],
	['utils/run', '../platform/permissions.ts'],
	['utils/run', '../../components/chat/targets.ts'],
	['utils/run', '../../entrypoints/background.ts'],
	['utils/run', '@/components/chat/targets.ts'],
	['utils/run', 'react/jsx-runtime'],
	['utils/page', '../run/protocol.ts'],
	['utils/page', '../../components/chat/targets.ts'],
	['utils/page', 'react-dom/client'],
	['utils/platform', '../store/store.ts'],
	['utils/platform', '../run/protocol.ts'],
	['utils/platform', '../../components/chat/targets.ts'],
	['utils/platform', 'react'],
];

const ALLOWED_IMPORTS: readonly [room: string, from: string][] = [
	['entrypoints/popup', '../../components/chat/chat-window.tsx'],
	['entrypoints/popup', '../../utils/run/serve-port.ts'],
	['entrypoints/popup', 'wxt/browser'],
	['components/chat', 'react'],
	['components/chat', '../ui/button.tsx'],
	['components/chat', '../../utils/lockchat/types.ts'],
	['components/chat', '../../utils/run/run-client.ts'],
	['components/chat', '../../utils/platform/texts.ts'],
	['components/chat', '#i18n'],
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
	['utils/store', 'dexie'],
	['utils/run', './protocol.ts'],
	['utils/run', '../lockchat/create-completion.ts'],
	['utils/run', '../chat/tree.ts'],
	['utils/run', '../store/store.ts'],
	['utils/run', '../settings/keys.ts'],
	['utils/run', 'wxt/browser'],
	['utils/page', '../chat/types.ts'],
	['utils/page', 'wxt/browser'],
	['utils/platform', '../settings/host-kind.ts'],
	['utils/platform', 'webextension-polyfill'],
	['utils/platform', '#i18n'],
];

const FORBIDDEN_CODE: readonly [file: string, code: string][] = [
	['utils/lockchat/probe.ts', "await import('../chat/tree.ts');"],
	['utils/run/probe.ts', "export * from '../../components/chat/targets.ts';"],
	['utils/store/probe.ts', "import type { Browser } from 'wxt/browser';"],
	['components/chat/probe.ts', "void fetch('https://example.com');"],
	['components/chat/probe.ts', 'void browser.runtime;'],
	['components/markdown/probe.worker.ts', "void fetch('https://example.com');"],
	['components/markdown/probe.worker.ts', "void self.fetch('https://example.com');"],
	['components/markdown/probe.worker.ts', "void globalThis.fetch('https://example.com');"],
	['components/markdown/probe.worker.ts', 'const { fetch: ask } = self; void ask;'],
	['components/markdown/probe.worker.ts', "new WebSocket('wss://example.com');"],
	['components/markdown/probe.worker.ts', "importScripts('https://example.com/x.js');"],
	['utils/chat/probe.worker.ts', "void fetch('https://example.com');"],
	['utils/chat/probe.worker.ts', "void self.fetch('https://example.com');"],
];

const ALLOWED_CODE: readonly [file: string, code: string][] = [
	['components/markdown/probe.worker.ts', "addEventListener('message', ({ data }) => postMessage(data));"],
	['utils/lockchat/probe.ts', "void fetch('https://example.com');"],
];

const asImport = ([room, from]: readonly [string, string]) =>
	[`${room}/probe.ts`, `import '${from}';`] as const;
const FORBIDDEN = [...FORBIDDEN_IMPORTS.map(asImport), ...FORBIDDEN_CODE];
const ALLOWED = [...ALLOWED_IMPORTS.map(asImport), ...ALLOWED_CODE];

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
		return new Set(Array.from(output.matchAll(/probe-(\d+)-/g), ([, index]) => Number(index)));
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** What Biome says of a folder, by the two rules that keep the rooms apart. */
function runBiome(folder: string): Promise<string> {
	const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
	const rules = ['--only=style/noRestrictedImports', '--only=style/noRestrictedGlobals'];
	const options = ['--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
	return new Promise((resolve) => {
		const args = [biome, 'lint', ...rules, ...options];
		execFile(process.execPath, args, { cwd: folder }, (_, stdout) => resolve(stdout));
	});
}

describe('the rooms of the project', () => {
	let refused = new Set<number>();

	beforeAll(async () => {
		refused = await lint([...FORBIDDEN, ...ALLOWED]);
	});

	it.each(FORBIDDEN.map(([file, code], index) => ({ file, code, index })))(
		'refuse in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(true),
	);

	it.each(ALLOWED.map(([file, code], index) => ({ file, code, index: FORBIDDEN.length + index })))(
		'allow in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(false),
	);
});
