import { lazy, type RefObject, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import { fillPrompt, variablesOf } from '../../../utils/settings/prompt-text.ts';
import type { Prompt } from '../../../utils/settings/prompts.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';
import { useOfferedPrompts } from '../../prompts/use-prompts.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { keyOf } from '../../ui/key-of.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useAnnouncement } from '../services/chat-services.ts';
import { type SlashQuery, slashQueryOf } from './slash-query.ts';

const FillDialog = lazy(async () => ({
	default: (await import('../../prompts/fill-dialog.tsx')).FillDialog,
}));

/** Prompts whose name has the words come before those that have them in the text. */
function matching(all: readonly Prompt[], query: string): Prompt[] {
	const isFound = createWordSearch(query);
	const named = all.filter(({ name }) => isFound([name]));
	return [...named, ...all.filter((prompt) => !named.includes(prompt) && isFound([prompt.text]))];
}

/** Puts a text in the place of the slash and what follows it, as if it had been typed, so that it can be undone. */
function insert(box: HTMLTextAreaElement, { start, query }: SlashQuery, text: string): void {
	box.focus();
	const end = start + 1 + query.length;
	box.setSelectionRange(start, end);
	// Deprecated, and the only way that keeps what Ctrl+Z knows.
	if (document.execCommand('insertText', false, text)) return;
	box.setRangeText(text, start, end, 'end');
	box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/**
 * The list of prompts that a slash opens above the text box. The text box keeps the focus: the list is told to assistive
 * technology as the one it controls, with the option that is active.
 */
export function PromptMenu({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	const listId = useId();
	const prompts = useOfferedPrompts();
	const [asked, setAsked] = useState<SlashQuery | null>(null);
	/** The slash whose list was closed with Escape. */
	const [dismissed, setDismissed] = useState<number | null>(null);
	const [active, setActive] = useState(0);
	const [filling, setFilling] = useState<{ prompt: Prompt; at: SlashQuery } | null>(null);
	const found = useMemo(() => (prompts && asked ? matching(prompts, asked.query) : []), [prompts, asked]);
	const isOpen = asked !== null && asked.start !== dismissed && found.length > 0;
	const at = Math.min(active, found.length - 1);
	const list = useRef<HTMLDivElement>(null);
	useAnnouncement(isOpen ? plural('prompts.found', found.length) : null);

	function choose(prompt: Prompt | undefined): void {
		if (!prompt || !asked || !box.current) return;
		if (variablesOf(prompt.text).length > 0) {
			setFilling({ prompt, at: asked });
			return;
		}
		insert(box.current, asked, fillPrompt(prompt.text, new Map()));
	}

	const look = useEffectEvent(() => {
		const element = box.current;
		if (!element || document.activeElement !== element) return;
		const next = slashQueryOf(element.value, element.selectionStart, element.selectionEnd);
		if (next?.start === asked?.start && next?.query === asked?.query) return;
		setAsked(next);
		setActive(0);
		if (next?.start !== dismissed) setDismissed(null);
	});

	const press = useEffectEvent((event: KeyboardEvent) => {
		if (!isOpen || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		switch (keyOf(event)) {
			case 'ArrowDown':
				setActive((at + 1) % found.length);
				break;
			case 'ArrowUp':
				setActive((at + found.length - 1) % found.length);
				break;
			case 'Enter':
			case 'Tab':
				choose(found[at]);
				break;
			case 'Escape':
				setDismissed(asked.start);
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
		const onBlur = () => setAsked(null);
		const onKey = (event: KeyboardEvent) => press(event);
		const onChange = () => look();
		element.addEventListener('keydown', onKey);
		element.addEventListener('input', onChange);
		element.addEventListener('blur', onBlur);
		document.addEventListener('selectionchange', onChange);
		look();
		return () => {
			element.removeEventListener('keydown', onKey);
			element.removeEventListener('input', onChange);
			element.removeEventListener('blur', onBlur);
			document.removeEventListener('selectionchange', onChange);
		};
	}, [box]);

	useEffect(() => {
		const element = box.current;
		if (!element || !isOpen) return;
		element.setAttribute('aria-autocomplete', 'list');
		element.setAttribute('aria-controls', listId);
		element.setAttribute('aria-activedescendant', `${listId}-${at}`);
		list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
		return () => {
			for (const name of ['autocomplete', 'controls', 'activedescendant'])
				element.removeAttribute(`aria-${name}`);
		};
	}, [box, isOpen, listId, at]);

	return (
		<>
			{isOpen && (
				<div
					ref={list}
					id={listId}
					role="listbox"
					aria-label={i18n.t('prompts.title')}
					className="absolute inset-x-0 bottom-full z-10 mb-1.5 max-h-64 overflow-y-auto rounded-md border border-border bg-bg p-1 shadow-raised"
				>
					{found.map((prompt, index) => (
						<button
							key={prompt.id}
							type="button"
							id={`${listId}-${index}`}
							role="option"
							tabIndex={-1}
							aria-selected={index === at}
							className={joinClasses(
								'flex w-full cursor-default items-baseline text-start gap-2.5 rounded-sm px-2.5 py-1.5 select-none',
								index === at && 'bg-surface-2 forced-colors:outline-2',
							)}
							onMouseDown={(event) => event.preventDefault()}
							onMouseMove={() => setActive(index)}
							onClick={() => choose(prompt)}
						>
							<span dir="auto" className="max-w-3/5 shrink-0 truncate font-medium">
								{prompt.name}
							</span>
							<span dir="auto" className="min-w-0 truncate text-sm text-muted">
								{prompt.text}
							</span>
						</button>
					))}
				</div>
			)}
			{filling && (
				<Late otherwise={<ReloadNotice />}>
					<FillDialog
						prompt={filling.prompt}
						getFinalFocus={() => box.current}
						onCancel={() => setFilling(null)}
						onFilled={(text) => {
							setFilling(null);
							// The dialog gives the focus back first.
							setTimeout(() => box.current && insert(box.current, filling.at, text));
						}}
					/>
				</Late>
			)}
		</>
	);
}
