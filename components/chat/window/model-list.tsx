import { Check, Star } from 'lucide-react';
import { type MouseEvent, useLayoutEffect } from 'react';
import { i18n } from '#i18n';
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { ModelBadges } from '../../ui/model-badges.tsx';
import { useGrowing } from '../../ui/use-growing.ts';
import { PLACES } from '../composer/destination.tsx';
import { keyOfChoice, type ModelEntry, type ModelGroup } from './model-groups.ts';

const STEP = 60;

interface ModelListProps {
	/** Every element's id begins with it: the list's is `…list`, those of the options are numbered. */
	id: string;
	groups: readonly ModelGroup[];
	endpoints: readonly Endpoint[];
	activeIndex: number;
	/** The list keeps its height, however little a search leaves of it. */
	isLong: boolean;
	onPick: (entry: ModelEntry) => void;
	onStar: (entry: ModelEntry) => void;
}

/** The list itself. Of hundreds of models only those near to what is seen are drawn. */
export function ModelList({ id, groups, endpoints, activeIndex, isLong, onPick, onStar }: ModelListProps) {
	const total = groups.reduce((sum, { entries }) => sum + entries.length, 0);
	const { count, hasMore, end } = useGrowing(total, STEP, activeIndex + STEP / 2);

	useLayoutEffect(() => {
		document.getElementById(`${id}${activeIndex}`)?.scrollIntoView({ block: 'nearest' });
	}, [id, activeIndex]);

	let drawn = 0;
	return (
		<div
			id={`${id}list`}
			role="listbox"
			// Browsers let Tab stop at what scrolls: here the arrows scroll it.
			tabIndex={-1}
			aria-label={i18n.t('chat.choose.list')}
			className={joinClasses(
				'-mx-2 flex min-h-0 flex-col overflow-y-auto overscroll-contain',
				isLong ? 'h-[60dvh]' : 'max-h-[60dvh]',
			)}
		>
			{groups.map((group) => {
				const first = drawn;
				drawn += group.entries.length;
				if (first >= count) return null;
				const name = titleOf(group, endpoints);
				const key = 'endpointId' in group ? `${group.type} ${group.endpointId}` : group.type;
				return (
					<fieldset key={key} aria-label={name} className="min-w-0 shrink-0">
						<GroupTitle group={group} endpoints={endpoints} name={name} />
						{group.entries.slice(0, count - first).map((entry, place) => (
							<ModelOption
								key={keyOfChoice(entry)}
								id={`${id}${first + place}`}
								entry={entry}
								isActive={first + place === activeIndex}
								position={[first + place + 1, total]}
								showsServer={group.type !== 'server' && group.type !== 'unlisted'}
								onPick={onPick}
								onStar={onStar}
							/>
						))}
					</fieldset>
				);
			})}
			{hasMore && <div key={count} ref={end} aria-hidden="true" className="h-px shrink-0" />}
		</div>
	);
}

const endpointOf = (endpoints: readonly Endpoint[], wanted: string): Endpoint | undefined =>
	endpoints.find(({ id }) => id === wanted);

function titleOf(group: ModelGroup, endpoints: readonly Endpoint[]): string {
	switch (group.type) {
		case 'favourites':
			return i18n.t('chat.choose.favourites');
		case 'recent':
			return i18n.t('chat.choose.recent');
		case 'typed':
			return i18n.t('chat.choose.typed');
		case 'unlisted':
			return i18n.t('chat.choose.unlisted', { name: endpointOf(endpoints, group.endpointId)?.name ?? '' });
		case 'server': {
			const endpoint = endpointOf(endpoints, group.endpointId);
			const where = endpoint && whereTo(endpoint);
			const name = endpoint?.name ?? '';
			if (!where) return name;
			const place = PLACES[where.place].text() ?? i18n.t('chat.choose.internet');
			return i18n.t('chat.choose.serverAndPlace', { name, place });
		}
	}
}

/** The group's name, with a sign for where its server is. */
function GroupTitle({
	group,
	endpoints,
	name,
}: {
	group: ModelGroup;
	endpoints: readonly Endpoint[];
	name: string;
}) {
	const endpoint = 'endpointId' in group ? endpointOf(endpoints, group.endpointId) : undefined;
	const place = endpoint && whereTo(endpoint)?.place;
	const Icon = place && PLACES[place].icon;
	return (
		<div aria-hidden="true" className="flex items-center gap-1.5 px-3 pt-2 pb-1 text-xs text-muted">
			{Icon && <Icon size={13} className="shrink-0" />}
			<span className="truncate">{name}</span>
		</div>
	);
}

interface ModelOptionProps extends Pick<ModelListProps, 'id' | 'onPick' | 'onStar'> {
	entry: ModelEntry;
	isActive: boolean;
	/** Its number in the list, and how many there are: not all need be drawn. */
	position: readonly [place: number, total: number];
	showsServer: boolean;
}

/** The keyboard stays at the search box, which names the active option. */
function keepFocus(event: MouseEvent): void {
	event.preventDefault();
}

function ModelOption({ id, entry, isActive, position, showsServer, onPick, onStar }: ModelOptionProps) {
	const { model, server, details, origin, isCurrent } = entry;
	const name = origin === 'typed' ? i18n.t('chat.choose.use', { model }) : model;
	return (
		<div
			className={joinClasses(
				'flex shrink-0 items-center rounded-md hover:bg-surface-2 forced-colors:border',
				isActive
					? 'bg-surface-2 outline-2 -outline-offset-2 outline-accent'
					: 'forced-colors:border-transparent',
			)}
		>
			<button
				type="button"
				id={id}
				role="option"
				tabIndex={-1}
				aria-selected={isCurrent}
				aria-setsize={position[1]}
				aria-posinset={position[0]}
				onMouseDown={keepFocus}
				onClick={() => onPick(entry)}
				className="flex min-w-0 flex-1 items-center gap-2 py-1.5 ps-3 pe-2 text-start"
			>
				<span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
					<span className="min-w-0 wrap-anywhere" dir="auto">
						{name}
					</span>
					{showsServer && (
						<span className="text-sm text-muted">
							{origin === 'typed' ? i18n.t('chat.choose.at', { name: server }) : server}
						</span>
					)}
					<ModelBadges details={details} />
				</span>
				{isCurrent && (
					<>
						<Check size={15} aria-hidden="true" className="shrink-0 text-accent" />
						<span className="sr-only">{i18n.t('chat.choose.current')}</span>
					</>
				)}
			</button>
			{origin === 'listed' && <PointerStar entry={entry} onStar={onStar} />}
		</div>
	);
}

/** The star of a row, for the pointer alone: the keyboard has one below the list, for the active row. */
function PointerStar({ entry, onStar }: Pick<ModelOptionProps, 'entry' | 'onStar'>) {
	return (
		<button
			type="button"
			tabIndex={-1}
			aria-hidden="true"
			title={i18n.t('chat.choose.favouriteNamed', { model: entry.model })}
			onMouseDown={keepFocus}
			onClick={() => onStar(entry)}
			className="me-1 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:text-text"
		>
			<Star size={15} className={entry.isFavourite ? 'fill-current text-accent' : ''} />
		</button>
	);
}
