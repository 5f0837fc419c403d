import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import {
	LONGEST_PROMPT,
	LONGEST_PROMPT_NAME,
	type Prompt,
	savePrompt,
} from '../../utils/settings/prompts.ts';
import { Button } from '../ui/button.tsx';
import { isCancelKey, isEnterKey } from '../ui/key-of.ts';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { TextField } from '../ui/text-field.tsx';

interface PromptEditorProps {
	/** Null for a new one. */
	prompt: Prompt | null;
	onClose: () => void;
	onFailed: () => void;
}

/** Name and text of a prompt. It is no form of its own, as the settings page is one. */
export function PromptEditor({ prompt, onClose, onFailed }: PromptEditorProps) {
	const [name, setName] = useState(prompt?.name ?? '');
	const [text, setText] = useState(prompt?.text ?? '');
	const [isIncomplete, setIsIncomplete] = useState(false);
	const box = useRef<HTMLFieldSetElement>(null);
	useEffect(() => box.current?.querySelector('input')?.focus(), []);

	async function keep(): Promise<void> {
		const saved = { id: prompt?.id ?? crypto.randomUUID(), name: name.trim(), text: text.trim() };
		if (saved.name === '' || saved.text === '') {
			setIsIncomplete(true);
			box.current?.querySelector<HTMLElement>(saved.name === '' ? 'input' : 'textarea')?.focus();
			return;
		}
		try {
			await savePrompt(saved);
			onClose();
		} catch (error) {
			console.error('A prompt could not be stored.', error);
			onFailed();
		}
	}

	function press(event: KeyboardEvent): void {
		if (isCancelKey(event.nativeEvent)) {
			event.preventDefault();
			onClose();
		}
		const isInName = event.target instanceof HTMLInputElement;
		if (!isEnterKey(event.nativeEvent) || !(isInName || event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void keep();
	}

	const error = isIncomplete ? i18n.t('prompts.incomplete') : undefined;
	return (
		<fieldset
			ref={box}
			aria-label={prompt?.name ?? i18n.t('prompts.new')}
			className="flex flex-col gap-3 rounded-md border border-border bg-surface p-3"
			onKeyDown={press}
		>
			<TextField
				label={i18n.t('prompts.name')}
				error={name.trim() === '' ? error : undefined}
				dir="auto"
				maxLength={LONGEST_PROMPT_NAME}
				value={name}
				onChange={(event) => setName(event.target.value)}
			/>
			<TextAreaField
				label={i18n.t('prompts.text')}
				error={text.trim() === '' ? error : undefined}
				dir="auto"
				maxLength={LONGEST_PROMPT}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
			<div className="flex flex-wrap justify-end gap-2">
				<Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
				<Button look="primary" onClick={() => void keep()}>
					{i18n.t('prompts.done')}
				</Button>
			</div>
		</fieldset>
	);
}
