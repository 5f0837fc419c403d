import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { deletePrompt, type Prompt, setPromptHidden } from '../../utils/settings/prompts.ts';
import { builtInPrompts, textVariable } from '../prompts/built-in-prompts.ts';
import { useStoredPrompts } from '../prompts/use-prompts.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { PromptEditor } from './prompt-editor.tsx';
import { CARD, Section } from './section.tsx';

/** The user's own prompts, and those that come along. What is changed here is stored at once. */
export function PromptsSection() {
	const stored = useStoredPrompts();
	const [editedId, setEditedId] = useState<string | null>(null);
	const [hasFailed, setHasFailed] = useState(false);
	const box = useRef<HTMLDivElement>(null);
	const closedId = useRef<string | null>(null);

	// The button that opened the editor takes the focus back.
	useEffect(() => {
		if (editedId !== null || closedId.current === null) return;
		const selector = `[data-prompt="${CSS.escape(closedId.current)}"]`;
		(box.current?.querySelector<HTMLElement>(selector) ?? addButton(box.current))?.focus();
		closedId.current = null;
	}, [editedId]);

	function close(): void {
		closedId.current = editedId;
		setEditedId(null);
	}

	function write(change: Promise<void>): Promise<void> {
		setHasFailed(false);
		return change.catch((error: unknown) => {
			console.error('A prompt could not be stored.', error);
			setHasFailed(true);
		});
	}

	if (!stored) return null;
	const { own, hidden } = stored;
	return (
		<Section title={i18n.t('prompts.title')} hint={i18n.t('prompts.hint', textVariable())}>
			<div ref={box} className={`${CARD} flex flex-col gap-3 p-4`}>
				{own.length === 0 && <p className="text-muted">{i18n.t('prompts.none')}</p>}
				<ul className="flex flex-col gap-2 empty:hidden">
					{own.map((prompt) => (
						<li key={prompt.id}>
							{editedId === prompt.id ? (
								<PromptEditor prompt={prompt} onClose={close} onFailed={() => setHasFailed(true)} />
							) : (
								<OwnPrompt
									prompt={prompt}
									onEdit={() => setEditedId(prompt.id)}
									onDelete={() => {
										void write(deletePrompt(prompt.id));
										addButton(box.current)?.focus();
									}}
								/>
							)}
						</li>
					))}
				</ul>
				{editedId === NEW ? (
					<PromptEditor prompt={null} onClose={close} onFailed={() => setHasFailed(true)} />
				) : (
					<Button className="self-start" data-prompt={NEW} onClick={() => setEditedId(NEW)}>
						{i18n.t('prompts.add')}
					</Button>
				)}
				{hasFailed && (
					<p role="alert" className="text-danger">
						{i18n.t('prompts.notStored')}
					</p>
				)}
				<fieldset className="flex flex-col gap-2 border-t border-border pt-3">
					<legend className="sr-only">{i18n.t('prompts.builtIn')}</legend>
					<p aria-hidden="true" className="text-sm font-medium">
						{i18n.t('prompts.builtIn')}
					</p>
					{builtInPrompts().map((prompt) => (
						<BuiltInPrompt
							key={prompt.id}
							prompt={prompt}
							isHidden={hidden.includes(prompt.id)}
							hide={(isHidden) => write(setPromptHidden(prompt.id, isHidden))}
						/>
					))}
				</fieldset>
			</div>
		</Section>
	);
}

interface BuiltInPromptProps {
	prompt: Prompt;
	isHidden: boolean;
	/** Resolves when it is stored, or was refused. */
	hide: (isHidden: boolean) => Promise<void>;
}

/** The box shows what was asked of it at once, and what is stored as soon as that is known. */
function BuiltInPrompt({ prompt: { name, text }, isHidden, hide }: BuiltInPromptProps) {
	const [asked, setAsked] = useState<boolean | null>(null);
	return (
		<CheckboxField
			label={name}
			hint={text}
			checked={!(asked ?? isHidden)}
			onChange={(event) => {
				const isAsked = !event.target.checked;
				setAsked(isAsked);
				void hide(isAsked).then(() => setAsked((newest) => (newest === isAsked ? null : newest)));
			}}
		/>
	);
}

/** Stands for the prompt that is being made. */
const NEW = 'new';

const addButton = (box: Element | null) => box?.querySelector<HTMLElement>(`[data-prompt="${NEW}"]`);

interface OwnPromptProps {
	prompt: Prompt;
	onEdit: () => void;
	onDelete: () => void;
}

function OwnPrompt({ prompt: { id, name, text }, onEdit, onDelete }: OwnPromptProps) {
	return (
		<div className="flex items-center gap-2">
			<button
				type="button"
				data-prompt={id}
				aria-label={i18n.t('prompts.edit', { name })}
				className="min-w-0 flex-1 rounded-md px-2 py-1 text-start hover:bg-surface-2"
				onClick={onEdit}
			>
				<span dir="auto" className="block truncate font-medium">
					{name}
				</span>
				<span dir="auto" className="block truncate text-sm text-muted">
					{text}
				</span>
			</button>
			<Button
				size="sm"
				look="danger"
				aria-label={i18n.t('settings.deleteNamed', { name })}
				onClick={onDelete}
			>
				{i18n.t('ui.delete')}
			</Button>
		</div>
	);
}
