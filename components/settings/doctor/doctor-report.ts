import { ownSecrets } from '../../../utils/settings/input/shown-address.ts';
import type { Diagnosis, Step } from './diagnosis.ts';
import type { Patient } from './examine.ts';

/** What a report says besides the steps. */
export interface ReportFrame {
	version: string;
	/** The browser's own name of itself. */
	browser: string;
	patient: Pick<Patient, 'endpoint' | 'apiKey'>;
}

/** The shortest word of a header's value that is hidden. Shorter ones are no secret by themselves. */
const SHORTEST_WORD = 4;
const MASK = '•••';
/** What looks like a key, wherever it stands: a known beginning, or many letters and digits in one piece. */
const KEY_LIKE = /\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w-]{4,}|\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{24,}/gi;
const BEARER = /\bbearer\s+[^\s"',;]+/gi;

/** The forms in which a text may come back from a server. */
function formsOf(secret: string): string[] {
	const escaped = JSON.stringify(secret).slice(1, -1);
	const form = new URLSearchParams([['', secret]]).toString().slice(1);
	return [secret, encodeURIComponent(secret.toWellFormed()), form, escaped, btoaOf(secret)];
}

function btoaOf(secret: string): string {
	const bytes = new TextEncoder().encode(secret);
	return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

/**
 * Everything secret: the key, the values of headers and the words in them, and what stands behind the `?` of the
 * address.
 */
function secretsOf({ endpoint, apiKey }: ReportFrame['patient']): string[] {
	const values = Object.values(endpoint.headers ?? {});
	const url = URL.parse(endpoint.url);
	const query = [...(url?.searchParams ?? [])].flatMap(([name, value]) =>
		name === 'api-version' ? [] : [value === '' ? name : value],
	);
	const words = values
		.flatMap((value) => value.split(/[\s:;,=]+/))
		.filter(({ length }) => length >= SHORTEST_WORD);
	const known = [
		apiKey,
		...values,
		...words,
		...query,
		...ownSecrets(endpoint.url, endpoint.parameters?.extra),
	];
	const rawQuery = url ? [url.search.slice(1), url.username, url.password] : [];
	const secrets = [...known, ...rawQuery].map((secret) => secret.trim()).filter((secret) => secret !== '');
	const forms = [...new Set(secrets.flatMap(formsOf))];
	// The longest come first, since a secret may be part of another.
	return forms.filter((form) => form !== '').sort((one, other) => other.length - one.length);
}

/** Hides a secret in a text, in upper or lower case: a server that repeats it, or a host's name, may have changed that. */
function hide(text: string, secret: string): string {
	const pattern = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return text.replace(new RegExp(pattern, 'gi'), MASK);
}

function createMask(patient: ReportFrame['patient']): (text: string) => string {
	const secrets = secretsOf(patient);
	return (text) => {
		const masked = secrets.reduce(hide, text);
		return masked.replace(BEARER, `Bearer ${MASK}`).replace(KEY_LIKE, MASK);
	};
}

/** One step in one line: codes and the server's words, which are the same in every language. */
function stepLine(step: Step, index: number, mask: (text: string) => string): string {
	const said = [
		step.state,
		...(step.ms === undefined ? [] : [`${step.ms} ms`]),
		...(step.state === 'skipped' ? [step.reason] : []),
		...(step.state === 'ok' && step.note ? [step.note] : []),
		...(step.state === 'failed' ? problemOf(step.problem, mask) : []),
	];
	return `${index + 1}. ${step.id}: ${said.join(', ')}`;
}

function problemOf(
	problem: Extract<Step, { state: 'failed' }>['problem'],
	mask: (text: string) => string,
): string[] {
	return [
		problem.code,
		...('problem' in problem ? [problem.problem] : []),
		...('status' in problem ? [`HTTP ${problem.status}`] : []),
		...('detail' in problem && problem.detail !== undefined ? [JSON.stringify(mask(problem.detail))] : []),
	];
}

/**
 * The report for whoever helps: plain text, one line for each step. It holds neither the key nor a header's value nor
 * what stands behind the `?` of the address, even if the server has repeated them.
 */
export function doctorReport({ steps, model }: Diagnosis, frame: ReportFrame): string {
	const { endpoint, apiKey } = frame.patient;
	const mask = createMask(frame.patient);
	const url = URL.parse(endpoint.url);
	const place = url ? `${url.protocol}//${url.host}${url.pathname}` : 'no address';
	const headers = Object.keys(endpoint.headers ?? {}).length;
	return [
		`Lockchat ${frame.version}`,
		`Browser: ${frame.browser}`,
		`Server: ${mask(place)}`,
		`Model: ${mask(model)}`,
		`Key: ${apiKey === '' ? 'no' : 'yes'}; own headers: ${headers}`,
		...steps.map((step, index) => stepLine(step, index, mask)),
	].join('\n');
}
