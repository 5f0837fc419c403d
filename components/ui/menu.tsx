import { Menu as Base } from '@base-ui/react/menu';
import { Ellipsis, type LucideIcon } from 'lucide-react';
import { type FocusEvent, type Ref, type RefObject, useRef } from 'react';
import { i18n } from '#i18n';
import { BaseUiCsp } from './base-ui-csp.tsx';
import { joinClasses } from './join-classes.ts';

export interface MenuAction {
	label: string;
	icon: LucideIcon;
	/** True if this item deletes something: it is drawn in the colour of danger. */
	isDangerous?: boolean;
	/** True if what the action opens takes the focus, so that it does not go back to the menu's button. */
	takesFocus?: boolean;
	run: () => void;
}

export interface MenuProps {
	actions: readonly MenuAction[];
	/** The button that opens the menu. */
	buttonRef?: Ref<HTMLButtonElement>;
	/** The id of an element that tells what the menu is about: many menus may stand below each other. */
	describedBy?: string;
	/** True for a menu that is loaded by the click that opens it. */
	isOpenAtFirst?: boolean;
	/** The button's name; “More” when left out. */
	label?: string;
	/** The button's size. */
	size?: 'sm' | 'md';
}

/** The items of a menu, in a box of their own beside what they belong to. `chosen` is the one that was chosen last. */
function MenuBox({
	actions,
	chosen,
	anchor,
}: {
	actions: readonly MenuAction[];
	chosen: RefObject<MenuAction | null>;
	anchor?: HTMLElement;
}) {
	const hasBegun = useRef(false);

	/** Without a trigger of its own, the box takes the focus, and no item has it: the keyboard would act on none. */
	function beginAtFirst({ target, currentTarget }: FocusEvent<HTMLElement>): void {
		if (!anchor || hasBegun.current || target !== currentTarget) return;
		hasBegun.current = true;
		currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.focus();
	}

	return (
		<Base.Portal>
			<Base.Positioner
				{...(anchor ? { anchor, side: 'top', align: 'start' } : { align: 'end' })}
				sideOffset={4}
				className="z-10"
			>
				<Base.Popup
					// The menu returns the focus when it has closed, and would take it from what the action has opened.
					finalFocus={() => !chosen.current?.takesFocus && (anchor ?? true)}
					onFocus={beginAtFirst}
					className="min-w-40 rounded-md border border-border bg-bg p-1 shadow-raised outline-none"
				>
					{actions.map((action) => {
						const { label, icon: Icon, isDangerous, run } = action;
						return (
							<Base.Item
								key={label}
								onClick={() => {
									chosen.current = action;
									run();
								}}
								className={joinClasses(
									'flex h-8 cursor-default items-center gap-2.5 rounded-sm px-2.5 outline-none select-none data-highlighted:bg-surface-2 forced-colors:data-highlighted:outline-2',
									isDangerous && 'text-danger',
								)}
							>
								<Icon size={15} aria-hidden="true" />
								{label}
							</Base.Item>
						);
					})}
				</Base.Popup>
			</Base.Positioner>
		</Base.Portal>
	);
}

/** The button "More" and the menu it opens. Load the module that uses it by `import()`, as every part of Base UI. */
export function Menu({
	actions,
	buttonRef,
	describedBy,
	isOpenAtFirst = false,
	label = i18n.t('ui.more'),
	size = 'md',
}: MenuProps) {
	const chosen = useRef<MenuAction>(null);
	return (
		<BaseUiCsp>
			<Base.Root
				modal={false}
				defaultOpen={isOpenAtFirst}
				onOpenChange={(isOpen) => {
					if (isOpen) chosen.current = null;
				}}
			>
				<Base.Trigger
					ref={buttonRef}
					aria-label={label}
					aria-describedby={describedBy}
					title={label}
					className={joinClasses(
						size === 'sm' ? 'size-7' : 'size-8',
						'inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-surface-2 hover:text-text data-popup-open:bg-surface-2',
					)}
				>
					<Ellipsis size={size === 'sm' ? 15 : 17} aria-hidden="true" />
				</Base.Trigger>
				<MenuBox actions={actions} chosen={chosen} />
			</Base.Root>
		</BaseUiCsp>
	);
}

export interface AnchoredMenuProps {
	actions: readonly MenuAction[];
	/** The button that has opened the menu, which was loaded only then. It gets the focus when the menu closes. */
	anchor: HTMLElement;
	onClose: () => void;
}

/** A menu that is open as long as it is mounted, above a button that is drawn elsewhere. */
export function AnchoredMenu({ actions, anchor, onClose }: AnchoredMenuProps) {
	const chosen = useRef<MenuAction>(null);
	return (
		<BaseUiCsp>
			<Base.Root
				open
				modal={false}
				onOpenChange={(isOpen) => {
					if (!isOpen) onClose();
				}}
			>
				<MenuBox actions={actions} chosen={chosen} anchor={anchor} />
			</Base.Root>
		</BaseUiCsp>
	);
}
