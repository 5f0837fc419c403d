import { describe, expect, it } from 'vitest';
import { serverError } from '../../../utils/lockchat/errors/server-error.ts';
import { createRetryPolicy } from '../../../utils/lockchat/exchange/retry-policy.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';

// A request does so.
await readWords();

const url = new URL('https://example.com/v1/chat/completions');
const complain = (message: string, status: number, more = {}) =>
	serverError({ error: { message, ...more } }, { url, status, secrets: [], retryAfterMs: 1_000 });

const NO_MONEY = [
	'Insufficient balance',
	'You have run out of credits',
	'Your credits have been exhausted.',
	'Your account balance is negative',
	'No credits remaining, please top up your account.',
	'You do not have enough credits',
	'Your account org-1 is suspended, please recharge',
	'该令牌额度已用尽',
	'用户余额为零',
	'Недостаточно средств на балансе',
	'Ihr Guthaben reicht nicht aus',
	'Solde insuffisant',
	'Saldo insuficiente',
	'Crédits insuffisants',
	'残高が不足しています',
	'잔액이 부족합니다',
];
const BUSY = [
	'The model is overloaded',
	'Server is busy, please try again later',
	'Service tier capacity exceeded for this model.',
	'服务器繁忙，请稍后再试',
	'当前线路拥挤',
	'Сервер перегружен',
	'Der Server ist überlastet',
	'Le serveur est surchargé',
	'El servidor está sobrecargado',
	'サーバーが混雑しています',
	'서버가 과부하 상태입니다',
];

describe('case 213: what a status alone does not tell', () => {
	it.each(NO_MONEY)('needs money, whichever the status: %s', (message) => {
		for (const status of [400, 401, 403, 429, 500, 503]) {
			const error = complain(message, status);
			expect(error.code).toBe('payment-needed');
			expect(createRetryPolicy().after(error)).toBeNull();
		}
	});

	it.each(BUSY)('is overloaded, whichever the status: %s', (message) => {
		for (const status of [429, 500, 503, 529]) expect(complain(message, status).code).toBe('overloaded');
	});

	it('needs money by a label alone', () => {
		const more = { type: 'insufficient_quota', code: 'insufficient_quota' };
		expect(complain('You exceeded your current quota.', 429, more).code).toBe('payment-needed');
	});

	it('is a limit with time, where the words name no money', () => {
		for (const message of [
			'You exceeded your current quota, please check your plan and billing details.',
			'Rate limit reached. Add 10 credits to unlock 1000 free model requests per day',
			'Too many requests',
			'请求过于频繁',
		])
			expect(complain(message, 429).code).toBe('rate-limited');
	});

	it('is a refused key or a forbidden model, where the words name no money', () => {
		expect(complain('Incorrect API key provided', 401).code).toBe('unauthorized');
		expect(complain('You are not allowed to use this model', 403).code).toBe('forbidden');
	});
});

const REGION = [
	'Country, region, or territory not supported',
	'unsupported_country_region_territory',
	'User location is not supported for the API use.',
	'This model is not available in your region',
	'Service unavailable in your country',
	'Access from your location is not permitted',
	'Request not allowed from this region',
	'Your country is not supported',
	'API access is restricted in your geographic area',
	'We do not serve your region',
	'当前地区不支持使用',
	'Сервис недоступен в вашей стране',
	'Не поддерживается в вашем регионе',
];

describe('case 228: where one is, as a reason', () => {
	it.each(REGION)('is told, whichever the status: %s', (message) => {
		for (const status of [400, 401, 403, 404, 451, 500]) {
			expect(complain(message, status).code).toBe('region-refused');
		}
	});

	it('is told by a status alone, and not by what has a region in it', () => {
		expect(serverError('', { url, status: 451, secrets: [] }).code).toBe('region-refused');
		expect(complain('Model not found in region us-east-1', 404).code).toBe('model-not-found');
		expect(complain('Invalid region name', 400).code).toBe('bad-request');
	});
});

describe('case 227: a quota that no waiting fills', () => {
	it.each([
		'Insufficient quota',
		'insufficient_user_quota',
		'Quota exceeded: your account has no remaining balance',
		'You have exceeded your monthly included credits',
		'Your free trial has ended. Please upgrade',
		'Free quota exhausted',
		'The free tier of the model has been exhausted.',
		'Please recharge your account',
		'账户已欠费',
		'余额不足，请充值',
		'Ваш баланс равен нулю',
	])('needs money under 429 and 402: %s', (message) => {
		for (const status of [429, 402]) {
			const error = complain(message, status);
			expect(error.code).toBe('payment-needed');
			expect(createRetryPolicy().after(error)).toBeNull();
		}
	});

	it.each(['Daily free quota exhausted', 'Daily quota used up', 'Token limit per minute reached'])(
		'is one that fills with time: %s',
		(message) => expect(complain(message, 429).code).toBe('rate-limited'),
	);
});

describe('case 229: what other languages say', () => {
	it.each([
		['模型不存在', 'model-not-found'],
		['没有可用的模型', 'model-not-found'],
		['Нет такой модели', 'model-not-found'],
		['model_not_found', 'model-not-found'],
		['欠费停机', 'payment-needed'],
	])('is told by what it means: %s', (message, code) => {
		for (const status of [400, 403, 404, 500]) expect(complain(message, status).code).toBe(code);
	});
});
