import { describe, expect, it, vi } from 'vitest';
import { codeByWords } from '../../../utils/lockchat/errors/code-by-words.ts';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import { loadWords } from '../../../utils/lockchat/words/load-words.ts';
import { packWords, unpackWords } from '../../../utils/lockchat/words/packed-words.ts';
import { SERVER_WORDS } from '../../../utils/lockchat/words/server-words.ts';

vi.mock('../../../utils/lockchat/words/load-words.ts', { spy: true });

const complaint = { message: 'You are out of credits.', labels: [] };

/** How the list of models fails with a server that says so. */
async function failureOf(status: number): Promise<LockchatError> {
	const answer = async () => Response.json({ error: complaint }, { status });
	const failure = await listModels({ endpoint: { url: 'http://models.test/v1' } }, { fetch: answer }).catch(
		(error: unknown) => error,
	);
	if (!(failure instanceof LockchatError)) throw new Error('The request did not fail.');
	return failure;
}

describe('the words of servers', () => {
	it('come out of their file as they went in', () => {
		const unpacked = unpackWords(packWords(SERVER_WORDS));
		expect(unpacked).toEqual(SERVER_WORDS);
		expect(unpacked.meanings.map(([code]) => code)).toEqual(SERVER_WORDS.meanings.map(([code]) => code));
		expect(unpacked.refusal.test('NOT SUPPORTED')).toBe(true);
	});

	it('are not packed where case would count: they would be unpacked otherwise', () => {
		expect(() => packWords({ ...SERVER_WORDS, loading: /loading/ })).toThrow('/loading/');
	});

	it('are read with a request, and not before; a request is told by its status while they cannot be read', async () => {
		const load = vi.mocked(loadWords);
		const log = vi.spyOn(console, 'error').mockReturnValue();
		expect(load).not.toHaveBeenCalled();
		expect(codeByWords(complaint)).toBeNull();

		load.mockRejectedValueOnce(new Error('The disk is gone.'));
		expect(await failureOf(400)).toMatchObject({ code: 'bad-request', detail: complaint.message });
		expect(log).toHaveBeenCalledOnce();

		expect(await failureOf(400)).toMatchObject({ code: 'payment-needed', detail: complaint.message });
		expect(await failureOf(400)).toMatchObject({ code: 'payment-needed' });
		expect(load).toHaveBeenCalledTimes(2);
		expect(log).toHaveBeenCalledOnce();
	});
});
