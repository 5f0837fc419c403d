import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { locale } from '../../utils/platform/texts.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { ReloadNotice } from './reload-notice.tsx';

/** Draws a page of the extension into its `#root`, in the language of its texts. */
export function mountPage(page: ReactNode): void {
	const root = document.getElementById('root');
	if (!root) throw new Error('The page has no #root to be drawn into.');
	document.documentElement.lang = locale;
	createRoot(root).render(
		<StrictMode>
			<ErrorBoundary fallback={<ReloadNotice />}>{page}</ErrorBoundary>
		</StrictMode>,
	);
}
