import '../components/fake-texts.ts';

import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished, vi } from 'vitest';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Rendered {
	/** The button with this text; throws when there is none. */
	button(name: string): HTMLButtonElement;
	hasButton(name: string): boolean;
	hasLabel(label: string): boolean;
	/** The control with this label. */
	box(label: string): Box;
	click(name: string): Promise<void>;
	/** Types as a person does, so that React hears of it. */
	type(label: string, text: string): Promise<void>;
	/** Chooses a file as the browser's file dialog does. */
	chooseFile(file: File): Promise<void>;
	status(): string;
	text(): string;
}

export async function renderPage(page: ReactNode): Promise<Rendered> {
	const container = document.createElement('div');
	document.body.append(container);
	const root = createRoot(container);
	await act(async () => root.render(page));
	onTestFinished(async () => {
		await act(async () => root.unmount());
		container.remove();
	});

	const find = (name: string) =>
		[...container.querySelectorAll('button')].find((button) => button.textContent === name);
	function need<T>(thing: T | null | undefined, name: string): T {
		if (!thing) throw new Error(`There is no “${name}” in ${container.textContent}`);
		return thing;
	}
	function box(label: string): Box {
		const tag = [...container.querySelectorAll('label')].find(({ textContent }) => textContent === label);
		return need(container.querySelector<Box>(`[id="${tag?.htmlFor}"]`), label);
	}

	return {
		button: (name) => need(find(name), name),
		hasButton: (name) => find(name) !== undefined,
		hasLabel: (label) => [...container.querySelectorAll('label')].some((tag) => tag.textContent === label),
		box,
		click: (name) => act(async () => need(find(name), name).click()),
		type: (label, text) =>
			act(async () => {
				const control = box(label);
				const prototype: unknown = Object.getPrototypeOf(control);
				Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, text);
				const type = control instanceof HTMLSelectElement ? 'change' : 'input';
				control.dispatchEvent(new Event(type, { bubbles: true }));
			}),
		chooseFile: (file) =>
			act(async () => {
				const input = need(container.querySelector<HTMLInputElement>('[type="file"]'), 'file input');
				Object.defineProperty(input, 'files', { value: [file], configurable: true });
				input.dispatchEvent(new Event('change', { bubbles: true }));
			}),
		status: () => container.querySelector('[role="status"]')?.textContent ?? '',
		text: () => container.textContent ?? '',
	};
}
