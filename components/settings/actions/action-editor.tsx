import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { VARIABLES } from '../../../utils/settings/actions/action-text.ts';
import {
	type Action,
	LONGEST_ACTION,
	LONGEST_ACTION_NAME,
	saveAction,
} from '../../../utils/settings/actions/actions.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { isCancelKey, isEnterKey } from '../../ui/key-of.ts';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ActionModelField } from './action-model-field.tsx';
import { ActionPlaces } from './action-places.tsx';

interface ActionEditorProps {
	/** Null for a new one. */
	action: Action | null;
	endpoints: readonly Endpoint[];
	onClose: () => void;
	onFailed: () => void;
}

const NEW_ACTION: Omit<Action, 'id'> = { name: '', text: '', places: ['selection'], isAtOnce: true };

/** All that an action has. It is no form of its own, as the settings page is one. */
export function ActionEditor({ action, endpoints, onClose, onFailed }: ActionEditorProps) {
	const [draft, setDraft] = useState(action ?? NEW_ACTION);
	const [isIncomplete, setIsIncomplete] = useState(false);
	const box = useRef<HTMLFieldSetElement>(null);
	const hintId = useId();
	useEffect(() => box.current?.querySelector('input')?.focus(), []);
	const change = (changed: Partial<Action>) => setDraft((before) => ({ ...before, ...changed }));

	async function keep(): Promise<void> {
		const name = draft.name.trim();
		const text = draft.text.trim();
		if (name === '' || text === '') {
			setIsIncomplete(true);
			box.current?.querySelector<HTMLElement>(name === '' ? 'input' : 'textarea')?.focus();
			return;
		}
		try {
			await saveAction({ ...draft, id: action?.id ?? crypto.randomUUID(), name, text });
			onClose();
		} catch (error) {
			console.error('An action could not be stored.', error);
			onFailed();
		}
	}

	function press(event: KeyboardEvent): void {
		if (isCancelKey(event.nativeEvent)) {
			event.preventDefault();
			onClose();
		}
		const isInName = event.target instanceof HTMLInputElement && event.target.type === 'text';
		if (!isEnterKey(event.nativeEvent) || !(isInName || event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		void keep();
	}

	/** Puts a variable where the cursor stands in the text. */
	function insert(name: string): void {
		const text = box.current?.querySelector('textarea');
		if (!text) return;
		text.focus();
		// Deprecated, and the only way that keeps what Ctrl+Z knows.
		if (document.execCommand('insertText', false, `{${name}}`)) return;
		text.setRangeText(`{${name}}`, text.selectionStart, text.selectionEnd, 'end');
		change({ text: text.value });
	}

	const error = isIncomplete ? i18n.t('actions.incomplete') : undefined;
	const { endpointId, model } = draft;
	return (
		<fieldset
			ref={box}
			aria-label={action?.name ?? i18n.t('actions.new')}
			className="flex flex-col gap-3 rounded-md border border-border bg-surface p-3"
			onKeyDown={press}
		>
			<TextField
				label={i18n.t('actions.name')}
				error={draft.name.trim() === '' ? error : undefined}
				dir="auto"
				maxLength={LONGEST_ACTION_NAME}
				value={draft.name}
				onChange={(event) => change({ name: event.target.value })}
			/>
			<TextAreaField
				label={i18n.t('actions.text')}
				error={draft.text.trim() === '' ? error : undefined}
				dir="auto"
				maxLength={LONGEST_ACTION}
				value={draft.text}
				onChange={(event) => change({ text: event.target.value })}
			/>
			<fieldset aria-describedby={hintId} className="flex flex-col gap-1.5">
				<legend className="sr-only">{i18n.t('actions.variables')}</legend>
				<div className="flex flex-wrap gap-1.5">
					{VARIABLES.map((name) => (
						<Button
							key={name}
							size="sm"
							aria-label={i18n.t('actions.insertVariable', { name })}
							onMouseDown={(event) => event.preventDefault()}
							onClick={() => insert(name)}
						>
							{`{${name}}`}
						</Button>
					))}
				</div>
				<p id={hintId} className="text-sm text-muted">
					{i18n.t('actions.variablesHint')}
				</p>
			</fieldset>
			<ActionPlaces places={draft.places} onChange={(places) => change({ places })} />
			<ActionModelField
				endpoints={endpoints}
				chosen={endpointId !== undefined && model !== undefined ? { endpointId, model } : null}
				onChange={(chosen) => change({ endpointId: chosen?.endpointId, model: chosen?.model })}
			/>
			<CheckboxField
				label={i18n.t('actions.atOnce')}
				hint={i18n.t('actions.atOnceHint')}
				checked={draft.isAtOnce}
				onChange={(event) => change({ isAtOnce: event.target.checked })}
			/>
			<div className="flex flex-wrap justify-end gap-2">
				<Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
				<Button look="primary" onClick={() => void keep()}>
					{i18n.t('actions.done')}
				</Button>
			</div>
		</fieldset>
	);
}
