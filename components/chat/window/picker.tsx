import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface PickerProps {
	label: string;
	title: string;
	value: string;
	onPick: (value: string) => void;
	isQuiet?: boolean;
	/** The options. */
	children: ReactNode;
}

/** A choice in the header: no wider than what is chosen. */
export function Picker({ label, title, value, onPick, isQuiet = false, children }: PickerProps) {
	return (
		<div className={isQuiet ? 'relative shrink-0' : 'relative min-w-0'}>
			<select
				aria-label={label}
				title={title}
				value={value}
				onChange={(event) => onPick(event.target.value)}
				className={`field-sizing-content h-8 max-w-full appearance-none truncate rounded-md bg-transparent ps-2 pe-7 hover:bg-surface-2 forced-colors:border ${isQuiet ? 'text-sm text-muted' : 'font-medium'}`}
			>
				{children}
			</select>
			<ChevronDown
				size={14}
				aria-hidden="true"
				className="pointer-events-none absolute end-2 top-2.25 text-muted"
			/>
		</div>
	);
}
