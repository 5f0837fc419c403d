// @vitest-environment happy-dom
/** What recognizes speech is a fake of the specified interface: see the file. The text box is a simulated one: what the browser makes of the words there, its undo too, is in `e2e/chromium/dictation`. */
import './fake-texts.ts';

import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { firstStep } from '../../../components/chat/dictate/dictation.ts';
import { speech } from '../../../utils/settings/speech.ts';
import { createFakeRecognition, type FakeRecognitionOptions } from '../../dictation/fake-recognition.mjs';
import { running } from './composer-chats.ts';
import { press, type RenderOptions, renderChat, typeInto } from './render-chat.tsx';

/** A microphone that may be used, and a window in a tab. */
let access: PermissionState = 'granted';

beforeEach(() => {
	access = 'granted';
	vi.spyOn(navigator.permissions, 'query').mockImplementation(
		async () => ({ state: access }) as PermissionStatus,
	);
	vi.spyOn(fakeBrowser.tabs, 'getCurrent').mockResolvedValue({ id: 1 } as never);
	// As Chromium does it: at the cursor, in the text box that has the focus.
	document.execCommand = (command, _, text = '') => {
		const box = document.activeElement;
		if (command !== 'insertText' || !(box instanceof HTMLTextAreaElement)) return false;
		box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
		return box.dispatchEvent(new Event('input', { bubbles: true }));
	};
});

async function open(fake: FakeRecognitionOptions = {}, options?: RenderOptions) {
	const { FakeSpeechRecognition, director } = createFakeRecognition({
		later: (work) => setTimeout(() => act(work)),
		...fake,
	});
	vi.stubGlobal('webkitSpeechRecognition', FakeSpeechRecognition);
	const rendered = await renderChat(<Composer />, options);
	const box = rendered.find('textarea', 'Message') as HTMLTextAreaElement;
	const dictate = () => rendered.update(() => rendered.find('button', 'Dictate').click());
	const { until } = rendered;
	const shown = (text: string) => until(() => expect(document.body.textContent).toContain(text));
	const untilListening = () =>
		until(() => expect(rendered.services.dictation.get()?.phase).toBe('listening'));
	return { ...rendered, director, box, dictate, shown, untilListening };
}

const allowed = { rate: 1, voice: null, dictation: 'server', dictatedIn: null } as const;

describe('case 285: the composer takes dictation', () => {
	it('not where the browser has none: no button, no key', async () => {
		vi.stubGlobal('webkitSpeechRecognition', undefined);
		const { has, find, services, update } = await renderChat(<Composer />);
		expect(has('button', 'Dictate')).toBe(false);
		await update(
			() => void press(find('textarea', 'Message'), 'D', { altKey: true, shiftKey: true, code: 'KeyD' }),
		);
		expect(services.dictation.get()).toBeNull();
	});

	it('at the cursor, replacing what is not final, and sends nothing by itself', async () => {
		const { box, dictate, untilListening, update, director, session, find } = await open();
		await speech.setValue(allowed);
		await update(() => typeInto(box, 'Dear Ann, '));
		await dictate();
		await untilListening();
		expect(find('button', 'Dictate').getAttribute('aria-pressed')).toBe('true');
		expect(document.activeElement).toBe(box);
		await update(() => director.say('how'));
		expect(box.value).toBe('Dear Ann, how');
		await update(() => director.say('how are'));
		await update(() => director.makeFinal('how are you'));
		await update(() => director.say(' fine'));
		expect(box.value).toBe('Dear Ann, how are you fine');
		expect(find('button', 'Send')).toHaveProperty('disabled', false);
		expect(session.calls).toEqual([]);
	});

	it('while the user types on, and what the user changes in a phrase stays changed', async () => {
		const { box, dictate, untilListening, update, director } = await open();
		await speech.setValue(allowed);
		await dictate();
		await untilListening();
		await update(() => director.say('one too'));
		await update(() => typeInto(box, `${box.value}!`));
		await update(() => director.say('one two three'));
		expect(box.value).toBe('One two three!');
		await update(() => typeInto(box, 'One 2 three!'));
		await update(() => box.setSelectionRange(11, 11));
		await update(() => director.makeFinal('one two three four'));
		expect(box.value).toBe('One 2 three four!');
	});

	it.each([
		['Enter', 'One two', [['ask', 'One two', expect.anything(), []]], ''],
		['Escape', 'One two', [], 'One two'],
	] as const)('until %s, which ends it at once', async (key, text, calls, left) => {
		const { box, dictate, untilListening, update, director, session, services } = await open();
		await speech.setValue(allowed);
		await dictate();
		await untilListening();
		await update(() => director.say('one two'));
		expect(box.value).toBe(text);
		await update(() => void press(box, key));
		expect(director.isListening()).toBe(false);
		expect(services.dictation.get()).toBeNull();
		expect(session.calls).toEqual(calls);
		expect(box.value).toBe(left);
	});

	it('whose end by Escape leaves a running answer alone, which the next Escape stops', async () => {
		const { box, dictate, untilListening, update, session } = await open({}, { state: running() });
		await speech.setValue(allowed);
		await dictate();
		await untilListening();
		await update(() => void press(box, 'Escape'));
		expect(session.calls).toEqual([]);
		await update(() => void press(box, 'Escape'));
		expect(session.calls).toEqual([['stop', 'a']]);
	});

	it('by a key, on a Russian layout too, and ends with the last words by the same key', async () => {
		const { box, untilListening, update, director, services, shown } = await open();
		await speech.setValue(allowed);
		const toggle = () => update(() => void press(box, 'В', { altKey: true, shiftKey: true, code: 'KeyD' }));
		await toggle();
		await untilListening();
		director.holdsLast = true;
		await update(() => director.say('last'));
		await toggle();
		await shown('Waiting for the last words');
		await update(() => {
			director.makeFinal('last word');
			director.end();
		});
		expect(box.value).toBe('Last word');
		expect(services.dictation.get()).toBeNull();
	});
});

describe('case 286: where the voice goes', () => {
	it.each([
		['ask', 'available', 'local'],
		['server', 'available', 'local'],
		['device', 'available', 'local'],
		['server', 'downloadable', 'server'],
		['server', 'unavailable', 'server'],
		['ask', 'downloadable', { phase: 'asking', canDownload: true, canUseServer: true }],
		['ask', 'unavailable', { phase: 'asking', canDownload: false, canUseServer: true }],
		['device', 'downloadable', { phase: 'asking', canDownload: true, canUseServer: false }],
		['device', 'unavailable', { phase: 'failed', code: 'nowhere' }],
	] as const)('chosen %s, on this computer %s', (dictation, local, step) => {
		expect(firstStep({ dictation }, local)).toEqual(step);
	});

	it('stays on this computer without a question where the browser can do that', async () => {
		const { dictate, untilListening, director, shown } = await open({ available: 'available' });
		await dictate();
		await untilListening();
		await shown('on this computer');
		expect(director.log).toContain('start en-US local');
	});

	it('is told before the servers hear anything; who agrees is not asked again', async () => {
		const { dictate, untilListening, director, shown, update, find } = await open();
		await dictate();
		await shown('Chrome to Google');
		expect(director.log.filter((one) => one.startsWith('start'))).toEqual([]);
		await update(() => find('button', 'Agree and dictate').click());
		await untilListening();
		expect(director.log.at(-1)).toBe('start en-US');
		expect((await speech.getValue()).dictation).toBe('server');
	});

	it('is no server’s where the user does not agree', async () => {
		const { dictate, director, shown, update, find, services } = await open();
		await dictate();
		await shown('Chrome to Google');
		await update(() => find('button', 'Cancel').click());
		expect(services.dictation.get()).toBeNull();
		expect(director.log.filter((one) => one.startsWith('start'))).toEqual([]);
		expect((await speech.getValue()).dictation).toBe('ask');
	});

	it('is on this computer once the language is loaded', async () => {
		const { dictate, untilListening, director, shown, update, find } = await open({
			available: 'downloadable',
		});
		await dictate();
		await shown('download your language once');
		await update(() => find('button', 'Download the language').click());
		await untilListening();
		expect(director.log).toEqual(['available en-US true', 'install en-US', 'start en-US local']);
	});

	it('is told where a language is not loaded, and where no place is left', async () => {
		const { dictate, shown, update, find } = await open({ available: 'downloadable', installs: false });
		await speech.setValue({ ...allowed, dictation: 'device' });
		await dictate();
		await shown('download your language once');
		await update(() => find('button', 'Download the language').click());
		await shown('couldn’t download the language');
		const other = await open();
		await speech.setValue({ ...allowed, dictation: 'device' });
		await other.dictate();
		await other.shown('your settings don’t allow its maker’s servers');
	});
});

describe('case 287: the microphone', () => {
	it('that is blocked is told, and no recognition is begun that would be refused', async () => {
		access = 'denied';
		const { dictate, shown, director, has } = await open({ available: 'available' });
		await dictate();
		await shown('The microphone isn’t allowed');
		expect(has('button', 'Microphone settings')).toBe(true);
		expect(director.log).toEqual(['available en-US true']);
	});

	it.each([
		['audio-capture', 'No microphone was found'],
		['network', 'can’t reach its speech recognition'],
		['language-not-supported', 'doesn’t know this language'],
		['service-not-allowed', 'doesn’t let Lockchat use'],
		['something-new', 'has failed'],
	])('and what the browser refuses with %s is told in words, with another try', async (refuses, words) => {
		const { dictate, shown, director, update, find, untilListening } = await open({
			available: 'available',
			refuses,
		});
		await dictate();
		await shown(words);
		director.refuses = null;
		await update(() => find('button', 'Try again').click());
		await untilListening();
	});
});
