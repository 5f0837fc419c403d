import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { fillPrompt, variablesOf } from '../../utils/settings/prompt-text.ts';
import type { Prompt } from '../../utils/settings/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { isEnterKey } from '../ui/key-of.ts';
import { TextAreaField } from '../ui/text-area-field.tsx';

interface FillDialogProps {
	prompt: Prompt;
	onFilled: (text: string) => void;
	onCancel: () => void;
	getFinalFocus: () => HTMLElement | null;
}

/** Asks for what a prompt leaves open. */
export function FillDialog({ prompt, onFilled, onCancel, getFinalFocus }: FillDialogProps) {
	const formId = useId();
	const form = useRef<HTMLFormElement>(null);
	const names = variablesOf(prompt.text);
	const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());

	function fill(event: FormEvent): void {
		event.preventDefault();
		// The composer's form is around this one for React, though not for the browser.
		event.stopPropagation();
		onFilled(fillPrompt(prompt.text, values));
	}

	return (
		<Dialog
			title={prompt.name}
			onClose={onCancel}
			getInitialFocus={() => form.current?.querySelector('textarea') ?? null}
			getFinalFocus={getFinalFocus}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					<Button look="primary" type="submit" form={formId}>
						{i18n.t('prompts.insert')}
					</Button>
				</>
			}
		>
			<form
				ref={form}
				id={formId}
				onSubmit={fill}
				className="-mx-1 flex flex-col gap-3 overflow-y-auto px-1 pb-1"
			>
				{names.map((name) => (
					<TextAreaField
						key={name}
						label={name}
						dir="auto"
						rows={1}
						className="min-h-9!"
						value={values.get(name) ?? ''}
						onChange={(event) => setValues(new Map(values).set(name, event.target.value))}
						onKeyDown={(event) => {
							if (!isEnterKey(event.nativeEvent) || event.shiftKey) return;
							event.preventDefault();
							const boxes = [...(form.current?.querySelectorAll('textarea') ?? [])];
							const next = boxes[boxes.indexOf(event.currentTarget) + 1];
							if (next) next.focus();
							else form.current?.requestSubmit();
						}}
					/>
				))}
			</form>
		</Dialog>
	);
}
