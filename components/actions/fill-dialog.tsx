import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Action } from '../../utils/settings/actions/actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { isEnterKey } from '../ui/key-of.ts';
import { TextAreaField } from '../ui/text-area-field.tsx';

interface FillDialogProps {
	action: Action;
	/** The variables that are asked for. */
	names: readonly string[];
	onFilled: (values: ReadonlyMap<string, string>) => void;
	onCancel: () => void;
	getFinalFocus: () => HTMLElement | null;
}

/** How a field is called that is not named by the user. */
const LABELS = new Map([
	['selection', () => i18n.t('actions.field.selection')],
	['clipboard', () => i18n.t('actions.field.clipboard')],
	['title', () => i18n.t('actions.field.title')],
	['url', () => i18n.t('actions.field.url')],
	['input', () => i18n.t('actions.field.input')],
]);

/** Asks for what an action leaves open. */
export function FillDialog({ action, names, onFilled, onCancel, getFinalFocus }: FillDialogProps) {
	const formId = useId();
	const form = useRef<HTMLFormElement>(null);
	const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());

	function fill(event: FormEvent): void {
		event.preventDefault();
		// The composer's form is around this one for React, though not for the browser.
		event.stopPropagation();
		onFilled(values);
	}

	return (
		<Dialog
			title={action.name}
			onClose={onCancel}
			getInitialFocus={() => form.current?.querySelector('textarea') ?? null}
			getFinalFocus={getFinalFocus}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					<Button look="primary" type="submit" form={formId}>
						{i18n.t(action.isAtOnce ? 'actions.ask' : 'actions.insert')}
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
						label={LABELS.get(name)?.() ?? name}
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
