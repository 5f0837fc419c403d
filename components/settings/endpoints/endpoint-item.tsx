import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { deleteOther, openEndpoint, undoDelete } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import { type EndpointRow, isRowChanged, type OtherRow } from '../draft/settings-draft.ts';
import { EndpointEditor } from './endpoint-editor.tsx';

function Badge({ children }: { children: string }) {
	return (
		<span className="shrink-0 rounded-full bg-accent-soft px-2 text-xs leading-5 font-medium text-accent">
			{children}
		</span>
	);
}

/** A deleted endpoint, until the deletion is saved. */
function DeletedItem({ name, onUndo }: { name: string; onUndo: () => void }) {
	return (
		<li className="flex items-center justify-between gap-3 px-4 py-2.5">
			<span className="min-w-0 text-muted">{i18n.t('settings.deleted', { name })}</span>
			<Button size="sm" onClick={onUndo}>
				{i18n.t('settings.undo')}
			</Button>
		</li>
	);
}

/** An endpoint of a kind that has no form: it can be seen here, chosen as the default, and deleted. */
export function OtherItem({
	row: { endpoint, isDeleted },
	isDefault,
}: {
	row: OtherRow;
	isDefault: boolean;
}) {
	const { store } = useSettings();
	const destination = whereTo(endpoint);
	const host = destination?.host ?? '';
	const name = endpoint.name || host;
	if (isDeleted) return <DeletedItem name={name} onUndo={() => deleteOther(store, endpoint.id, false)} />;
	// For a browser's model there is no host to name, so the line says which model it is.
	const place = destination?.place === 'browser' && host === name ? endpoint.models.join(', ') : host;
	return (
		<li className="flex items-center gap-3 px-4 py-2.5">
			<ItemName name={name} host={place} />
			{isDefault && <Badge>{i18n.t('settings.default')}</Badge>}
			<Button
				size="sm"
				look="danger"
				aria-label={i18n.t('settings.deleteNamed', { name })}
				onClick={() => deleteOther(store, endpoint.id, true)}
			>
				{i18n.t('settings.delete')}
			</Button>
		</li>
	);
}

/** An endpoint's name, and its host below it where that says more. */
function ItemName({ name, host }: { name: string; host: string }) {
	return (
		<span className="min-w-0 flex-1">
			<span className="block truncate font-medium">{name}</span>
			{host !== '' && host !== name && <span className="block truncate text-sm text-muted">{host}</span>}
		</span>
	);
}

interface EndpointItemProps {
	row: EndpointRow;
	isOpen: boolean;
	isDefault: boolean;
}

/** One endpoint of the list. A click on its line opens it for editing. */
export function EndpointItem({ row, isOpen, isDefault }: EndpointItemProps) {
	const { store } = useSettings();
	const panelId = useId();
	if (row.isDeleted) return <DeletedItem name={row.saved.name} onUndo={() => undoDelete(store, row.id)} />;

	const host = whereTo(serverAt(row.input.url))?.host ?? '';
	const name = row.input.name.trim() || host || i18n.t('settings.newEndpoint');
	return (
		<li>
			<button
				type="button"
				aria-expanded={isOpen}
				aria-controls={panelId}
				onClick={() => openEndpoint(store, isOpen ? null : row.id)}
				className="flex w-full items-center gap-3 rounded-lg px-4 py-2.5 text-start hover:bg-surface-2"
			>
				<ItemName name={name} host={host} />
				{isDefault && <Badge>{i18n.t('settings.default')}</Badge>}
				{row.stored && isRowChanged(row) && <Badge>{i18n.t('settings.changed')}</Badge>}
				<ChevronDown
					size={17}
					aria-hidden="true"
					className={joinClasses('shrink-0 text-muted transition-transform', isOpen && 'rotate-180')}
				/>
			</button>
			<div id={panelId}>{isOpen && <EndpointEditor row={row} />}</div>
		</li>
	);
}
