// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { MAX_QUESTION_LENGTH } from '../../../components/chat/message/question-keys.ts';
import { Question } from '../../../components/chat/question/question.tsx';
import { saveAction } from '../../../utils/settings/actions/actions.ts';
import { chatOf, messageOf } from './fake-session.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

const TOO_LONG = 'This text is too long to send.';
const NEARLY_FULL = 'x'.repeat(MAX_QUESTION_LENGTH - 8);
const QUOTE = { type: 'quote', text: 'A word', title: 'A page', url: 'https://a.example/' } as const;

/** A composer in which this is written. */
async function write(text: string) {
	// As a browser that types nothing for a script.
	document.execCommand = () => false;
	const chat = await renderChat(<Composer />);
	const box = chat.find('textarea', 'Message') as HTMLTextAreaElement;
	await saveAction({ id: 'mine', name: 'Mine', text: 'Say it shortly.', places: [], isAtOnce: true });
	await chat.update(() => typeInto(box, text));
	await chat.update(() => box.focus());
	return { ...chat, box };
}

describe('case 300: what is not typed into a message', () => {
	it('is not added by a slash where the message would get too long: it is told, and nothing is asked', async () => {
		const { box, update, until, root, session } = await write(`${NEARLY_FULL} /mine`);
		await update(() => box.setSelectionRange(box.value.length, box.value.length));
		await update(() => document.dispatchEvent(new Event('selectionchange')));
		await until(() => expect(root.textContent).toContain('Say it shortly.'));
		await update(() => void press(box, 'Enter'));
		await until(() => expect(root.textContent).toContain(TOO_LONG));
		expect(box.value).toBe(`${NEARLY_FULL} `);
		expect(session.calls).toEqual([]);
	});

	it('is not added from elsewhere either, but what came with it is attached', async () => {
		const { box, update, root, services } = await write(NEARLY_FULL);
		await update(() => services.composer.add('Say it shortly.', [QUOTE]));
		expect(box.value).toBe(NEARLY_FULL);
		expect(root.textContent).toContain(TOO_LONG);
		expect(services.composer.getAttachments()).toEqual([QUOTE]);
	});

	it('is added where it just fits, with the empty line before it', async () => {
		const { box, update, root, services } = await write(NEARLY_FULL);
		await update(() => services.composer.add('Shorter', []));
		expect(box.value).toBe(NEARLY_FULL);
		expect(root.textContent).toContain(TOO_LONG);
		await update(() => services.composer.add('Short.', []));
		expect(box.value).toHaveLength(MAX_QUESTION_LENGTH);
		expect(box.value.endsWith('x\n\nShort.')).toBe(true);
		expect(root.textContent).not.toContain(TOO_LONG);
	});

	it('comes back whole where it was written here: a question is never lost', async () => {
		const { box, update, services } = await write(NEARLY_FULL);
		await update(() => services.composer.putBack('My waiting question', []));
		expect(box.value.endsWith('My waiting question')).toBe(true);
	});

	it('is told where a question that is edited is too long to be asked again', async () => {
		const question = messageOf({ id: 'q', role: 'user', content: 'x'.repeat(MAX_QUESTION_LENGTH + 1) });
		const { find, update, root } = await renderChat(
			<Question entry={{ id: 'q', role: 'user', versions: ['q'] }} />,
			{
				state: chatOf([question]),
			},
		);
		await update(() => find('button', 'Edit').click());
		expect(root.textContent).toContain(TOO_LONG);
		expect(find('button', 'Ask')).toHaveProperty('disabled', true);
		await update(() => typeInto(find('textarea', 'New version of the question'), 'Short'));
		expect(root.textContent).not.toContain(TOO_LONG);
	});
});
