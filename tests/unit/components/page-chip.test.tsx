// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { AttachedTextView } from '../../../components/chat/message/attached-text-view.tsx';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';
import { LOCAL, renderChat, typeInto } from './render-chat.tsx';

const section = (name: string) => `## ${name}\n\n${'Some plain words. '.repeat(60).trim()}`;
const PAGE: PartOf<'page'> = {
	type: 'page',
	text: [section('One'), section('Two'), section('Three')].join('\n\n'),
	title: 'Words',
	url: 'https://a.test/words',
	takenAt: 1,
	share: 0.84,
};

async function open() {
	const rendered = await renderChat(<Composer />);
	await rememberModels(LOCAL, [{ id: 'lockchat-demo', contextTokens: 600 }]);
	await rendered.update(() => rendered.services.composer.attach(PAGE));
	const chip = () => rendered.root.querySelector<HTMLElement>('button[aria-haspopup=dialog]');
	await vi.waitFor(() => expect(chip()).not.toBeNull());
	return { ...rendered, chip };
}

describe('a page above the composer', () => {
	it('says how much of the page it is, in how many tokens, and that a model reads less', async () => {
		const { chip, root } = await open();
		expect(chip()?.textContent).toContain(`This page: Words · 84% · ≈ 820 tokens`);
		await vi.waitFor(() =>
			expect(root.textContent).toContain('More than lockchat-demo reads at once (600 tokens).'),
		);
	});

	it('is cut at a heading where the user wants it, and only then', async () => {
		const { chip, root, find, update, services, session } = await open();
		await vi.waitFor(() => expect(root.textContent).toContain('More than lockchat-demo'));
		await update(() => chip()?.click());
		await vi.waitFor(() => find('button', 'Cut at a heading'));
		expect(find('textarea', 'What is sent of the page')).toHaveProperty('value', PAGE.text);
		await update(() => find('button', 'Cut at a heading').click());
		await update(() => find('button', 'Save').click());
		const [page] = services.composer.getAttachments();
		expect(page).toMatchObject({ type: 'page', text: section('One'), takenAt: 1 });
		expect(page).toHaveProperty('share', expect.closeTo(0.28, 1));
		await update(() => typeInto(find('textarea', 'Message'), 'Why?'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toEqual([['ask', 'Why?', expect.anything(), [page]]]);
	});

	it('is left out when nothing of its text is left', async () => {
		const { chip, find, update, services } = await open();
		await update(() => chip()?.click());
		await vi.waitFor(() => find('textarea', 'What is sent of the page'));
		await update(() => typeInto(find('textarea', 'What is sent of the page'), ' '));
		await update(() => find('button', 'Save').click());
		expect(services.composer.getAttachments()).toEqual([]);
	});
});

describe('a page in a question', () => {
	it('is a folded box with its name, which opens to what was sent', async () => {
		const { root, update } = await renderChat(<AttachedTextView part={PAGE} />);
		const box = root.querySelector('details');
		expect(box?.open).toBe(false);
		expect(box?.textContent).toContain('Page: Words · 84%');
		expect(box?.textContent).not.toContain('Some plain words.');
		await update(() => {
			if (box) box.open = true;
			box?.dispatchEvent(new Event('toggle'));
		});
		expect(box?.textContent).toContain('Some plain words.');
		expect(box?.querySelector('a')?.getAttribute('href')).toBe('https://a.test/words');
	});
});
