// @vitest-environment happy-dom
/** What recognizes speech is a fake of the specified interface: see the file. */
import { describe, expect, it, vi } from 'vitest';
import { listen } from '../../../components/chat/dictate/listen.ts';
import { createFakeRecognition, type FakeRecognitionOptions } from '../../dictation/fake-recognition.mjs';

async function begin(options?: FakeRecognitionOptions) {
	const { FakeSpeechRecognition, director } = createFakeRecognition(options);
	const told: string[] = [];
	const listening = listen(() => new FakeSpeechRecognition(), {
		started: () => told.push('started'),
		words: (words, isFinal) => told.push(isFinal ? `${words}.` : `${words}…`),
		ended: (failure) => told.push(`ended ${failure}`),
	});
	if (!options?.refuses) await vi.waitFor(() => expect(director.isListening()).toBe(true));
	return {
		told,
		listening,
		director,
		starts: () => director.log.filter((one) => one.startsWith('start')).length,
	};
}

const restarted = ({ director }: Awaited<ReturnType<typeof begin>>) =>
	vi.waitFor(() => expect(director.isListening()).toBe(true));

describe('case 288: listening', () => {
	it('tells each phrase once as final, however the results grow', async () => {
		const { told, director } = await begin();
		director.say('hel');
		director.say('hello');
		director.makeFinal('hello');
		director.say(' and');
		director.makeFinal(' and more');
		expect(told).toEqual(['started', 'hel…', 'hello…', 'hello.', ' and…', ' and more.']);
	});

	it('goes on when the browser ends a recognition, and keeps what was not final yet', async () => {
		const all = await begin();
		const { told, director } = all;
		director.makeFinal('one');
		director.say(' two');
		director.end();
		await restarted(all);
		director.makeFinal('three');
		expect(told).toEqual(['started', 'one.', ' two…', ' two.', 'started', 'three.']);
	});

	it('goes on after a pause, and after a break of the connection behind words', async () => {
		const all = await begin();
		all.director.end('no-speech');
		await restarted(all);
		all.director.makeFinal('one');
		all.director.end('network');
		await restarted(all);
		expect(all.told).toEqual(['started', 'started', 'one.', 'started']);
	});

	it('ends where nothing is heard for long, and counts anew behind words', async () => {
		const all = await begin();
		for (const isHeard of [false, false, true, false, false]) {
			if (isHeard) all.director.say('yes');
			all.director.end(isHeard ? null : 'no-speech');
			await restarted(all);
		}
		all.director.end();
		await vi.waitFor(() => expect(all.told.at(-1)).toBe('ended no-speech'));
		expect(all.starts()).toBe(6);
	});

	it.each([
		['not-allowed', 'not-allowed'],
		['service-not-allowed', 'service-not-allowed'],
		['audio-capture', 'audio-capture'],
		['network', 'network'],
		['language-not-supported', 'language-not-supported'],
		['aborted', 'aborted'],
		['phrases-not-supported', 'other'],
	])('ends at once where the browser refuses with %s', async (refuses, code) => {
		const { told, starts } = await begin({ refuses });
		await vi.waitFor(() => expect(told).toEqual([`ended ${code}`]));
		expect(starts()).toBe(1);
	});

	it('ends where the browser throws', () => {
		const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const { FakeSpeechRecognition } = createFakeRecognition();
		const ended = vi.fn();
		const create = () => {
			const recognition = new FakeSpeechRecognition();
			recognition.start();
			return recognition;
		};
		listen(create, { started: vi.fn(), words: vi.fn(), ended });
		expect(ended.mock.calls).toEqual([['other']]);
		expect(error).toHaveBeenCalledOnce();
	});

	it('ends with the last words where the user ends it, and tells nothing of what is aborted', async () => {
		const all = await begin();
		all.director.say('last words');
		all.listening.finish();
		await vi.waitFor(() => expect(all.told).toEqual(['started', 'last words…', 'last words.', 'ended null']));
		const other = await begin();
		other.director.say('never');
		other.listening.abort();
		await vi.waitFor(() => expect(other.director.isListening()).toBe(false));
		expect(other.told).toEqual(['started', 'never…']);
	});
});
