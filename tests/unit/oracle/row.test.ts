import { describe, expect, it } from 'vitest';
import { expectRow, type Row } from './row.ts';

const seen = { ours: '"Hi" → stop', openai: '"Hi" → stop', aiSdk: '"Hi" → stop' };
const differing = { ...seen, openai: '→ stop' };
const why = 'The words stand in another field.';

describe('a row of the tables', () => {
	it.each<[string, Row, typeof seen]>([
		['all make the same', { all: seen.ours }, seen],
		['one differs, for a reason', { ours: seen.ours, openai: '→ stop', why }, differing],
	])('holds where %s', (_, row, made) => {
		expect(() => expectRow(row, made)).not.toThrow();
	});

	it.each<[string, Row, typeof seen]>([
		['one differs', { all: seen.ours }, differing],
		['one differs in another way', { ours: seen.ours, openai: '→ length', why }, differing],
		['the reason is empty', { ours: seen.ours, openai: '→ stop', why: ' ' }, differing],
		['none differs any more', { ours: seen.ours, openai: '→ stop', why }, seen],
		['a reason is given and none differs', { ours: seen.ours, why }, seen],
	])('fails where %s', (_, row, made) => {
		expect(() => expectRow(row, made)).toThrow();
	});
});
