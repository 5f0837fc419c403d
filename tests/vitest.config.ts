import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

/** The build makes these files; a test that would load one has to bring its own. */
const builtWords: Plugin = {
	name: 'lockchat:built-words',
	enforce: 'pre',
	resolveId: (id) => (id.startsWith('/words/') ? { id, external: true } : null),
};

/**
 * Tests of code without a browser, a database or a document. Their files share a thread's modules, which spares two thirds
 * of their time; all other files load their own. What those modules keep are the words of servers: files that need them
 * load them, and their own test, which is about that, stands apart.
 */
const STATELESS = 'tests/unit/{chat,lockchat,lockchat-server,oracle,scripts}/**/!(server-words).test.ts';

export default defineConfig({
	plugins: [WxtVitest(), builtWords],
	resolve: {
		alias: [
			// The tests' `wxt/browser` takes its fake browser from here. The package's entry brings the whole of WXT's
			// build tool along, which every test file would load for a second.
			{ find: /^wxt\/testing$/, replacement: 'wxt/testing/fake-browser' },
		],
	},
	test: {
		root: resolve(import.meta.dirname, '..'),
		// The threads of a process would hear each other's broadcast channels, so that windows and background of one file
		// would answer those of another.
		pool: 'forks',
		projects: [
			{
				extends: true,
				test: { name: 'stateless', include: [STATELESS], pool: 'threads', isolate: false },
			},
			{
				extends: true,
				test: { name: 'own', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: [STATELESS] },
			},
		],
		setupFiles: ['tests/unit/setup.ts'],
		restoreMocks: true,
		// Vitest leaves one core to itself, which of two is half.
		maxWorkers: '100%',
		// As wide as a side panel: wider windows have a column for the history.
		environmentOptions: { happyDOM: { width: 400, height: 700 } },
		// It would give up after a second, which a busy machine exceeds; `vi.waitFor` is as patient (see `setup.ts`).
		expect: { poll: { timeout: 30_000, interval: 5 } },
		// A limit is there for what hangs. It judges nothing that a busy machine does slowly.
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
