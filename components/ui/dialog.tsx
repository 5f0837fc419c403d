import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { BaseUiCsp } from './base-ui-csp.tsx';
import { IconButton } from './icon-button.tsx';
import { joinClasses } from './join-classes.ts';
import { isComposing } from './key-of.ts';

export interface DialogProps {
	title: string;
	onClose: () => void;
	children: ReactNode;
	/** Buttons, in a row at the end of the dialog. */
	actions?: ReactNode;
	/** True for what is wanted as large as the window allows, such as a picture. */
	isWide?: boolean;
	/** The element that gets the focus when the dialog opens; the first that can, when left out. */
	getInitialFocus?: () => HTMLElement | null;
	/** The element that gets the focus when the dialog closes; null for the one that had it before. */
	getFinalFocus?: () => HTMLElement | null;
}

/**
 * A modal dialog, open for as long as it is mounted. Load the module that uses it by `import()`: Base UI must not be
 * part of a window's first load.
 */
export function Dialog({
	title,
	onClose,
	children,
	actions,
	isWide = false,
	getInitialFocus,
	getFinalFocus,
}: DialogProps) {
	return (
		<BaseUiCsp>
			<Base.Root
				open
				onOpenChange={(isOpen, details) => {
					// Base UI notices a composition by its events. It does not see the last key of one, which some
					// browsers tell of only after the end.
					if (details.event instanceof KeyboardEvent && isComposing(details.event)) details.cancel();
					else if (!isOpen) onClose();
				}}
			>
				<Base.Portal>
					{/* A dialog above another dialog dims that one, too. */}
					<Base.Backdrop forceRender className="fixed inset-0 bg-shade" />
					<Base.Popup
						initialFocus={getInitialFocus ?? true}
						finalFocus={getFinalFocus ?? true}
						className={joinClasses(
							'fixed inset-2 m-auto flex h-fit max-h-[calc(100dvh-16px)] w-auto flex-col gap-3 rounded-lg border border-border bg-bg p-4 shadow-raised',
							isWide ? 'max-w-240' : 'max-w-110',
						)}
					>
						<div className="flex items-center justify-between gap-3">
							<Base.Title className="min-w-0 text-lg font-semibold">{title}</Base.Title>
							<IconButton icon={X} label={i18n.t('ui.close')} onClick={onClose} />
						</div>
						{children}
						{actions && <div className="flex flex-wrap justify-end gap-2">{actions}</div>}
					</Base.Popup>
				</Base.Portal>
			</Base.Root>
		</BaseUiCsp>
	);
}
