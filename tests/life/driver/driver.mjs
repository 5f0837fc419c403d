// @ts-check
import { ask, open, press, read } from './chat-frames.mjs';
import { savedText } from './saved-text.mjs';

const parameters = new URLSearchParams(location.search);
const name = parameters.get('name') ?? '';
const control = parameters.get('control') ?? '';

/** Held here, as a port that is garbage collected disconnects. @type {ReturnType<typeof chrome.runtime.connect> | null} */
let watched = null;

/** When the background that `watchBackground` connected to has stopped. @type {number | null} */
let stoppedAt = null;

/** By name; the control server sees to the types of what goes in and out. @type {Record<string, (...input: any[]) => unknown>} */
const commands = {
	open,
	ask,
	press,
	read,
	savedText,
	// A browser that was started before does not wait for policies.
	seed: (items) => chrome.storage.local.set({ hadPolicies: false, ...items }),
	watchBackground() {
		stoppedAt = null;
		watched = chrome.runtime.connect({ name: 'lockchat' });
		watched.onDisconnect.addListener(() => {
			stoppedAt = Date.now();
		});
	},
	backgroundStoppedAt: () => stoppedAt,
	async countPanels() {
		const { SIDE_PANEL } = chrome.runtime.ContextType;
		return (await chrome.runtime.getContexts({ contextTypes: [SIDE_PANEL] })).length;
	},
	async countTabs() {
		const { TAB } = chrome.runtime.ContextType;
		return (await chrome.runtime.getContexts({ contextTypes: [TAB] })).length;
	},
	reloadExtension() {
		// Only after the reply has been sent.
		setTimeout(() => chrome.runtime.reload());
	},
	async front() {
		const tab = await chrome.tabs.getCurrent();
		if (tab?.id !== undefined) await chrome.tabs.update(tab.id, { active: true });
	},
	leave() {
		// Only after the reply has been sent, as above.
		setTimeout(async () => {
			const tab = await chrome.tabs.getCurrent();
			if (tab?.id !== undefined) await chrome.tabs.remove(tab.id);
		});
	},
};

/** @param {{ command: string, input: unknown[] }} call */
async function carryOut({ command, input }) {
	try {
		const carry = commands[command];
		if (!carry) throw new Error(`The driver knows no ${command}.`);
		return { output: (await carry(...input)) ?? null };
	} catch (error) {
		return { error: String(error) };
	}
}

// The answers to these requests say what to do, since a debugger would keep the background alive.
let last = '';
for (;;) {
	const response = await fetch(`${control}/next?driver=${name}`, {
		method: 'POST',
		body: last,
	});
	last = JSON.stringify(await carryOut(await response.json()));
}
