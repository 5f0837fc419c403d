import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: pictures of the built extension, for the documents, the stores, and for whoever looks over a change. */
export default defineConfig({
	testDir: '.',
	outputDir: '../results/pictures',
	workers: 1,
	timeout: 120_000,
	expect: { timeout: 30_000 },
	reporter: [['list']],
	projects: [
		{ name: 'store', testMatch: 'store.spec.ts' },
		{ name: 'animation', testMatch: 'animation.spec.ts' },
		{ name: 'screens', testMatch: 'screens.spec.ts' },
	],
});
