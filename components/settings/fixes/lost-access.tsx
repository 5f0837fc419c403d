import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { originPattern, requestPatterns, watchPermissions } from '../../../utils/platform/permissions.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { originsWithoutAccess } from './give-back.ts';

/** Tells of servers to which there is no access any more since that to pages was given back, and asks for it again. */
export function LostAccess({ origins }: { origins: readonly string[] }) {
	const [missing, setMissing] = useState(origins);
	const [isAnswered, setIsAnswered] = useState(false);
	const notice = useRef<HTMLDivElement>(null);
	useEffect(
		() => watchPermissions(() => void originsWithoutAccess(origins).then(setMissing, console.error)),
		[origins],
	);
	const isBack = missing.length === 0;
	const hostsOf = (some: readonly string[]) =>
		[...new Set(some.map((origin) => new URL(origin).hostname))].join(', ');
	// The button goes away, and the focus must not go with it.
	useEffect(() => {
		if (isBack && isAnswered) notice.current?.focus();
	}, [isBack, isAnswered]);

	/** Right in the click, as browsers ask no later. */
	function allow(): void {
		requestPatterns(missing.map(originPattern)).then(setIsAnswered, console.error);
	}

	return (
		<Notice
			ref={notice}
			tabIndex={-1}
			role="alert"
			look={isBack ? 'info' : 'warning'}
			actions={
				isBack ? undefined : (
					<Button size="sm" onClick={allow}>
						{i18n.t('bar.allow')}
					</Button>
				)
			}
		>
			{isBack
				? i18n.t('bar.regained', { hosts: hostsOf(origins) })
				: i18n.t('bar.lost', { hosts: hostsOf(missing) })}
		</Notice>
	);
}
