import { locale } from '../../utils/platform/texts.ts';
import { joinClasses } from './join-classes.ts';

const percent = new Intl.NumberFormat(locale, { style: 'percent' });

interface ProgressBarProps {
	/** What goes on; it is told as a status too. */
	label: string;
	/** From 0 to 1; null while it is not known. */
	share: number | null;
	/** False where another status region says what goes on. */
	isStatus?: boolean;
}

/** How far something is that takes long. */
export function ProgressBar({ label, share, isStatus = true }: ProgressBarProps) {
	const text = share === null ? null : percent.format(share);
	return (
		<>
			<div className="flex w-full justify-between gap-2">
				<p {...(isStatus && { role: 'status' })}>{label}</p>
				{/* The bar tells it: a status would be read out at each step. */}
				<span aria-hidden="true" className="tabular-nums">
					{text}
				</span>
			</div>
			<div
				role="progressbar"
				aria-label={label}
				aria-valuetext={text ?? label}
				className="h-2 w-full overflow-hidden rounded-full bg-surface-2 forced-colors:border"
				{...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
			>
				<div
					className={joinClasses(
						'h-full bg-accent forced-colors:bg-[Highlight]',
						share === null && 'animate-pulse opacity-50',
					)}
					style={{ width: share === null ? '100%' : `${share * 100}%` }}
				/>
			</div>
		</>
	);
}
