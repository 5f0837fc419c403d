import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { AnyEndpoint } from '../../../utils/providers/endpoint.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** What `utils/settings` stores in `storage.local`, by the names of the items. */
export interface SeededSettings {
	endpoints: readonly (Endpoint | AnyEndpoint)[];
	/** API keys by endpoint id. */
	keys?: Record<string, string>;
	preferences?: Partial<Preferences>;
}

/** An extension page or worker of Playwright's or Puppeteer's. */
interface ExtensionRealm {
	evaluate(write: (settings: SeededSettings) => Promise<void>, settings: SeededSettings): Promise<void>;
}

/** A browser that was started before has remembered that it has no policies, and does not wait for them: see `managed.ts`. */
const STARTED_BEFORE = { hadPolicies: false };

/** Leaves the extension as it is after its first day: with nothing set up, but not new. */
export async function startedBefore(realm: ExtensionRealm): Promise<void> {
	await seedSettings(realm, { endpoints: [] });
}

/** Writes settings as the options page would leave them, and waits until they are stored. */
export async function seedSettings(realm: ExtensionRealm, settings: SeededSettings): Promise<void> {
	await realm.evaluate((items) => chrome.storage.local.set(items), { ...STARTED_BEFORE, ...settings });
}
