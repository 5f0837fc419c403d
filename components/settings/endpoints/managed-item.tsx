import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { maskAddress } from '../../../utils/settings/input/shown-address.ts';
import { setKey } from '../../../utils/settings/keys.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSettings } from '../draft/settings-context.ts';
import type { ManagedRow } from '../draft/settings-draft.ts';
import { KeyEntry } from '../keys/key-entry.tsx';
import { EndpointQuirks } from './endpoint-quirks.tsx';

/**
 * The fields of a server that an organization has set up. They can only be read. A key of the user's own is stored at
 * once.
 */
function ManagedFields({ row: { endpoint, apiKey: stored } }: { row: ManagedRow }) {
	const { store } = useSettings();
	const note = i18n.t('settings.managed.note');

	async function keep(apiKey: string): Promise<void> {
		await setKey(endpoint.id, apiKey);
		store.set({ notice: { type: 'saved' } });
	}

	return (
		<div className="flex flex-col gap-4 border-t border-border p-4">
			<TextField
				label={i18n.t('settings.url')}
				hint={note}
				value={maskAddress(whereTo(endpoint)?.address ?? '')}
				disabled
			/>
			<TextAreaField
				label={i18n.t('settings.models')}
				hint={note}
				value={endpoint.models.join('\n')}
				disabled
			/>
			{endpoint.kind === 'server' && <EndpointQuirks stored={endpoint} />}
			{stored === null ? (
				<p className="text-sm text-muted">{i18n.t('settings.managed.key')}</p>
			) : (
				<KeyEntry
					isNeeded={false}
					url={whereTo(endpoint)?.address ?? ''}
					initial={stored}
					hint={i18n.t('settings.apiKeyHint')}
					action={i18n.t('settings.managed.keepKey')}
					onKey={keep}
				/>
			)}
		</div>
	);
}

/** A server that an organization has set up. A click on its line shows how. */
export function ManagedItem({ row }: { row: ManagedRow }) {
	const [isOpen, setIsOpen] = useState(false);
	const id = useId();
	return (
		<li>
			<button
				type="button"
				aria-expanded={isOpen}
				aria-controls={id}
				onClick={() => setIsOpen(!isOpen)}
				className="flex w-full items-center gap-3 rounded-lg px-4 py-2.5 text-start hover:bg-surface-2"
			>
				<span className="min-w-0 flex-1">
					<span className="block truncate font-medium">{row.endpoint.name}</span>
					<span className="block truncate text-sm text-muted">{i18n.t('settings.managed.note')}</span>
				</span>
				<ChevronDown
					size={17}
					aria-hidden="true"
					className={joinClasses('shrink-0 text-muted', isOpen && 'rotate-180')}
				/>
			</button>
			<div id={id}>{isOpen && <ManagedFields row={row} />}</div>
		</li>
	);
}
