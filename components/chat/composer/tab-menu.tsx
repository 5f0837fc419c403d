import { type RefObject, useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { mayListTabs, requestTabs } from '../../../utils/platform/permissions.ts';
import { type ListedTab, listTabs } from '../../../utils/platform/tabs.ts';
import { plural } from '../../../utils/platform/texts.ts';
import { createWordSearch } from '../../../utils/settings/word-search.ts';
import { useAnnouncement, useChatServices } from '../services/chat-services.ts';
import { OptionList } from './option-list.tsx';
import { insertFor, useTypedQuery } from './use-typed-query.ts';

/** Null until the browser has told them, `denied` where it does not. */
type Tabs = readonly ListedTab[] | 'denied' | null;

const readTabs = async (): Promise<Tabs> => ((await mayListTabs()) ? listTabs() : 'denied');

/** Tabs whose title has the words come before those that have them in their address. */
function matching(tabs: readonly ListedTab[], query: string): ListedTab[] {
	const isFound = createWordSearch(query);
	const titled = tabs.filter(({ title }) => isFound([title]));
	return [...titled, ...tabs.filter((tab) => !titled.includes(tab) && isFound([tab.url]))];
}

/** The list of open tabs that an at sign opens. The one that is chosen is attached as the page beside the chat is. */
export function TabMenu({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	const { composer } = useChatServices();
	const { asked, dismiss } = useTypedQuery(box, '@');
	const [tabs, setTabs] = useState<Tabs>(null);
	const isAsked = asked !== null;
	const found = useMemo(
		() => (asked && tabs !== 'denied' ? matching(tabs ?? [], asked.query) : []),
		[tabs, asked],
	);
	useAnnouncement(
		found.length > 0
			? plural('tabs.found', found.length)
			: isAsked && tabs === 'denied'
				? i18n.t('tabs.announced')
				: null,
	);

	useEffect(() => {
		if (!isAsked) return;
		let isOver = false;
		void readTabs().then((read) => !isOver && setTabs(read));
		return () => {
			isOver = true;
		};
	}, [isAsked]);

	function attach(tab: ListedTab | undefined): void {
		if (!tab || !asked || !box.current) return;
		insertFor(box.current, asked, '');
		composer.want({ type: 'tab', tabId: tab.id });
	}

	function allow(): void {
		// Asked for before anything else: the browser wants to see the click or key.
		void requestTabs()
			.then((isGiven) => (isGiven ? readTabs() : 'denied'))
			.then(setTabs)
			.finally(composer.focus);
	}

	if (!asked) return null;
	const key = asked.query;
	const shared = { box, label: i18n.t('tabs.title'), onDismiss: dismiss };
	if (tabs === 'denied')
		return (
			<OptionList
				key={key}
				{...shared}
				// Somebody may only write a name: Enter sends that.
				startsActive={false}
				options={[{ key, name: i18n.t('tabs.allow'), detail: i18n.t('tabs.why'), isExplained: true }]}
				onChoose={allow}
			/>
		);
	if (found.length === 0) return null;
	return (
		<OptionList
			key={key}
			{...shared}
			options={found.map(({ id, title, url }) => ({ key: id, name: title, detail: shownAddress(url) }))}
			onChoose={(index) => attach(found[index])}
		/>
	);
}

/** An address without what every one of them has. */
function shownAddress(url: string): string {
	return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
