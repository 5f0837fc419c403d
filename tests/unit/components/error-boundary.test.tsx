// @vitest-environment happy-dom
import './fake-texts.ts';

import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lazy, Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from '../../../components/ui/error-boundary.tsx';
import { Late } from '../../../components/ui/late.tsx';
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

it('guards every part that is loaded late, so that one that is gone never takes the window along (case 68)', async () => {
	const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const Gone = lazy(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')));
	const { root } = await renderChat(
		<>
			<p>the rest</p>
			<Late until={<p> comes</p>} otherwise={<p> is gone</p>}>
				<Gone />
			</Late>
			<Late>
				<Gone />
			</Late>
		</>,
	);
	await vi.waitFor(() => expect(root.textContent).toBe('the rest is gone'));
	expect(told).toHaveBeenCalled();

	const folder = resolve(import.meta.dirname, '../../../components');
	const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tsx'));
	const unguarded: string[] = [];
	for (const name of files)
		if ((await readFile(resolve(folder, name), 'utf8')).includes('<Suspense')) unguarded.push(name);
	expect(unguarded).toEqual(['ui/late.tsx']);
});
