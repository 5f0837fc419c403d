import { estimateTokens } from '../../../utils/chat/estimate-tokens.ts';
import type { Target } from '../../../utils/chat/target.ts';
import type { ActionQuestion } from '../../../utils/settings/actions/action-question.ts';
import type { Action } from '../../../utils/settings/actions/actions.ts';
import { readContextLimit } from '../../../utils/settings/context-limits.ts';
import { readManaged } from '../../../utils/settings/managed.ts';
import { MAX_QUESTION_LENGTH } from '../message/question-keys.ts';
import type { ChatServices } from '../services/chat-services.ts';
import { type Targets, targetOf } from '../services/targets.ts';
import { replaceText } from './use-typed-query.ts';

interface Deed {
	action: Pick<Action, 'isAtOnce' | 'endpointId' | 'model'>;
	question: ActionQuestion;
	box: HTMLTextAreaElement | null;
	/** The place in the text box where the action was chosen by a slash; null where that was outside of the window. */
	at: number | null;
}

/** The action's own model, as far as it is there and an organization leaves the choice; null for that of any new chat. */
async function ownTarget(
	{ endpointId, model }: Deed['action'],
	targets: Targets,
): Promise<Pick<Target, 'endpointId' | 'model'> | null> {
	if (endpointId === undefined || model === undefined) return null;
	if (!targets.endpoints.some(({ id }) => id === endpointId)) return null;
	const { preferences } = await readManaged();
	const isLocked = 'defaultEndpointId' in preferences || 'defaultModel' in preferences;
	return isLocked ? null : { endpointId, model };
}

/**
 * Whether an attached page or file is more than the model reads at once. Then nothing is asked by itself: its chip says
 * so, and the user chooses what becomes of it.
 */
async function isTooMuch(
	{ targets }: Pick<ChatServices, 'targets'>,
	{ endpointId, model }: Partial<Target>,
	attachments: ActionQuestion['attachments'],
): Promise<boolean> {
	const endpoint = targets.getState()?.endpoints.find(({ id }) => id === endpointId);
	const limit = endpoint && model !== undefined ? await readContextLimit(endpoint, model) : null;
	return (
		limit !== null &&
		attachments.some(
			(part) => (part.type === 'page' || part.type === 'file') && estimateTokens(part.text) > limit,
		)
	);
}

/**
 * Asks what an action asks, or puts it into the composer. By a slash that is in the chat that is shown, behind what is
 * written there; what was chosen outside of the window is asked in a new chat. An action with a model of its own begins a
 * new chat in any case, as a chat keeps the model that its user has chosen for it.
 */
export async function carryOut(services: ChatServices, { action, question, box, at }: Deed): Promise<void> {
	const { session, composer, targets } = services;
	const { text, attachments } = question;
	const settings = await targets.ready;
	const { chatId, isTemporary, runningAnswerId } = session.getState();
	// Another chat would be the end of a temporary one.
	const staysHere = isTemporary && chatId !== null;
	const own = staysHere ? null : await ownTarget(action, targets.getState() ?? settings);
	const target = targetOf(null, targets.getState() ?? settings);
	const isOnlyOne = at === null || box?.value.trim() === '';
	const asksAtOnce =
		action.isAtOnce &&
		isOnlyOne &&
		text.length <= MAX_QUESTION_LENGTH &&
		!(await isTooMuch(services, { ...target, ...own }, attachments));

	if (at !== null && own === null) {
		composer.attach(...attachments);
		const place = Math.min(at, box?.value.length ?? 0);
		// Where there was no room for the text, nothing is asked.
		if (box && text !== '' && !replaceText(box, [place, place], text)) return;
		if (asksAtOnce) box?.form?.requestSubmit();
		return;
	}
	if (asksAtOnce && target) {
		// What is asked while a temporary chat is shown is not kept either.
		if (!staysHere) session.startNew(isTemporary);
		if (staysHere && runningAnswerId !== null) session.askLater(text, attachments);
		else session.ask(text, { ...target, ...own }, attachments);
		return;
	}
	if (own) {
		session.startNew(isTemporary);
		targets.setNext(own);
	}
	composer.add(text, attachments);
}
