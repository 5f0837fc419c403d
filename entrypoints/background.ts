import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { readSelection } from '../utils/page/selection.ts';
import { isLocalNetworkDenied } from '../utils/platform/local-network.ts';
import { ATTACH_PAGE, actionOf, createMenus, instructionOf } from '../utils/platform/menus.ts';
import { openPanel } from '../utils/platform/panel.ts';
import { hasOrigin } from '../utils/platform/permissions.ts';
import { welcome } from '../utils/platform/welcome-tab.ts';
import { createProviders } from '../utils/providers/create-providers.ts';
import { askHostedModel } from '../utils/providers/hosted-model.ts';
import { ownModel } from '../utils/providers/language-model.ts';
import { createBackground } from '../utils/run/background/create-background.ts';
import { announceSelection } from '../utils/run/background/selection-box.ts';
import { servePort } from '../utils/run/background/serve-port.ts';
import { createUnsavedRecord } from '../utils/run/background/unsaved-chats.ts';
import { removeFromOutbox } from '../utils/run/outbox.ts';
import { findEndpoint, rememberQuirks, saveBase } from '../utils/settings/endpoints.ts';
import { heldBlobs } from '../utils/settings/held-blobs.ts';
import { closeStorageToPages, keyFor, obeyManaged, withHeaders } from '../utils/settings/keys.ts';
import { watchManaged } from '../utils/settings/managed.ts';
import { preferences } from '../utils/settings/preferences.ts';
import { createRunStore } from '../utils/store/create-run-store.ts';

export default defineBackground(() => {
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
		void createMenus();
		void welcome(reason);
	});
	browser.runtime.onConnect.addListener((port) => servePort(background, port));

	/** The panel is opened before anything else: see below. The window that opens reads the page. */
	function attachPage(tab: { id?: number | undefined; windowId?: number | undefined } | undefined): void {
		if (tab?.id === undefined) return;
		const opening = openPanel(tab.windowId);
		const windowId = tab.windowId ?? null;
		background.selections.put(windowId, Promise.resolve({ tabId: tab.id }));
		void opening.then(() => announceSelection(windowId));
	}

	browser.commands.onCommand.addListener((command, tab) => {
		if (command === ATTACH_PAGE) attachPage(tab);
	});

	browser.contextMenus.onClicked.addListener((info, tab) => {
		if (info.menuItemId === ATTACH_PAGE) attachPage(tab);
		const action = actionOf(info.menuItemId);
		if (!action) return;
		// The panel is opened before anything else: after an `await`, the browser would no longer count the click as
		// the user's gesture, and would refuse.
		const opening = openPanel(tab?.windowId);
		const windowId = tab?.windowId ?? null;
		const selection = readSelection({
			text: info.selectionText ?? '',
			frameId: info.frameId ?? 0,
			pageUrl: info.pageUrl ?? '',
			tab,
		}).then((quote) => ({ quote, instruction: instructionOf(action) }));
		background.selections.put(windowId, selection);
		void opening.then(() => announceSelection(windowId));
	});

	void closeStorageToPages();
	void obeyManaged();
	watchManaged(() => void obeyManaged());
});
