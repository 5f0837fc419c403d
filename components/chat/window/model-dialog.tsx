import { RefreshCw, Star } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import { allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';
import { isManagedId } from '../../../utils/settings/managed.ts';
import { favouriteModels, recentModels, setFavourite } from '../../../utils/settings/picked-models.ts';
import { useStored } from '../../settings/fields/use-stored.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { priceText } from '../../ui/model-badges.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { keyOfChoice, LONG_LIST, type ModelEntry, modelGroups } from './model-groups.ts';
import { ModelList } from './model-list.tsx';
import type { ModelChoosing } from './use-model-choice.ts';
import { useRefreshedModels } from './use-refreshed-models.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export interface ModelDialogProps {
	/** The dialog's title, if choosing does something else here than change the chat's model. */
	title?: string;
	choosing: ModelChoosing;
	onClose: () => void;
	getFinalFocus: () => HTMLElement | null;
}

/**
 * All models, to be searched and chosen: a combobox whose list is always open. The focus stays in the search box, the
 * arrows lead through the list.
 */
export function ModelDialog({ title, choosing, onClose, getFinalFocus }: ModelDialogProps) {
	const box = useRef<HTMLInputElement>(null);
	return (
		<Dialog
			title={title ?? i18n.t('chat.choose.title')}
			onClose={onClose}
			getInitialFocus={() => box.current}
			getFinalFocus={getFinalFocus}
		>
			{choosing.isLocked && <Notice>{i18n.t('chat.choose.locked')}</Notice>}
			<ModelSearch choosing={choosing} box={box} onChosen={onClose} />
		</Dialog>
	);
}

interface ModelSearchProps {
	choosing: ModelChoosing;
	box: RefObject<HTMLInputElement | null>;
	onChosen: () => void;
}

function ModelSearch({ choosing, box, onChosen }: ModelSearchProps) {
	const { current, endpoints, isAllowed, choose } = choosing;
	const id = useId();
	const known = useStored(allKnownModels);
	const favourites = useStored(favouriteModels);
	const recent = useStored(recentModels);
	const [query, setQuery] = useState('');
	/** The key of the entry that Enter would choose; null where the first one is. */
	const [active, setActive] = useState<string | null>(keyOfChoice(current));
	const refresh = useRefreshedModels(endpoints);
	const groups = useMemo(
		() =>
			// Not before all is read: a row that moves away below the pointer is not the one that was meant.
			known && favourites && recent
				? modelGroups(query, {
						endpoints,
						knownOf: (endpoint) => knownModelsOf(known, endpoint),
						favourites,
						recent,
						current,
						canAdd: (endpoint) => endpoint.kind === 'server' && !isManagedId(endpoint.id),
						isAllowed,
					})
				: null,
		[query, endpoints, known, favourites, recent, current, isAllowed],
	);
	const entries = (groups ?? []).flatMap((group) => group.entries);
	const found = entries.findIndex((entry) => keyOfChoice(entry) === active);
	const index = found === -1 ? 0 : found;
	const entry = entries[index];

	function pick(chosen: ModelEntry): void {
		void choose({ endpointId: chosen.endpointId, model: chosen.model }, chosen.origin === 'listed');
		onChosen();
	}

	function press(event: KeyboardEvent<HTMLInputElement>): void {
		const key = keyOf(event.nativeEvent);
		const step = STEPS[key];
		if (key === 'Enter' && entry) {
			event.preventDefault();
			pick(entry);
		} else if (step !== undefined && entries.length > 0) {
			event.preventDefault();
			const next = entries[Math.min(Math.max(index + step, 0), entries.length - 1)];
			if (next) setActive(keyOfChoice(next));
		}
	}

	function search(text: string): void {
		setQuery(text);
		setActive(null);
	}

	return (
		<>
			<div className="flex items-center gap-1">
				<SearchField
					ref={box}
					label={i18n.t('chat.choose.search')}
					type="text"
					role="combobox"
					aria-expanded="true"
					aria-haspopup="listbox"
					aria-autocomplete="list"
					aria-controls={`${id}list`}
					aria-activedescendant={entry && `${id}${index}`}
					query={query}
					onSearch={search}
					onKeyDown={press}
				/>
				<IconButton
					icon={RefreshCw}
					label={i18n.t('chat.choose.refresh')}
					onClick={() => void refresh.start()}
				/>
			</div>
			<ModelList
				id={id}
				groups={groups ?? []}
				isLong={endpoints.reduce((sum, { models }) => sum + models.length, 0) > LONG_LIST}
				endpoints={endpoints}
				activeIndex={index}
				onPick={pick}
				onStar={(starred) => void setFavourite(starred, !starred.isFavourite)}
			/>
			<p role="status" className="text-sm text-muted">
				{refresh.words ??
					(entries.length > 0
						? plural('chat.choose.found', entries.length)
						: groups && i18n.t(query.trim() === '' ? 'chat.choose.noneYet' : 'chat.choose.none'))}
			</p>
			{entry && entry.origin === 'listed' && <ActiveModel entry={entry} />}
		</>
	);
}

/** The entry that Enter would choose, with its star for the keyboard. */
function ActiveModel({ entry }: { entry: ModelEntry }) {
	const { endpointId, model, server, details, isFavourite } = entry;
	const price = priceText(details);
	return (
		<div className="flex items-center gap-2 border-t border-border pt-2">
			<div className="min-w-0 flex-1 text-sm">
				<p className="truncate font-medium" dir="auto">
					{model}
				</p>
				<p className="truncate text-muted">{price === null ? server : `${server} · ${price}`}</p>
			</div>
			<button
				type="button"
				aria-pressed={isFavourite}
				aria-label={i18n.t('chat.choose.favouriteNamed', { model })}
				onClick={() => void setFavourite({ endpointId, model }, !isFavourite)}
				className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border border-border px-2.5 text-sm font-medium hover:bg-surface-2"
			>
				<Star
					size={15}
					aria-hidden="true"
					className={isFavourite ? 'fill-current text-accent' : 'text-muted'}
				/>
				{i18n.t('chat.choose.favourite')}
			</button>
		</div>
	);
}
