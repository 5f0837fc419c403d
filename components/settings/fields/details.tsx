import type { ReactNode } from 'react';
import { i18n } from '#i18n';

/** What only some users want to know, folded. */
export function Details({ children }: { children: ReactNode }) {
	return (
		<details className="w-full text-sm">
			<summary className="w-fit cursor-pointer rounded-sm text-muted hover:text-text">
				{i18n.t('settings.connect.details')}
			</summary>
			<div className="flex flex-col gap-2 pt-2">{children}</div>
		</details>
	);
}
