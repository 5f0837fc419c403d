import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { htmlAsText } from './scripts/package/html-as-text.ts';
import { pdfjsFiles } from './scripts/package/pdfjs-files.ts';
import { serverWordsFile } from './scripts/package/server-words-file.ts';
import { wordFiles } from './scripts/package/word-files.ts';

/**
 * What an extension page may do, in its own meta tag: documents connect nowhere, only the background talks to
 * the network. The manifest's policy stays as it is, because it binds the background too.
 */
const PAGE_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"font-src 'self'",
	"connect-src 'none'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join('; ');

/**
 * What every chat window needs before its composer takes keys and other pages need a part of. By itself the bundler makes
 * six files of it, and each takes its milliseconds.
 */
const AT_START = [
	'components/ui/mount-page.tsx',
	'utils/chat/schema.ts',
	'utils/chat/target.ts',
	'utils/chat/title-of.ts',
	'utils/chat/tree.ts',
	'utils/run/window/run-client.ts',
	'utils/settings/browser-storage.ts',
	'utils/settings/picked-models.ts',
];

const startFile: Plugin = {
	name: 'lockchat:start-file',
	config: () => ({
		build: {
			rollupOptions: {
				output: { manualChunks: (id) => (AT_START.some((path) => id.endsWith(path)) ? 'start' : undefined) },
			},
		},
	}),
};

/** Production builds only: the development server needs inline scripts and a socket. */
const pagePolicy: Plugin = {
	name: 'lockchat:page-policy',
	apply: 'build',
	transformIndexHtml: () => [
		{
			tag: 'meta',
			attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
			injectTo: 'head-prepend',
		},
	],
};

/** For the background and the scripts in pages: see the file. */
const nativeBrowser: Plugin = {
	name: 'lockchat:native-browser',
	enforce: 'pre',
	resolveId: (id) =>
		id === 'webextension-polyfill' ? resolve(import.meta.dirname, 'utils/platform/native-browser.ts') : null,
};

/** For the background: see the file. */
const packedServerWords: Plugin = {
	name: 'lockchat:packed-server-words',
	enforce: 'pre',
	resolveId: (id, importer) =>
		id === './load-words.ts' && importer?.includes('/utils/lockchat/words/')
			? resolve(import.meta.dirname, 'utils/platform/packed-server-words.ts')
			: null,
};

export default defineConfig({
	modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
	imports: false,
	manifestVersion: 3,
	outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
	manifest: ({ browser }) => ({
		name: '__MSG_extension_name__',
		description: '__MSG_extension_description__',
		default_locale: 'en',
		// Firefox needs none: it hands over what its policies say.
		...(browser !== 'firefox' && { storage: { managed_schema: 'managed-schema.json' } }),
		permissions: [
			'storage',
			'unlimitedStorage',
			'contextMenus',
			'activeTab',
			'scripting',
			'declarativeNetRequestWithHostAccess',
			...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
		],
		commands: {
			_execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
			// Firefox has a command of its own for the sidebar, which also closes it.
			...(browser === 'firefox'
				? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+K' } } }
				: {
						'open-panel': {
							suggested_key: { default: 'Alt+Shift+K' },
							description: '__MSG_chat_openPanel__',
						},
					}),
			'ask-selection': {
				suggested_key: { default: 'Alt+Shift+S' },
				description: '__MSG_menu_askSelection__',
			},
			// Chromium has Alt+Shift+A for itself, and gives it to no extension.
			'attach-page': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_menu_attachPage__' },
		},
		// Asked for where the user types “@” for the list of open tabs.
		optional_permissions: ['tabs'],
		omnibox: { keyword: 'lc' },
		optional_host_permissions: ['http://*/*', 'https://*/*'],
		// The index of the search is SQLite as WebAssembly, in a dedicated worker: such a worker has this policy, while
		// the pages' own, above, allows them none. Firefox's default policy would also upgrade http to https for
		// anything but loopback, and a model server in the local network would be out of reach.
		content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
		...(browser === 'firefox'
			? {
					browser_specific_settings: {
						gecko: {
							id: 'lockchat@lockchat.app',
							strict_min_version: '142.0',
							data_collection_permissions: {
								required: ['none'],
								optional: ['websiteContent', 'personalCommunications'],
							},
						},
						// The same versions; without the key, Firefox for Android is not offered the extension.
						gecko_android: { strict_min_version: '142.0' },
					},
				}
			: { minimum_chrome_version: '128' }),
	}),
	// Workers load languages by import(), which only modules can.
	vite: () => ({
		plugins: [tailwindcss(), pagePolicy, htmlAsText],
		worker: { format: 'es', plugins: () => [htmlAsText] },
		// The texts of each language are files beside the scripts, loaded where they are.
		build: {
			// All browsers that the extension is for have it.
			modulePreload: { polyfill: false },
			rollupOptions: { external: [/^\/words\//] },
		},
	}),
	zip: {
		// The archive of the sources is what Firefox's reviewers build from: all that a clone has but the tests' files.
		includeSources: ['.npmrc'],
		excludeSources: ['bench/**', 'tests/results/**'],
	},
	hooks: {
		async 'build:publicAssets'(_, files) {
			files.push(...pdfjsFiles(), ...(await wordFiles()), serverWordsFile());
		},
		// A twentieth smaller than Vite's own choice. In the background, which is one file, gzip packs functions better
		// where they stand together.
		'vite:build:extendConfig'(entrypoints, config) {
			const isBackground = entrypoints.some(({ type }) => type === 'background');
			config.build = {
				...config.build,
				minify: 'terser',
				terserOptions: {
					ecma: isBackground ? 2022 : 2020,
					compress: { passes: 3, ...(isBackground && { hoist_funs: true, inline: 1 }) },
					toplevel: true,
				},
			};
			if (entrypoints.some(({ type }) => type === 'sidepanel'))
				config.plugins = [...(config.plugins ?? []), startFile];
			if (!isBackground && !entrypoints.some(({ name }) => /^(?:bar|collect-page)\b/.test(name))) return;
			config.plugins = [
				...(config.plugins ?? []),
				nativeBrowser,
				...(isBackground ? [packedServerWords] : []),
			];
		},
	},
});
