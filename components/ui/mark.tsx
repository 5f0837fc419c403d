/** The product's mark: a speech bubble that is a padlock. It is decoration: the product's name is written elsewhere. */
export function Mark({ size = 40 }: { size?: number }) {
	return (
		<svg
			width={size}
			height={size}
			viewBox="0 0 32 32"
			fill="none"
			aria-hidden="true"
			className="text-accent"
		>
			<path d="M10.5 13V9.5a5.5 5.5 0 0 1 11 0V13" stroke="currentColor" strokeWidth="2.75" />
			<path
				d="M9 12.25h14A3.75 3.75 0 0 1 26.75 16v7A3.75 3.75 0 0 1 23 26.75h-8.2l-4.6 3.6c-.5.38-1.2.03-1.2-.6v-3A3.75 3.75 0 0 1 5.25 23v-7A3.75 3.75 0 0 1 9 12.25Z"
				fill="currentColor"
			/>
			<g className="fill-bg">
				<circle cx="11.25" cy="19.5" r="1.6" />
				<circle cx="16" cy="19.5" r="1.6" />
				<circle cx="20.75" cy="19.5" r="1.6" />
			</g>
		</svg>
	);
}
