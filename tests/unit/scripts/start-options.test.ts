import { describe, expect, it } from 'vitest';
import { OptionError, readOptions } from '../../../scripts/start/options.mjs';

const DISPLAY = { DISPLAY: ':0' };
const read = (...args: string[]) => readOptions(args, DISPLAY, 'linux');

describe('the options of npm start', () => {
	it('open a window of Chromium where there is a display', () => {
		expect(read()).toEqual({ browser: 'chromium', isHeadless: false });
		expect(readOptions([], {}, 'darwin')).toEqual({ browser: 'chromium', isHeadless: false });
		expect(readOptions([], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toMatchObject({ isHeadless: false });
	});

	it('open none where there is no display, or where none is wanted', () => {
		expect(readOptions([], {}, 'linux')).toMatchObject({ isHeadless: true });
		expect(read('--headless')).toMatchObject({ isHeadless: true });
	});

	it('name a server, a browser and a language', () => {
		expect(read('--upstream', 'http://127.0.0.1:11434//', '--browser=firefox', '--lang', 'RU')).toEqual({
			browser: 'firefox',
			isHeadless: false,
			upstream: 'http://127.0.0.1:11434',
			language: 'ru',
		});
	});

	it('take the server of the environment where none is named', () => {
		const env = { ...DISPLAY, LOCKCHAT_URL: 'https://models.example/' };
		expect(readOptions([], env, 'linux')).toMatchObject({ upstream: 'https://models.example' });
		expect(readOptions(['--upstream', 'http://other.example'], env, 'linux')).toMatchObject({
			upstream: 'http://other.example',
		});
		expect(readOptions([], { ...DISPLAY, LOCKCHAT_URL: '' }, 'linux')).not.toHaveProperty('upstream');
	});

	it('are explained', () => {
		expect(read('--help')).toBe('help');
		expect(read('-h', '--lang', 'ru')).toBe('help');
	});

	it.each([
		[['--upstream', 'localhost:11434'], /address.*“localhost:11434”/],
		[['--upstream', 'models.example'], /address.*“models.example”/],
		[['--browser', 'opera'], /chromium or firefox, and “opera” is neither/],
		[['--lang', 'русский'], /language such as en or ru, and “русский” is none/],
		[['--upstream'], /upstream/],
		[['--hedless'], /hedless/],
		[['here'], /here/],
	])('are refused in words: %j', (args, words) => {
		expect(() => read(...args)).toThrow(OptionError);
		expect(() => read(...args)).toThrow(words);
	});
});
