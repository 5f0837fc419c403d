import type { ChatServices } from './chat-services.ts';
import { targetOf } from './targets.ts';

/**
 * Takes the selection that was asked about in the page's menu, if one waits: asked at once in a new chat where the
 * menu item says what, else attached to the question the user writes.
 */
export async function takeSelection({ client, session, composer, targets }: ChatServices): Promise<void> {
	const selection = await client.takeSelection();
	if (!selection) return;
	const { quote, instruction } = selection;
	const target = targetOf(null, await targets.ready);
	if (instruction === null || !target) {
		composer.attach(quote);
		if (instruction !== null) composer.suggest(instruction);
		composer.focus();
		return;
	}
	session.startNew();
	session.ask(instruction, target, [quote]);
}
