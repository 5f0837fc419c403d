// @ts-check

/**
 * One line of the table.
 * @typedef {object} Row
 * @property {string} what
 * @property {string} figure what was measured, with its unit
 * @property {string} target
 * @property {boolean} isMet
 */

/** @param {readonly Row[]} rows as Markdown, so that docs/performance.md can hold it as it is */
export function toTable(rows) {
	const lines = rows.map(
		({ what, figure, target, isMet }) => `| ${what} | ${figure} | ${target} | ${isMet ? 'yes' : '**no**'} |`,
	);
	return ['| What | Measured | Target | Met |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

/** @param {number} value */
export const ms = (value) => `${value.toFixed(1)} ms`;
/** @param {number} value */
export const times = (value) => `${value.toFixed(2)} ×`;
/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** @param {number} value */
export const pixels = (value) => `${value.toFixed(1)} px`;
/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** @param {number} value */
export const count = (value) => value.toLocaleString('en');
/** @param {number} value */
export const exponentText = (value) => value.toFixed(2);

/** A figure that must not be over its target. @param {string} what @param {number} value @param {{ target: number, show: (value: number) => string, beside?: string }} options @returns {Row} */
export function atMost(what, value, { target, show, beside = '' }) {
	return { what, figure: show(value) + beside, target: `≤ ${show(target)}`, isMet: value <= target };
}
