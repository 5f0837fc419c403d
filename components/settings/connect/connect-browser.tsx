import { DownloadProgress } from '../browser-model/download-progress.tsx';
import { ConnectProgress } from './connect-progress.tsx';
import type { BrowserModelConnection } from './use-browser-model.ts';

/** Shows how far the connection to the browser's own model has come. */
export function ConnectBrowser({
	connection: { connect, refusal, download },
	onCancel,
}: {
	connection: BrowserModelConnection;
	onCancel: () => void;
}) {
	if (refusal !== null) return <ConnectProgress state={{ type: 'not-stored', detail: refusal }} />;
	return <DownloadProgress state={download.state} onCancel={onCancel} onRetry={() => void connect()} />;
}
