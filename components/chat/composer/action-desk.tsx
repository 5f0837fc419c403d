import { lazy, type RefObject, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { actionQuestion, missingVariables } from '../../../utils/settings/actions/action-question.ts';
import { type Action, actions, offeredActions } from '../../../utils/settings/actions/actions.ts';
import { readTyped } from '../../../utils/settings/actions/typed-action.ts';
import { useOfferedActions } from '../../actions/use-actions.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { type FoundMaterial, findMaterial, type UsedOn } from '../attach/find-material.ts';
import { type ChatServices, useChatServices } from '../services/chat-services.ts';
import { ActionMenu } from './action-menu.tsx';
import { carryOut } from './carry-out.ts';
import { insertFor } from './use-typed-query.ts';

const FillDialog = lazy(async () => ({
	default: (await import('../../actions/fill-dialog.tsx')).FillDialog,
}));

type Requested = NonNullable<ReturnType<ChatServices['acting']['get']>>;

/** An action that was begun. */
interface Begun {
	action: Action;
	found: FoundMaterial;
	/** The place in the text box where it was chosen by a slash; null where that was outside of the window. */
	at: number | null;
	/** What the user has to be asked for. */
	missing: string[];
}

/**
 * Carries out the user's actions: those chosen by a slash in the text box, and those chosen in a page's menu or in the
 * address bar. It is loaded with the first of them.
 */
export function ActionDesk({ box }: { box: RefObject<HTMLTextAreaElement | null> }) {
	const services = useChatServices();
	const { acting } = services;
	const offered = useOfferedActions();
	const requested = useSyncExternalStore(acting.subscribe, acting.get);
	const [asking, setAsking] = useState<Begun | null>(null);

	async function finish({ action, found, at }: Begun, typed?: ReadonlyMap<string, string>): Promise<void> {
		const question = actionQuestion(action.text, found.material, typed);
		const { unreadTabId } = found;
		const isAtOnce = action.isAtOnce && unreadTabId === null;
		await carryOut(services, { action: { ...action, isAtOnce }, question, box: box.current, at });
		if (unreadTabId !== null) services.composer.want({ type: 'tab', tabId: unreadTabId });
	}

	async function begin(action: Action, at: number | null, used: UsedOn | null): Promise<void> {
		const found = await findMaterial(action.text, used);
		const missing = missingVariables(action.text, found.material).filter(
			(name) => name !== 'selection' || found.unreadTabId === null,
		);
		const begun = { action, found, at, missing };
		if (missing.length > 0) setAsking(begun);
		else await finish(begun);
	}

	const take = useEffectEvent(async (request: Requested) => {
		const all = offeredActions(await actions.getValue());
		if ('typed' in request) {
			const { action, input } = readTyped(request.typed, all);
			const question = { text: input, attachments: [] };
			if (action) await begin(action, null, { ...(input !== '' && { input }) });
			else if (input === '') services.composer.focus();
			else await carryOut(services, { action: { isAtOnce: true }, question, box: box.current, at: null });
			return;
		}
		const action = all.find(({ id }) => id === request.actionId);
		if (action) await begin(action, null, request);
		// It was deleted, and the menu not yet made anew: what it was used on is not lost.
		else if (request.on) services.composer.attach(request.on);
	});

	useEffect(() => {
		if (!requested) return;
		acting.set(null);
		void take(requested);
	}, [acting, requested]);

	return (
		<>
			{offered && (
				<ActionMenu
					box={box}
					offered={offered}
					onChosen={(action, typed) => {
						// At once: Enter, pressed again while the material is found, must not send what is left of it.
						if (box.current) insertFor(box.current, typed, '');
						void begin(action, typed.start, null);
					}}
				/>
			)}
			{asking && (
				<Late otherwise={<ReloadNotice />}>
					<FillDialog
						action={asking.action}
						names={asking.missing}
						getFinalFocus={() => box.current}
						onCancel={() => setAsking(null)}
						onFilled={(typed) => {
							setAsking(null);
							// The dialog gives the focus back first.
							setTimeout(() => void finish(asking, typed));
						}}
					/>
				</Late>
			)}
		</>
	);
}
