// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { MAX_ATTACHED_LENGTH } from '../../../components/chat/attach/file-taker.ts';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { AttachedTextView } from '../../../components/chat/message/attached-text-view.tsx';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { renderChat, typeInto } from './render-chat.tsx';

/** What a paste, a drop or a drag carries. */
interface Carried {
	files?: File[];
	words?: Record<string, string>;
}

/** The event as browsers make it: the interfaces for what is pasted or dropped cannot be made by scripts. */
function carrying(type: string, { files = [], words = {} }: Carried): Event {
	const event = new Event(type, { bubbles: true, cancelable: true });
	const data = {
		types: [...Object.keys(words), ...(files.length > 0 ? ['Files'] : [])],
		files,
		getData: (kind: string) => words[kind] ?? '',
	};
	return Object.assign(event, type === 'paste' ? { clipboardData: data } : { dataTransfer: data });
}

async function open() {
	const rendered = await renderChat(<Composer />);
	const box = () => rendered.find('textarea', 'Message');
	const give = async (type: string, carried: Carried) => {
		const event = carrying(type, carried);
		await rendered.update(() => box().dispatchEvent(event));
		return event;
	};
	const attachments = () => rendered.services.composer.getAttachments();
	return { ...rendered, give, attachments };
}

const NOTES = new File(['first\r\nsecond'], 'notes.txt', { type: 'text/plain' });
const PART: PartOf<'file'> = { type: 'file', name: 'notes.txt', mime: 'text/plain', text: 'first\nsecond' };
const NOISE = new File([Uint8Array.of(1, 0, 0, 4)], 'tool.exe');

describe('case 241: files that come to the window', () => {
	it.each(['paste', 'drop'])('by a %s are attached, and the browser opens none', async (type) => {
		const { give, attachments, root, find, update, session } = await open();
		const event = await give(type, { files: [NOTES, new File(['a = 1'], 'a.py')] });
		expect(event.defaultPrevented).toBe(true);
		await vi.waitFor(() => expect(attachments()).toHaveLength(2));
		expect(attachments()[0]).toEqual(PART);
		await vi.waitFor(() => expect(root.textContent).toContain('notes.txt · ≈ 3 tokens'));
		await update(() => typeInto(find('textarea', 'Message'), 'Why?'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toMatchObject([['ask', 'Why?', {}, [PART, { name: 'a.py', text: 'a = 1' }]]]);
	});

	it('are attached where a picture is copied with its address, and not where words are copied with their picture', async () => {
		const { give, attachments } = await open();
		const html = { 'text/html': '<b>Words</b>' };
		const words = await give('paste', { files: [NOTES], words: { ...html, 'text/plain': 'Some words' } });
		expect(words.defaultPrevented).toBe(false);
		await give('paste', { files: [NOTES], words: { ...html, 'text/plain': 'https://a.test/b.png' } });
		await vi.waitFor(() => expect(attachments()).toHaveLength(1));
		expect((await give('paste', { words: { 'text/plain': 'Words alone' } })).defaultPrevented).toBe(false);
	});

	it('are shown where they can be dropped, until the drag falls silent', async () => {
		const { give, root } = await open();
		await give('dragenter', { files: [NOTES] });
		await vi.waitFor(() => expect(root.textContent).toContain('Drop to attach'));
		await give('dragover', { files: [NOTES] });
		await vi.waitFor(() => expect(root.textContent).not.toContain('Drop to attach'));
	});

	it('and are no text, or too long together, are refused by name, and the others are attached', async () => {
		const { give, attachments, root, find, update } = await open();
		const long = 'x'.repeat(MAX_ATTACHED_LENGTH / 2);
		await give('drop', {
			files: [NOISE, new File([long], 'one'), new File([long], 'two'), new File(['x'], 'three')],
		});
		await vi.waitFor(() => expect(root.textContent).toContain('“three” was not attached'));
		expect(root.querySelector('[role=alert]')?.textContent).toContain('tool.exe');
		expect(root.textContent).toContain('“tool.exe” was not attached: it is not a text file.');
		expect(root.textContent).toContain('can have 4,000,000 characters together');
		expect(attachments().map((part) => 'name' in part && part.name)).toEqual(['one', 'two']);
		await update(() => find('button', 'Close').click());
		expect(root.textContent).not.toContain('tool.exe');
	});

	it('and do not tell their encoding are attached, and the guess is told', async () => {
		const { give, root } = await open();
		await give('paste', { files: [new File([Uint8Array.of(0x63, 0x61, 0x66, 0xe9)], 'menu.txt')] });
		await vi.waitFor(() => expect(root.textContent).toContain('was read as windows-1252'));
	});
});

describe('case 241: a file that is attached', () => {
	it('opens to what will be sent, is edited and left out', async () => {
		const { find, update, attachments, services, root } = await open();
		await update(() => services.composer.attach(PART));
		const chip = () => root.querySelector<HTMLElement>('button[aria-haspopup=dialog]');
		await vi.waitFor(() => expect(chip()).not.toBeNull());
		await update(() => chip()?.click());
		await vi.waitFor(() => find('textarea', 'What is sent of the file'));
		expect(find('textarea', 'What is sent of the file')).toHaveProperty('value', PART.text);
		await update(() => typeInto(find('textarea', 'What is sent of the file'), 'Only this'));
		await update(() => find('button', 'Save').click());
		expect(attachments()).toEqual([{ ...PART, text: 'Only this' }]);
		await update(() => find('button', 'Remove the file').click());
		expect(attachments()).toEqual([]);
	});

	it('is a folded box in its question, which opens to what was sent', async () => {
		const { root, update } = await renderChat(<AttachedTextView part={PART} />);
		const box = root.querySelector('details');
		expect(box?.textContent).toBe('File: notes.txt · ≈ 3 tokens');
		await update(() => {
			if (box) box.open = true;
			box?.dispatchEvent(new Event('toggle'));
		});
		expect(box?.textContent).toContain(PART.text);
	});
});
