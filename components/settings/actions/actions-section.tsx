import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import {
	type Action,
	deleteAction,
	moveAction,
	offeredActions,
	restoreAction,
	restoreBuiltIn,
	type StoredActions,
} from '../../../utils/settings/actions/actions.ts';
import { useStoredActions } from '../../actions/use-actions.ts';
import { Button } from '../../ui/button.tsx';
import { draftEndpoints } from '../draft/draft-target.ts';
import type { SettingsDraft } from '../draft/settings-draft.ts';
import { DeletedNote } from '../fields/deleted-note.tsx';
import { CARD, Section } from '../fields/section.tsx';
import { ActionEditor } from './action-editor.tsx';
import { ActionRow } from './action-row.tsx';

/** Stands for the action that is being made. */
const NEW = 'new';

/** The user's actions. What is changed here is stored at once. */
export function ActionsSection({ draft }: { draft: SettingsDraft }) {
	const stored = useStoredActions();
	const [editedId, setEditedId] = useState<string | null>(null);
	const [deleted, setDeleted] = useState<{ action: Action; before: StoredActions } | null>(null);
	const [hasFailed, setHasFailed] = useState(false);
	const [moved, setMoved] = useState('');
	const box = useRef<HTMLDivElement>(null);
	/** What had the focus when its row was moved: browsers take the focus from what is moved in a page. */
	const held = useRef<Element | null>(null);
	/** The action whose row takes the focus when it is drawn. */
	const focusedId = useRef<string | null>(null);

	useEffect(() => {
		if (editedId !== null || focusedId.current === null) return;
		const selector = `[data-action="${CSS.escape(focusedId.current)}"]`;
		const row = box.current?.querySelector<HTMLElement>(selector);
		if (!row && stored?.own.some(({ id }) => id === focusedId.current)) return;
		(row ?? addButton(box.current))?.focus();
		focusedId.current = null;
	}, [editedId, stored]);

	useEffect(() => {
		if (stored && held.current instanceof HTMLElement) held.current.focus();
		held.current = null;
	}, [stored]);

	function close(): void {
		focusedId.current = editedId;
		setEditedId(null);
	}

	/** Resolves to whether it was stored. */
	async function write(change: Promise<void>): Promise<boolean> {
		setHasFailed(false);
		try {
			await change;
			return true;
		} catch (error) {
			console.error('The actions could not be stored.', error);
			setHasFailed(true);
			return false;
		}
	}

	if (!stored) return null;
	const offered = offeredActions(stored);
	const endpoints = draftEndpoints(draft);

	function move({ id, name }: Action, by: -1 | 1): void {
		const place = offered.findIndex((one) => one.id === id) + by + 1;
		held.current = document.activeElement;
		setMoved(i18n.t('actions.moved', { name, place, count: offered.length }));
		void write(moveAction(id, by));
	}

	async function remove(action: Action, before: StoredActions): Promise<void> {
		if (await write(deleteAction(action.id))) setDeleted({ action, before });
	}

	function bringBack({ action, before }: { action: Action; before: StoredActions }): void {
		setDeleted(null);
		focusedId.current = action.id;
		void write(restoreAction(action.id, before));
	}

	return (
		<Section title={i18n.t('actions.title')} hint={i18n.t('actions.hint')}>
			<div ref={box} className={`${CARD} flex flex-col gap-3 p-4`}>
				{offered.length === 0 && <p className="text-muted">{i18n.t('actions.none')}</p>}
				<ul className="flex flex-col gap-2 empty:hidden">
					{offered.map((action, place) => (
						<li key={action.id}>
							{editedId === action.id ? (
								<ActionEditor
									action={action}
									endpoints={endpoints}
									onClose={close}
									onFailed={() => setHasFailed(true)}
								/>
							) : (
								<ActionRow
									action={action}
									isFirst={place === 0}
									isLast={place === offered.length - 1}
									onEdit={() => setEditedId(action.id)}
									onMove={(by) => move(action, by)}
									onDelete={() => void remove(action, stored)}
								/>
							)}
						</li>
					))}
				</ul>
				<div aria-live="polite" className="empty:hidden">
					<span className="sr-only">{moved}</span>
					{deleted && (
						<DeletedNote
							key={deleted.action.id}
							name={deleted.action.name}
							onUndo={() => bringBack(deleted)}
						/>
					)}
				</div>
				{editedId === NEW ? (
					<ActionEditor
						action={null}
						endpoints={endpoints}
						onClose={close}
						onFailed={() => setHasFailed(true)}
					/>
				) : (
					<div className="flex flex-wrap gap-2">
						<Button data-action={NEW} onClick={() => setEditedId(NEW)}>
							{i18n.t('actions.add')}
						</Button>
						{stored.hidden.length > 0 && (
							<Button
								look="quiet"
								onClick={() => {
									setDeleted(null);
									addButton(box.current)?.focus();
									void write(restoreBuiltIn());
								}}
							>
								{i18n.t('actions.restore')}
							</Button>
						)}
					</div>
				)}
				{hasFailed && (
					<p role="alert" className="text-danger">
						{i18n.t('actions.notStored')}
					</p>
				)}
			</div>
		</Section>
	);
}

const addButton = (box: Element | null) => box?.querySelector<HTMLElement>(`[data-action="${NEW}"]`);
