import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { joinClasses } from '../../ui/join-classes.ts';
import { keyOf } from '../../ui/key-of.ts';

/** Something that can be chosen: its name, and what is told of it beside that. */
interface ListOption {
	key: string | number;
	name: string;
	detail: string;
	/** Whether the detail is a sentence, which is shown whole. */
	isExplained?: boolean;
}

interface OptionListProps {
	/** The text box, which keeps the focus. */
	box: RefObject<HTMLTextAreaElement | null>;
	label: string;
	options: readonly ListOption[];
	/** Whether Enter takes the first one at once; else an arrow must have gone to one before. */
	startsActive?: boolean;
	onChoose: (index: number) => void;
	onDismiss: () => void;
}

/**
 * The list that a sign opens above the text box. The text box keeps the focus: the list is told to assistive technology as
 * the one it controls, with the option that is active. Give it another `key` with each query, so that it begins anew.
 */
export function OptionList({
	box,
	label,
	options,
	startsActive = true,
	onChoose,
	onDismiss,
}: OptionListProps) {
	const listId = useId();
	const list = useRef<HTMLDivElement>(null);
	const [active, setActive] = useState(startsActive ? 0 : -1);
	const at = Math.min(active, options.length - 1);

	const press = useEffectEvent((event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		switch (keyOf(event)) {
			case 'ArrowDown':
				setActive((at + 1) % options.length);
				break;
			case 'ArrowUp':
				setActive((Math.max(at, 0) + options.length - 1) % options.length);
				break;
			case 'Enter':
			case 'Tab':
				if (at < 0) return;
				onChoose(at);
				break;
			case 'Escape':
				onDismiss();
				break;
			default:
				return;
		}
		event.preventDefault();
		// Enter would send, and Escape would stop an answer.
		event.stopPropagation();
	});

	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const onKey = (event: KeyboardEvent) => press(event);
		element.addEventListener('keydown', onKey);
		return () => element.removeEventListener('keydown', onKey);
	}, [box]);

	useEffect(() => {
		const element = box.current;
		if (!element) return;
		element.setAttribute('aria-autocomplete', 'list');
		element.setAttribute('aria-controls', listId);
		if (at >= 0) element.setAttribute('aria-activedescendant', `${listId}-${at}`);
		list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
		return () => {
			for (const name of ['autocomplete', 'controls', 'activedescendant'])
				element.removeAttribute(`aria-${name}`);
		};
	}, [box, listId, at]);

	return (
		<div
			ref={list}
			id={listId}
			role="listbox"
			aria-label={label}
			className="absolute inset-x-0 bottom-full z-10 mb-1.5 max-h-64 overflow-y-auto rounded-md border border-border bg-bg p-1 shadow-raised"
		>
			{options.map(({ key, name, detail, isExplained }, index) => (
				<button
					key={key}
					type="button"
					id={`${listId}-${index}`}
					role="option"
					tabIndex={-1}
					aria-selected={index === at}
					className={joinClasses(
						'flex w-full cursor-default text-start rounded-sm px-2.5 py-1.5 select-none',
						isExplained ? 'flex-col' : 'items-baseline gap-2.5',
						index === at && 'bg-surface-2 forced-colors:outline-2',
					)}
					onMouseDown={(event) => event.preventDefault()}
					onMouseMove={() => setActive(index)}
					onClick={() => onChoose(index)}
				>
					<span
						dir="auto"
						className={joinClasses('truncate font-medium', !isExplained && 'max-w-3/5 shrink-0')}
					>
						{name}
					</span>
					<span dir="auto" className={joinClasses('min-w-0 text-sm text-muted', !isExplained && 'truncate')}>
						{detail}
					</span>
				</button>
			))}
		</div>
	);
}
