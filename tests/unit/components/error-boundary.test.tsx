// @vitest-environment happy-dom
import './fake-texts.ts';

import { lazy, Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../components/ui/error-boundary.tsx';
import { renderChat } from './render-chat.tsx';

it('draws something else in the place of a part that is gone from the disk, and keeps the rest (case 68)', async () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const Gone = lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
	const { root } = await renderChat(
		<>
			<p>the rest</p>
			<ErrorBoundary fallback={<p>plain</p>}>
				<Suspense>
					<Gone />
				</Suspense>
			</ErrorBoundary>
		</>,
	);
	await vi.waitFor(() => expect(root.textContent).toBe('the restplain'));
	expect(told).toHaveBeenCalled();
});
