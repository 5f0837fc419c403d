import type { CDPSession, Page } from '@playwright/test';

/** A node as Chromium's protocol gives it: closed shadow roots are open to it. */
interface ProtocolNode {
	nodeId: number;
	nodeName: string;
	nodeValue: string;
	attributes?: string[];
	children?: ProtocolNode[];
	shadowRoots?: ProtocolNode[];
	contentDocument?: ProtocolNode;
}

interface Button {
	name: string;
	role: string;
	/** Its middle, in the coordinates of the window; null where it is not drawn. */
	at: { x: number; y: number } | null;
}

interface Look {
	/** Of the toolbar: its corner and size. */
	box: { x: number; y: number; width: number; height: number } | null;
	buttons: Button[];
	/** Whether the user's clicks count already. */
	isReady: boolean;
	nodeId: number;
}

function attributesOf({ attributes = [] }: ProtocolNode): Map<string, string> {
	return new Map(
		attributes.flatMap((name, place) => (place % 2 ? [] : [[name, attributes[place + 1] ?? '']])),
	);
}

function* all(node: ProtocolNode): Generator<ProtocolNode> {
	yield node;
	const { children = [], shadowRoots = [], contentDocument } = node;
	for (const inner of [...children, ...shadowRoots, ...(contentDocument ? [contentDocument] : [])])
		yield* all(inner);
}

const textOf = (node: ProtocolNode): string => [...all(node)].map(({ nodeValue }) => nodeValue).join('');

/** The bar beside a selection in a page of Chromium's, whose shadow root is closed to everything but the protocol. */
export class BarInPage {
	readonly #page: Page;
	#session: CDPSession | null = null;

	constructor(page: Page) {
		this.#page = page;
	}

	async #boxOf(session: CDPSession, nodeId: number) {
		try {
			const { model } = await session.send('DOM.getBoxModel', { nodeId });
			const [x = 0, y = 0] = model.border;
			return { x, y, width: model.width, height: model.height };
		} catch {
			// What is not drawn has no box.
			return null;
		}
	}

	/** The bar as it is now; null where there is none. */
	async look(): Promise<Look | null> {
		this.#session ??= await this.#page.context().newCDPSession(this.#page);
		const session = this.#session;
		const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
		const nodes = [...all(root as ProtocolNode)];
		const place = nodes.find((node) => attributesOf(node).get('class') === 'place');
		const toolbar = nodes.find((node) => attributesOf(node).get('aria-keyshortcuts') === 'Alt+Shift+J');
		if (!place || !toolbar) return null;
		const buttons: Button[] = [];
		for (const node of all(place)) {
			if (node.nodeName !== 'BUTTON') continue;
			const attributes = attributesOf(node);
			const box = await this.#boxOf(session, node.nodeId);
			buttons.push({
				name: attributes.get('aria-label') ?? textOf(node),
				role: attributes.get('role') ?? 'button',
				at: box && { x: box.x + box.width / 2, y: box.y + box.height / 2 },
			});
		}
		const box = await this.#boxOf(session, toolbar.nodeId);
		return { box, buttons, isReady: !attributesOf(place).has('inert'), nodeId: toolbar.nodeId };
	}

	/** The names of the buttons that are drawn; null where there is no bar. */
	async names(): Promise<string[] | null> {
		const look = await this.look();
		return look?.buttons.flatMap(({ name, at }) => (at ? [name] : [])) ?? null;
	}

	/** Waits until the bar takes clicks. */
	async untilReady(): Promise<Look> {
		for (;;) {
			const look = await this.look();
			if (look?.isReady) return look;
			await this.#page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
		}
	}

	/** Presses a button as a person does, when it takes clicks. */
	async click(name: string): Promise<void> {
		const { buttons } = await this.untilReady();
		const at = buttons.find((button) => button.name === name)?.at;
		if (!at) throw new Error(`There is no button “${name}” in the bar.`);
		await this.#page.mouse.click(at.x, at.y);
	}

	/** The name of what has the focus, as assistive technology is told it. */
	async focused(): Promise<string | undefined> {
		this.#session ??= await this.#page.context().newCDPSession(this.#page);
		const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
		const isFocused = ({ name, value }: { name: string; value: { value?: unknown } }) =>
			name === 'focused' && value.value === true;
		const found = nodes.filter(({ properties = [] }) => properties.some(isFocused));
		return found.map(({ name }) => String(name?.value ?? '')).at(-1);
	}
}

/** Selects all text of an element with the pointer, as a person does: from its first character behind its last. */
export async function selectByPointer(page: Page, selector: string): Promise<void> {
	const { from, to } = await page.locator(selector).evaluate((element) => {
		const range = new Range();
		range.selectNodeContents(element);
		const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
		const [first, last] = [rects[0], rects.at(-1)];
		if (!first || !last) throw new Error('There is no text to select.');
		return {
			from: { x: first.left + 1, y: first.top + first.height / 2 },
			to: { x: last.right - 1, y: last.top + last.height / 2 },
		};
	});
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 });
	await page.mouse.move(to.x, to.y, { steps: 3 });
	await page.mouse.up();
}
