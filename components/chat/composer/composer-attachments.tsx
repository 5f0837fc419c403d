import { Paperclip } from 'lucide-react';
import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { hearDrops } from './hear-drops.ts';

const AttachArea = lazy(async () => ({ default: (await import('../attach/attach-area.tsx')).AttachArea }));

/** What the button "Attach" and what it opens have in common: the button, while its menu is open. */
export interface AttachMenuState {
	button: HTMLElement | null;
	set: (button: HTMLElement | null) => void;
}

export function useAttachMenu(): AttachMenuState {
	const [button, set] = useState<HTMLElement | null>(null);
	return { button, set };
}

/** Shows what will be sent along with the next question. It is loaded when there is anything to show. */
export function ComposerAttachments({ menu }: { menu: AttachMenuState }) {
	const { composer } = useChatServices();
	useEffect(() => hearDrops(composer.want), [composer]);
	const hasAny = useSyncExternalStore(
		composer.subscribe,
		() => composer.getAttachments().length > 0 || composer.getWishes().length > 0,
	);
	// It stays: it knows where pages were taken from.
	const [isLoaded, setIsLoaded] = useState(false);
	const isNeeded = isLoaded || hasAny || menu.button !== null;
	if (isNeeded && !isLoaded) setIsLoaded(true);
	if (!isNeeded) return null;
	return (
		<Late otherwise={<ReloadNotice />}>
			<AttachArea menuButton={menu.button} onMenuClosed={() => menu.set(null)} />
		</Late>
	);
}

export function AttachButton({ menu }: { menu: AttachMenuState }) {
	return (
		<IconButton
			icon={Paperclip}
			label={i18n.t('attach.title')}
			aria-haspopup="menu"
			aria-expanded={menu.button !== null}
			className="-ms-1.5"
			onClick={(event) => menu.set(event.currentTarget)}
		/>
	);
}
