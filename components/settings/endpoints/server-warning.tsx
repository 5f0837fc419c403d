import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';
import { PRESETS } from '../../../utils/settings/presets.ts';
import { Notice } from '../../ui/notice.tsx';
import { useSettings } from '../draft/settings-context.ts';
import type { ConnectionClient } from '../draft/test-connection.ts';

type Reach = 'probing' | 'answers' | 'silent' | 'unknown';

const REACH_TEXTS: Record<Reach, () => string> = {
	probing: () => i18n.t('settings.probing'),
	answers: () => i18n.t('settings.answersNow'),
	silent: () => i18n.t('settings.silentNow'),
	unknown: () => i18n.t('settings.unknownNow'),
};

async function reachOf(client: ConnectionClient, url: string): Promise<Reach> {
	const result = await client.listModels(serverAt(url));
	if (result.ok) return 'answers';
	const { code, status } = result.failure;
	if (code === 'permission-needed') return 'unknown';
	// A server may answer questions even if it has no list of models. A gateway that reaches no server does not.
	return status !== undefined && status < 500 ? 'answers' : 'silent';
}

/** Shows whether the public host answers at this moment; it is not always there. */
function PublicHostReach({ url }: { url: string }) {
	const { client } = useSettings();
	const [reach, setReach] = useState<Reach>('probing');
	useEffect(() => {
		let isGone = false;
		setReach('probing');
		void reachOf(client, url).then((found) => !isGone && setReach(found));
		return () => {
			isGone = true;
		};
	}, [client, url]);
	return <> {REACH_TEXTS[reach]()}</>;
}

/** Warns of what the user should know about a server on the internet before writing to it. */
export function ServerWarning({ url: typed }: { url: string }) {
	const parsed = parseServerUrl(typed);
	if (!parsed.ok) return null;
	const { protocol, host } = new URL(parsed.url);
	if (protocol === 'https:' || whereTo(serverAt(parsed.url))?.place !== 'public') return null;
	const publicHost = PRESETS.find((preset) => preset.place === 'public' && new URL(preset.url).host === host);
	return (
		<Notice look="warning">
			{i18n.t('settings.unencrypted', { host })}
			{publicHost && ` ${i18n.t(`preset.${publicHost.id}.note`)}`}
			{publicHost && <PublicHostReach url={publicHost.url} />}
		</Notice>
	);
}
