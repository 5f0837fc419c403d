import { i18n } from '#i18n';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { forgetModel } from '../draft/save-settings.ts';
import { useSettings } from '../draft/settings-context.ts';

/**
 * What one model was found to need, in words. Quirks that only a newer version knows are counted, since there are no
 * words for them.
 */
function sayQuirks({
	without,
	hasNewLimit,
	isUnstreamed,
	reasoningField,
	foldsSystemPrompt,
	continuesBy,
	dialect,
}: Readonly<Record<string, unknown>>): string {
	const names = Array.isArray(without) ? without.join(', ') : '';
	const said = [
		names !== '' && i18n.t('settings.quirks.without', { names }),
		hasNewLimit === true && i18n.t('settings.quirks.newLimit'),
		isUnstreamed === true && i18n.t('settings.quirks.unstreamed'),
		typeof reasoningField === 'string' && reasoningField !== '' && i18n.t('settings.quirks.reasoning'),
		foldsSystemPrompt === true && i18n.t('settings.quirks.systemPrompt'),
		dialect !== undefined && i18n.t('settings.quirks.dialect'),
		continuesBy !== undefined && i18n.t('settings.quirks.continues'),
	];
	return said.filter(Boolean).join('; ') || i18n.t('settings.quirks.other');
}

/**
 * What this server's models were found to need. The user can have each forgotten. This is stored at once, and does not
 * wait for Save.
 */
export function EndpointQuirks({ stored }: { stored: ServerEndpoint }) {
	const { store } = useSettings();
	const models = Object.entries(stored.quirks ?? {});
	if (models.length === 0) return null;
	return (
		<section aria-label={i18n.t('settings.quirks.title')} className="flex flex-col gap-1">
			<h3 className="font-medium">{i18n.t('settings.quirks.title')}</h3>
			<p className="text-sm text-muted">{i18n.t('settings.quirks.hint')}</p>
			<ul className="flex flex-col gap-1">
				{models.map(([model, quirks]) => (
					<li key={model} className="flex items-center justify-between gap-3">
						<span className="min-w-0 wrap-break-word">
							<span className="font-medium">{model}</span>: {sayQuirks(quirks)}
						</span>
						<Button
							size="sm"
							aria-label={i18n.t('settings.quirks.forgetModel', { model })}
							onClick={() => void forgetModel(store, stored.id, model)}
						>
							{i18n.t('settings.quirks.forget')}
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
