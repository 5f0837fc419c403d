import { loadStore } from '../../components/chat/services/preload.ts';
import { SettingsPage } from '../../components/settings/page/settings-page.tsx';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { createRunClient } from '../../utils/run/window/run-client.ts';

// The settings take no selections, so it does not matter which browser window they stand in.
mountPage(<SettingsPage client={createRunClient(Promise.resolve(null))} loadStore={loadStore} />);
