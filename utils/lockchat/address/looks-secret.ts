/** Words in the name of a field or a parameter that hold a secret, whatever its value. */
const CERTAIN =
	/(?:^|_)(?:api_?key|apikey|secret|password|passwd|passphrase|authorization|credentials?)(?:_|$)/;
/** The same, unless the value cannot be one: `eos_token` is `</s>`. */
const LIKELY = /(?:^|_)(?:key|token|auth|sig|signature|jwt|session|code)(?:_|$)/;
const LIKELY_VALUE = /^(?=.*\d|.{16})[^\s<>|]{4,}$/;
/** How the keys of services begin, and signed tokens. */
const VALUE =
	/^(?:bearer\s+\S+|(?:sk|pk|rk|gsk|xai|hf|key|ghp|nvapi|csk|pplx)[-_][\w-]{4,}|AIza[\w-]{20,}|eyJ[\w-]+\.[\w-]+\..*)$/i;

/** Whether a value is a secret by its looks, or by its name: of a parameter of an address, or of a field of JSON. */
export function looksSecret(name: string, value: string): boolean {
	if (value === '') return false;
	const words = name
		.replace(/([a-z])(?=[A-Z])/g, '$1_')
		.replace(/[^a-z]+/gi, '_')
		.toLowerCase();
	return CERTAIN.test(words) || (LIKELY.test(words) && LIKELY_VALUE.test(value)) || VALUE.test(value);
}

/** The parameters of an address, whose names may be missing. */
const PARAMETER = /([?&])([^=&#]*)(=?)([^&#]*)/g;

function decoded(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}

/** The address with what `replace` makes of each secret in its query; everything else stays as it is written. */
export function replaceInQuery(address: string, replace: (name: string, value: string) => string): string {
	const start = address.indexOf('?');
	if (start === -1) return address;
	const query = address.slice(start).replace(PARAMETER, (whole, mark, name, sign, value) => {
		const [key, secret] = sign === '' ? ['', decoded(name)] : [decoded(name), decoded(value)];
		if (!looksSecret(key, secret)) return whole;
		return mark + (sign === '' ? '' : name + sign) + replace(key, secret);
	});
	return address.slice(0, start) + query;
}

/** JSON with what `replace` makes of each text in it that is a secret. */
export function replaceInJson(
	value: unknown,
	replace: (name: string, value: string) => unknown,
	name = '',
): unknown {
	if (typeof value === 'string') return looksSecret(name, value) ? replace(name, value) : value;
	if (Array.isArray(value)) return value.map((item) => replaceInJson(item, replace, name));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, replaceInJson(inner, replace, key)]),
	);
}

/** All secrets in an address's query and in the parameters that a server has of its own. */
export function secretsIn(address: string, extra: unknown): string[] {
	const found: string[] = [];
	const note = (_name: string, value: string): string => {
		found.push(value);
		return value;
	};
	replaceInQuery(address, note);
	replaceInJson(extra, note);
	return found;
}
