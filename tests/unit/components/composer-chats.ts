import { chatOf, messageOf, runOf } from './fake-session.ts';

export const TARGET = { endpointId: 'local', model: 'lockchat-demo' };
export const QUOTE = {
	type: 'quote',
	text: 'a quoted line',
	title: 'A page',
	url: 'https://example.org/',
} as const;

/** A window that shows chat `c`. */
export const C = chatOf([messageOf({ id: 'q', role: 'user' })]);

export function running() {
	const answer = messageOf({ id: 'a', role: 'assistant', status: 'streaming', content: 'so far' });
	return chatOf([messageOf({ id: 'q', role: 'user', content: 'hi' }), answer], [runOf(answer)]);
}

/** A window that does not know its chat until `open` is called. */
export function openLater() {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open: () => open() };
}
