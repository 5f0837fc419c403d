// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { isSendKey } from '../../../components/chat/message/question-keys.ts';

it.each<[string, KeyboardEventInit & { keyCode?: number }, boolean]>([
	['Enter', { key: 'Enter' }, true],
	['Shift+Enter', { key: 'Enter', shiftKey: true }, false],
	['Alt+Enter', { key: 'Enter', altKey: true }, false],
	['Enter that picks a proposal of an input method', { key: 'Enter', isComposing: true }, false],
	['Enter that ends a composition, as older input methods send it', { key: 'Enter', keyCode: 229 }, false],
	['another key', { key: 'a' }, false],
])('%s: %o sends: %s', (_, init, isSend) => {
	const event = new KeyboardEvent('keydown', init);
	if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
	expect(isSendKey(event)).toBe(isSend);
});
