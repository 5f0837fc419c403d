// @ts-check
/**
 * `npm run icons`: draws the icons of the packages from their SVGs, with Chromium. The smallest has a drawing of its own,
 * whose lines fall on pixels.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { requireBrowser } from '../browsers.mjs';

const SIZES = { 16: 'icon-small.svg', 32: 'icon-small.svg', 48: 'icon.svg', 128: 'icon.svg' };

const browser = await puppeteer.launch({
	executablePath: requireBrowser('chromium'),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const [size, drawing] of Object.entries(SIZES)) {
	const svg = await readFile(resolve(import.meta.dirname, drawing), 'utf8');
	await page.setViewport({ width: Number(size), height: Number(size) });
	await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
	await page.screenshot({
		path: resolve(import.meta.dirname, `../../public/icon/${size}.png`),
		omitBackground: true,
	});
}
await browser.close();
