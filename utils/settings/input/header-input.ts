import { isHeaderName, isHeaderValue } from '../../lockchat/address/endpoint-access.ts';

/** One row of the headers in a server's form, as typed. */
export interface HeaderInput {
	/** Tells this row from the others in the form. */
	id: string;
	name: string;
	value: string;
}

export type HeaderNameProblem = 'header-name' | 'header-forbidden' | 'header-twice';
export type HeaderValueProblem = 'header-value' | 'header-empty';

/**
 * Headers that cannot be set: those that browsers set themselves and let no one else set ("forbidden request-headers"
 * of the Fetch standard), and those that belong to the body that the client writes.
 */
const FORBIDDEN =
	/^(accept-(charset|encoding)|access-control-request-.+|connection|content-(length|type)|cookie2?|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|x-http-method(-override)?|x-method-override|(proxy|sec)-.*)$/i;

/** Whether nothing was typed in a row. Such a row is not stored. */
export function isBlankHeader({ name, value }: HeaderInput): boolean {
	return name.trim() === '' && value.trim() === '';
}

export function headerNameProblem(
	row: HeaderInput,
	rows: readonly HeaderInput[],
): HeaderNameProblem | undefined {
	if (isBlankHeader(row)) return undefined;
	const name = row.name.trim();
	if (!isHeaderName(name)) return 'header-name';
	if (FORBIDDEN.test(name)) return 'header-forbidden';
	const first = rows.find((other) => other.name.trim().toLowerCase() === name.toLowerCase());
	return first !== row ? 'header-twice' : undefined;
}

/**
 * What is wrong with the value of a header; undefined where nothing is.
 * @param stored the headers as they are stored. A header in it without a value was forgotten when the browser closed.
 */
export function headerValueProblem(
	row: HeaderInput,
	stored: Readonly<Record<string, string>> = {},
): HeaderValueProblem | undefined {
	const name = row.name.trim();
	const value = row.value.trim();
	if (!isHeaderValue(value)) return 'header-value';
	const isForgotten = Object.hasOwn(stored, name) && stored[name] === '';
	return value === '' && !isBlankHeader(row) && !isForgotten ? 'header-empty' : undefined;
}
