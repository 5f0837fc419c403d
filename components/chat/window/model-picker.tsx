import { ChevronDown, Lock } from 'lucide-react';
import { type KeyboardEvent, lazy, type MouseEvent, useDeferredValue, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { keyOf } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { type ModelChoosing, useModelChoice } from './use-model-choice.ts';

const loadDialog = async () => ({ default: (await import('./model-dialog.tsx')).ModelDialog });
const ModelDialog = lazy(loadDialog);

/** The keys that open the browser's own list of a select. */
const OPENING_KEYS: readonly string[] = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'F4'];

/** An option's value is a place in a list of choices: ids and names may hold any character. */
const optionValue = (endpointId: string, model: string): string => JSON.stringify([endpointId, model]);

interface Group {
	id: string;
	name: string;
	models: readonly string[];
}

/** Every model of every endpoint, and the one in use where its endpoint is gone. */
function groupsOf({ endpoints, current: { endpointId, model }, isAllowed }: ModelChoosing): Group[] {
	const groups = endpoints.map(({ id, name, models }) => ({
		id,
		name,
		models: models.filter((one) => isAllowed({ endpointId: id, model: one })),
	}));
	const isThere = groups.some(({ id }) => id === endpointId);
	const removed = { id: endpointId, name: i18n.t('chat.removedEndpoint'), models: [model] };
	return (isThere ? groups : [removed, ...groups]).filter(({ models }) => models.length > 0);
}

/** The model in use, and the way to another one. */
export function ModelPicker() {
	const choosing = useModelChoice();
	return choosing ? <Picker {...choosing} /> : <div className="h-8 flex-1" />;
}

/**
 * A select: it can be typed in, and whatever opens its own list, as assistive technology may, finds all models there. A
 * click and the usual keys open the list that can be searched, which is loaded then.
 */
function Picker(choosing: ModelChoosing) {
	const { current, isLocked, choose } = choosing;
	const [isOpen, setIsOpen] = useState(false);
	const select = useRef<HTMLSelectElement>(null);
	const all = groupsOf(choosing);
	const own = all.filter(({ id }) => id === current.endpointId);
	// At first only what is seen: hundreds of options wait until the window is drawn.
	const groups = useDeferredValue(
		all,
		own.map((group) => ({ ...group, models: [current.model] })),
	);
	const choices = groups.flatMap(({ id, models }) => models.map((model) => ({ endpointId: id, model })));
	const Icon = isLocked ? Lock : ChevronDown;

	function change(value: string): void {
		const choice = choices.find(({ endpointId, model }) => optionValue(endpointId, model) === value);
		if (choice) void choose(choice, true);
	}

	function press(event: MouseEvent): void {
		if (event.button !== 0) return;
		event.preventDefault();
		select.current?.focus();
		setIsOpen(true);
	}

	function type(event: KeyboardEvent): void {
		const isShortcut = event.ctrlKey || event.metaKey;
		if (isShortcut || !OPENING_KEYS.includes(keyOf(event.nativeEvent))) return;
		event.preventDefault();
		setIsOpen(true);
	}

	return (
		<div className="relative min-w-0">
			<select
				ref={select}
				aria-label={i18n.t('chat.model')}
				title={isLocked ? `${current.model} – ${i18n.t('chat.choose.locked')}` : current.model}
				value={optionValue(current.endpointId, current.model)}
				onChange={(event) => change(event.target.value)}
				onPointerEnter={() => void loadDialog()}
				onMouseDown={press}
				onKeyDown={type}
				className="field-sizing-content h-8 max-w-full appearance-none truncate rounded-md bg-transparent ps-2 pe-7 font-medium hover:bg-surface-2 forced-colors:border"
			>
				{groups.map(({ id, name, models }) => (
					<optgroup key={id} label={name}>
						{models.map((model) => (
							<option key={model} value={optionValue(id, model)}>
								{model}
							</option>
						))}
					</optgroup>
				))}
			</select>
			<Icon size={14} aria-hidden="true" className="pointer-events-none absolute end-2 top-2.25 text-muted" />
			{isOpen && (
				<Late otherwise={<ReloadNotice />}>
					<ModelDialog
						choosing={choosing}
						onClose={() => setIsOpen(false)}
						getFinalFocus={() => select.current}
					/>
				</Late>
			)}
		</div>
	);
}
