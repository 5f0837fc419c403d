/** Arguments for every Chromium that tests start: no sandbox for root, which cannot have one, and no requests to the browser's maker. */
export const CHROMIUM_ARGS = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
