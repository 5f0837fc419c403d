import { i18n } from '#i18n';
import { presetOf } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { endpointOf } from './connect.ts';
import { ConnectProgress } from './connect-progress.tsx';
import { type ConnectCardProps, useConnect } from './use-connect.ts';

/** Connects to the public host. The user reads first what that host is. */
export function ConnectPublic(props: ConnectCardProps) {
	const { state, start } = useConnect(props);
	const preset = presetOf('public_host');

	function submit(): void {
		const parsed = endpointOf(preset, i18n.t('preset.public_host.name'));
		if (parsed.ok) void start({ parsed, isModelGuessed: false });
	}

	return (
		<>
			<Notice look="warning">
				{i18n.t('settings.connect.publicWarning', { host: new URL(preset.url).host })}
			</Notice>
			{state.type === 'idle' && (
				<Button look="primary" className="self-start" onClick={submit}>
					{i18n.t('settings.connect.connect')}
				</Button>
			)}
			<ConnectProgress state={state} />
		</>
	);
}
