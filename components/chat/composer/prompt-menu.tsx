import { lazy, type RefObject, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import { fillPrompt, variablesOf } from '../../../utils/settings/prompt-text.ts';
import type { Prompt } from '../../../utils/settings/prompts.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';
import { useOfferedPrompts } from '../../prompts/use-prompts.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useAnnouncement } from '../services/chat-services.ts';
import { OptionList } from './option-list.tsx';
import type { TypedQuery } from './typed-query.ts';
import { insertFor, useTypedQuery } from './use-typed-query.ts';

const FillDialog = lazy(async () => ({
	default: (await import('../../prompts/fill-dialog.tsx')).FillDialog,
}));

/** Prompts whose name has the words come before those that have them in the text. */
function matching(all: readonly Prompt[], query: string): Prompt[] {
	const isFound = createWordSearch(query);
	const named = all.filter(({ name }) => isFound([name]));
	return [...named, ...all.filter((prompt) => !named.includes(prompt) && isFound([prompt.text]))];
}

/** The list of prompts that a slash opens. */
export function PromptMenu({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	const prompts = useOfferedPrompts();
	const { asked, dismiss } = useTypedQuery(box, '/');
	const [filling, setFilling] = useState<{ prompt: Prompt; at: TypedQuery } | null>(null);
	const found = useMemo(() => (prompts && asked ? matching(prompts, asked.query) : []), [prompts, asked]);
	useAnnouncement(found.length > 0 ? plural('prompts.found', found.length) : null);

	function choose(prompt: Prompt | undefined): void {
		if (!prompt || !asked || !box.current) return;
		if (variablesOf(prompt.text).length > 0) {
			setFilling({ prompt, at: asked });
			return;
		}
		insertFor(box.current, asked, fillPrompt(prompt.text, new Map()));
	}

	return (
		<>
			{asked && found.length > 0 && (
				<OptionList
					key={asked.query}
					box={box}
					label={i18n.t('prompts.title')}
					options={found.map(({ id, name, text }) => ({ key: id, name, detail: text }))}
					onChoose={(index) => choose(found[index])}
					onDismiss={dismiss}
				/>
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
							setTimeout(() => box.current && insertFor(box.current, filling.at, text));
						}}
					/>
				</Late>
			)}
		</>
	);
}
