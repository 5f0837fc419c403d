import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing';

export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		root: resolve(import.meta.dirname, '..'),
		include: ['tests/unit/**/*.test.{ts,tsx}'],
		restoreMocks: true,
	},
});
