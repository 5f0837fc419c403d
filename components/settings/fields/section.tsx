import type { ReactNode } from 'react';

/** A part of the settings page: a heading, a line below it, and a card. */
export function Section({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
	return (
		<section className="flex flex-col gap-3">
			<div>
				<h2 className="text-lg font-semibold">{title}</h2>
				{hint && <p className="text-sm text-muted">{hint}</p>}
			</div>
			{children}
		</section>
	);
}

export const CARD = 'rounded-lg border border-border bg-bg';
