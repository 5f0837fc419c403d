// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { PictureView } from '../../../components/chat/message/picture-view.tsx';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { titleOf } from '../../../utils/chat/title-of.ts';
import { getItem } from '../../../utils/settings/browser-storage.ts';
import { heldBlobs, holdBlob } from '../../../utils/settings/held-blobs.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';
import { LOCAL, renderChat, typeInto } from './render-chat.tsx';

const URL = 'data:image/png;base64,AAAA';
const IMAGE: PartOf<'image'> = {
	type: 'image',
	blobId: 'b1',
	mime: 'image/png',
	width: 1568,
	height: 10,
	name: 'home.png',
};

const getBlobs = async (ids: readonly string[]) =>
	new Map((await heldBlobs.read(ids)).map(({ id, url }) => [id, url]));

async function open(abilities?: ('vision' | 'tools')[]) {
	const rendered = await renderChat(<Composer />, { store: { getBlobs } });
	await holdBlob('b1', URL);
	if (abilities) await rememberModels(LOCAL, [{ id: 'lockchat-demo', abilities }]);
	await rendered.update(() => rendered.services.composer.attach(IMAGE));
	await vi.waitFor(() => expect(rendered.root.querySelector('form img')).not.toBeNull());
	return rendered;
}

describe('case 242: a picture above the composer', () => {
	it('is shown small, with a name for those who do not see it, its size, and a way to leave it out', async () => {
		const { root, find, update, services } = await open();
		const small = root.querySelector('img');
		expect(small?.getAttribute('src')).toBe(URL);
		expect(small?.alt).toBe('Image: home.png');
		expect(root.textContent).toContain('home.png 1,568 × 10 · 1 kB');
		await update(() => find('button', 'Remove the image').click());
		expect(services.composer.getAttachments()).toEqual([]);
		await vi.waitFor(async () => expect(await getItem('session:blob:b1')).toBeNull());
	});
});

describe('case 244: a model', () => {
	const words = 'lockchat-demo is not known to see pictures';

	it('whose server tells what it can do, without seeing, is told of beside the picture', async () => {
		const { root } = await open(['tools']);
		await vi.waitFor(() => expect(root.textContent).toContain(words));
	});

	it.each([[['vision'] as const], [undefined]])('that can %j is not', async (abilities) => {
		const { root } = await open(abilities && [...abilities]);
		expect(root.textContent).not.toContain(words);
	});
});

describe('case 243: a picture in a question', () => {
	it('is drawn with its name, and one that is gone is a box with it', async () => {
		await holdBlob('b1', URL);
		const shown = await renderChat(<PictureView image={IMAGE} />, {
			store: { getBlobs: async () => new Map([['b1', URL]]) },
		});
		await vi.waitFor(() => expect(shown.root.querySelector('img')?.getAttribute('src')).toBe(URL));
		expect(shown.root.querySelector('img')?.alt).toBe('Image: home.png');
		const gone = await renderChat(<PictureView image={IMAGE} />, {
			store: { getBlobs: async () => new Map() },
		});
		await vi.waitFor(() => expect(gone.root.textContent).toBe('Image: home.png'));
		expect(gone.root.querySelector('img')).toBeNull();
	});
});

describe('case 254: a picture without words', () => {
	it('is sent', async () => {
		const { find, update, session, services } = await open();
		await update(() => find('button', 'Send').click());
		await vi.waitFor(() => expect(session.calls).toEqual([['ask', '', expect.anything(), [IMAGE]]]));
		expect(services.composer.getAttachments()).toEqual([]);
		expect(find('button', 'Send')).toHaveProperty('disabled', true);
	});

	it('gives its name to the chat that begins with it', () => {
		expect(titleOf({ parts: [IMAGE] })).toBe('home.png');
	});
});

describe('case 254: a question with a picture for a model that is known to see none', () => {
	const held = 'Not sent yet. By its server’s own account, lockchat-demo sees no pictures.';

	async function send() {
		const rendered = await open(['tools']);
		const { update, find, root } = rendered;
		await update(() => typeInto(find('textarea', 'Message'), 'What is it?'));
		await update(() => find('button', 'Send').click());
		await vi.waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).toContain(held));
		expect(rendered.session.calls).toEqual([]);
		expect(find('textarea', 'Message')).toHaveProperty('value', 'What is it?');
		return rendered;
	}

	it('is not sent, and goes without the picture where the user wants that', async () => {
		const { update, find, root, session } = await send();
		await update(() => find('button', 'Remove pictures').click());
		expect(root.textContent).not.toContain(held);
		await update(() => find('button', 'Send').click());
		await vi.waitFor(() => expect(session.calls).toEqual([['ask', 'What is it?', expect.anything(), []]]));
	});

	it('goes with it where the user says so, once for as long as the window is open', async () => {
		const { update, find, session, services } = await send();
		await update(() => find('button', 'Send anyway').click());
		const asked = ['ask', 'What is it?', expect.anything(), [IMAGE]];
		await vi.waitFor(() => expect(session.calls).toEqual([asked]));
		await update(() => services.composer.attach(IMAGE));
		await update(() => find('button', 'Send').click());
		await vi.waitFor(() => expect(session.calls).toHaveLength(2));
	});
});
