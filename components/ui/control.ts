/** The look that text boxes and selects share. */
export const CONTROL =
	'w-full rounded-md border border-line bg-bg px-3 text-base text-text placeholder:text-muted disabled:opacity-50 aria-invalid:border-danger';
