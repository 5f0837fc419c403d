import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { chatModelsFirst, parseModelList } from '../../../utils/settings/input/model-list.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';
import { allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';
import { Button } from '../../ui/button.tsx';
import { isEnterKey } from '../../ui/key-of.ts';
import { ModelBadges } from '../../ui/model-badges.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useGrowing } from '../../ui/use-growing.ts';
import { useStored } from '../fields/use-stored.ts';

const STEP = 60;
const NONE: readonly ModelDetails[] = [];

/** What the server at a typed address has listed, models for chats first; nothing where it was not asked yet. */
export function useListedModels(typedUrl: string): readonly ModelDetails[] {
	const known = useStored(allKnownModels);
	const url = parseServerUrl(typedUrl);
	if (known === null || !url.ok) return NONE;
	const models = knownModelsOf(known, serverAt(url.url));
	const byId = new Map(models.map((details) => [details.id, details]));
	return chatModelsFirst([...byId.keys()]).flatMap((id) => byId.get(id) ?? []);
}

interface ListedModelsProps {
	listed: readonly ModelDetails[];
	/** The names in use, as the field below holds them. */
	models: string;
	onChange: (models: string) => void;
}

/** The server's own list, to be searched and ticked; the field below holds what is ticked, and any other name. */
export function ListedModels({ listed, models, onChange }: ListedModelsProps) {
	const [query, setQuery] = useState('');
	const id = useId();
	const chosen = new Set(parseModelList(models));
	const isFound = createWordSearch(query);
	const found = listed.filter((model) => isFound([model.id]));
	const { count, hasMore, end } = useGrowing(found.length, STEP);
	const isSearch = query.trim() !== '';
	const inUse = listed.filter((model) => chosen.has(model.id)).length;

	function take(taken: readonly ModelDetails[], isTaken: boolean): void {
		const names = new Set(chosen);
		for (const model of taken) {
			if (isTaken) names.add(model.id);
			else names.delete(model.id);
		}
		onChange([...names].join('\n'));
	}

	return (
		<fieldset className="flex min-w-0 flex-col gap-2">
			<legend className="mb-2 text-sm font-medium">{i18n.t('settings.listed.title')}</legend>
			<SearchField
				label={i18n.t('settings.listed.search')}
				aria-controls={id}
				query={query}
				onSearch={setQuery}
				onKeyDown={(event) => {
					// The box stands in a form, which is not meant.
					if (isEnterKey(event.nativeEvent)) event.preventDefault();
				}}
			/>
			<div
				id={id}
				className="flex max-h-64 flex-col overflow-y-auto rounded-md border border-border py-1 empty:hidden"
			>
				{found.slice(0, count).map((model) => (
					<label key={model.id} className="flex shrink-0 items-start gap-2.5 px-3 py-1 hover:bg-surface-2">
						<input
							type="checkbox"
							checked={chosen.has(model.id)}
							onChange={(event) => take([model], event.target.checked)}
							className="mt-0.75 size-4 shrink-0 accent-accent"
						/>
						<span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
							<span className="min-w-0 wrap-anywhere" dir="auto">
								{model.id}
							</span>
							<ModelBadges details={model} />
						</span>
					</label>
				))}
				{hasMore && <div key={count} ref={end} aria-hidden="true" className="h-px shrink-0" />}
			</div>
			<div className="flex flex-wrap items-center gap-2">
				<p aria-live="polite" className="flex-1 text-sm text-muted">
					{found.length === 0
						? i18n.t('settings.listed.nothing')
						: i18n.t('settings.listed.chosen', {
								chosen: formatNumber(inUse),
								all: formatNumber(listed.length),
							})}
				</p>
				<Button size="sm" disabled={found.length === 0} onClick={() => take(found, true)}>
					{i18n.t(isSearch ? 'settings.listed.allFound' : 'settings.listed.all')}
				</Button>
				<Button size="sm" disabled={found.length === 0} onClick={() => take(found, false)}>
					{i18n.t(isSearch ? 'settings.listed.noneFound' : 'settings.listed.none')}
				</Button>
			</div>
		</fieldset>
	);
}
