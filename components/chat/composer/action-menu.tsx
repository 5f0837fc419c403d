import { type RefObject, useMemo } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import type { Action } from '../../../utils/settings/actions/actions.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';
import { useAnnouncement } from '../services/chat-services.ts';
import { OptionList } from './option-list.tsx';
import type { TypedQuery } from './typed-query.ts';
import { useTypedQuery } from './use-typed-query.ts';

/** Actions whose name has the words come before those that have them in the text. */
function matching(all: readonly Action[], query: string): Action[] {
	const isFound = createWordSearch(query);
	const named = all.filter(({ name }) => isFound([name]));
	return [...named, ...all.filter((action) => !named.includes(action) && isFound([action.text]))];
}

interface ActionMenuProps {
	box: RefObject<HTMLTextAreaElement | null>;
	offered: readonly Action[];
	onChosen: (action: Action, at: TypedQuery) => void;
}

/** The list of actions that a slash opens. */
export function ActionMenu({ box, offered, onChosen }: ActionMenuProps) {
	const { asked, dismiss } = useTypedQuery(box, '/');
	const found = useMemo(() => (asked ? matching(offered, asked.query) : []), [offered, asked]);
	useAnnouncement(found.length > 0 ? plural('actions.found', found.length) : null);
	if (!asked || found.length === 0) return null;
	return (
		<OptionList
			key={asked.query}
			box={box}
			label={i18n.t('actions.title')}
			options={found.map(({ id, name, text }) => ({ key: id, name, detail: text }))}
			onChoose={(index) => {
				const action = found[index];
				if (!action) return;
				dismiss();
				onChosen(action, asked);
			}}
			onDismiss={dismiss}
		/>
	);
}
