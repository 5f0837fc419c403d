import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { registerBar } from '../utils/bar/register-bar.ts';
import { serveBar } from '../utils/bar/serve-bar.ts';
import { pageOf, quoteRead, type ReadTab, readClicked, readSelectionOf } from '../utils/page/selection.ts';
import { speakChosenLanguage } from '../utils/platform/chosen-words.ts';
import { isLocalNetworkDenied } from '../utils/platform/local-network.ts';
import {
	ASK,
	ASK_SELECTION,
	ATTACH_LINK,
	ATTACH_PAGE,
	actionIdOf,
	createMenus,
	OPEN_PANEL,
} from '../utils/platform/menus.ts';
import { serveOmnibox } from '../utils/platform/omnibox.ts';
import { openPanel, togglePanel } from '../utils/platform/panel.ts';
import { hasOrigin } from '../utils/platform/permissions.ts';
import { welcome } from '../utils/platform/welcome-tab.ts';
import { createProviders } from '../utils/providers/create-providers.ts';
import { askHostedModel, takeHostPort } from '../utils/providers/hosted-model.ts';
import { ownModel } from '../utils/providers/language-model.ts';
import { createBackground } from '../utils/run/background/create-background.ts';
import { announceSelection } from '../utils/run/background/selection-box.ts';
import { servePort } from '../utils/run/background/serve-port.ts';
import { createUnsavedRecord } from '../utils/run/background/unsaved-chats.ts';
import { removeFromOutbox } from '../utils/run/outbox.ts';
import type { Wanted } from '../utils/run/protocol.ts';
import { actions, offeredActions } from '../utils/settings/actions/actions.ts';
import { findEndpoint, rememberQuirks, saveBase } from '../utils/settings/endpoints.ts';
import { heldBlobs } from '../utils/settings/held-blobs.ts';
import { closeStorageToPages, keyFor, obeyManaged, withHeaders } from '../utils/settings/keys.ts';
import { watchManaged } from '../utils/settings/managed.ts';
import { preferences } from '../utils/settings/preferences.ts';
import { spokenLanguage } from '../utils/settings/spoken-language.ts';
import { createRunStore } from '../utils/store/create-run-store.ts';

/** As far as clicks in menus and keys tell of it. */
type BrowserTab = ReadTab & { windowId?: number | undefined };

export default defineBackground(() => {
	const offerBar = async () => registerBar((await preferences.getValue()).bar);
	let speaking = speakChosenLanguage();
	const getOffered = async () => {
		await speaking;
		return offeredActions(await actions.getValue());
	};
	const background = createBackground({
		store: createRunStore({ held: heldBlobs }),
		providerOf: createProviders({
			hasOrigin,
			isLocalNetworkDenied,
			saveBase,
			...(!ownModel() && { askModel: askHostedModel }),
		}),
		getEndpoint: async (id) => {
			const endpoint = await findEndpoint(id);
			return endpoint && withHeaders(endpoint);
		},
		getApiKey: keyFor,
		rememberQuirks,
		removeFromOutbox,
		unsavedRecord: createUnsavedRecord(heldBlobs),
		hasModelTitles: async () => (await preferences.getValue()).titlesByModel,
		getStallMs: async () => (await preferences.getValue()).stallSeconds * 1_000,
	});

	browser.runtime.onInstalled.addListener(({ reason }) => {
		void createMenus(getOffered);
		void offerBar();
		void welcome(reason);
	});
	// What the watch tells may lack what an organization has set, which a worker that just began has not read yet.
	preferences.watch(() => void offerBar());
	browser.runtime.onStartup.addListener(() => void offerBar());
	actions.watch(() => void createMenus(getOffered));
	spokenLanguage.watch(() => {
		speaking = speakChosenLanguage();
		void createMenus(getOffered);
	});
	browser.runtime.onConnect.addListener((port) => {
		if (!takeHostPort(port)) servePort(background, port);
	});

	/**
	 * Opens the panel, and hands what is read to the window in it. The panel comes before anything else: after an `await`,
	 * the browser would no longer count the click, or the key, as the user's gesture, and would refuse.
	 */
	function openWith(tab: BrowserTab | undefined, read: () => Promise<Wanted | null>): void {
		const opening = openPanel(tab?.windowId);
		const windowId = tab?.windowId ?? null;
		background.selections.put(windowId, read());
		void opening.then(() => announceSelection(windowId));
	}

	/** The window that opens reads the page. */
	function attachPage(tab: BrowserTab | undefined): void {
		const { id } = tab ?? {};
		if (id !== undefined) openWith(tab, async () => ({ tabId: id }));
	}

	// Firefox for Android has neither keys nor menus.
	const { commands, contextMenus }: Partial<typeof browser> = browser;
	commands?.onCommand.addListener((command, tab) => {
		if (command === ATTACH_PAGE) attachPage(tab);
		if (command === OPEN_PANEL) togglePanel(tab?.windowId);
		if (command === ASK_SELECTION && tab)
			openWith(tab, async () => {
				const quote = await readSelectionOf(tab);
				return quote && { quote };
			});
	});

	contextMenus?.onClicked.addListener((info, tab) => {
		if (info.menuItemId === ATTACH_PAGE) attachPage(tab);
		const { linkUrl: link } = info;
		if (info.menuItemId === ATTACH_LINK && link) openWith(tab, async () => ({ link }));
		const actionId = actionIdOf(info.menuItemId);
		if (actionId === null && info.menuItemId !== ASK) return;
		openWith(tab, async () => {
			const on = await readClicked(info, tab);
			if (actionId === null) return on && { quote: on };
			return { actionId, on, page: pageOf(tab) };
		});
	});

	serveBar({
		getOffered,
		onChosen({ actionId, text, isWanted, tab, ...frame }) {
			openWith(tab, async () => {
				if (!(await isWanted)) return null;
				const on = quoteRead(text, tab, frame);
				if (!on) return null;
				return actionId === null ? { quote: on } : { actionId, on, page: pageOf(tab) };
			});
		},
	});

	serveOmnibox(getOffered, (typed, windowId) => openWith({ windowId }, async () => ({ typed })));

	void closeStorageToPages();
	void obeyManaged();
	watchManaged(() => void obeyManaged());
});
