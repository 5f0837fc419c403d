import { describe, expect, it } from 'vitest';
import { serverError } from '../../../utils/lockchat/errors/server-error.ts';
import type { FailureCode } from '../../../utils/lockchat/failure.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';

// A request does so.
await readWords();

const url = new URL('https://example.com/v1/chat/completions');
const codeOf = (message: string, status: number) =>
	serverError({ error: { message } }, { url, status, secrets: [] }).code;

/** What servers write, with a status that does not say it. */
const MEANT: readonly [FailureCode, number, readonly string[]][] = [
	[
		'context-exceeded',
		400,
		[
			'Prompt tokens limit exceeded: 5000 > 4000',
			'Input token length too long',
			'token limit',
			'Prompt length is too long, 5000 > 4096',
			'Conversation too long: exceeds 32k tokens',
			'Input prompt (5000 tokens) is too long and exceeds limit of 4096',
			'Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 300000 tokens.',
			'prompt token count of 140000 exceeds the limit of 128000',
			'number of input tokens must be no more than 8192, got 9000',
			'the max input characters is 20000',
			'输入token超过最大限制',
			'token数量超过上限',
			'入力トークン数が上限を超えています',
			'최대 토큰 수를 초과했습니다',
		],
	],
	[
		'payment-needed',
		403,
		[
			'token quota is not enough, token remain quota: $0.1, need quota: $0.2',
			'Key limit exceeded (total limit). Manage it using https://example.com/settings/keys',
			'This API method requires billing to be enabled. Please enable billing on project #1',
			'The cloud billing account is blocked or not active',
			'this model requires a subscription, upgrade for access',
			'You need to upgrade to a paid plan to use this model',
			'Нет средств на счете',
		],
	],
	['overloaded', 503, ['No instances available (yet) for acme/model', 'Queue is full', 'queue_exceeded']],
	['model-loading', 503, ['model is being loaded, please wait', 'The model is warming up']],
	[
		'unauthorized',
		403,
		[
			"Method doesn't allow unregistered callers (callers without established identity).",
			'No cookie auth credentials found',
			'Invalid username or password.',
			"login fail: Please carry the API secret key in the 'Authorization' field of the request header",
			'The security token included in the request is invalid.',
			'Authorization header is missing',
			'Bearer token is missing',
			'Please provide a valid API key',
			'请提供有效的 API Key',
			'Требуется авторизация',
			'APIキーが必要です',
			'API 키가 필요합니다',
			'Chiave API non valida',
			'Se requiere autenticación',
			'Authentification requise',
			'Geçersiz API anahtarı',
			'Nieprawidłowy klucz API',
		],
	],
	[
		'model-not-found',
		400,
		[
			'Not found the model acme-1 or Permission denied',
			'Your account 1 has not activated the model acme-1. Please activate the model service.',
			'Unavailable model: acme-1',
			'The model acme-1 has reached its end of life on 2025-01-01.',
			'This model models/acme-1 is no longer available to new users.',
			'The provided model identifier is invalid.',
			'No models are currently loaded.',
			'モデルが見つかりません',
			'모델을 찾을 수 없습니다',
			'Modello non trovato',
			'Model bulunamadı',
			'Nie znaleziono modelu',
		],
	],
	[
		'images-refused',
		400,
		[
			"Model 'acme-1' is not multimodal",
			'This model only supports text inputs',
			'acme-1 does not have vision capabilities',
			'当前模型仅支持文本',
			'Dieses Modell unterstützt keine Bilder',
			'Ce modèle ne prend pas en charge les images',
			'Este modelo no admite imágenes',
			'Este modelo não suporta imagens',
			'このモデルは画像をサポートしていません',
			'이 모델은 이미지를 지원하지 않습니다',
		],
	],
	[
		'answer-filtered',
		400,
		[
			'input new_sensitive',
			'The request failed because the input text may contain sensitive information.',
			'Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO',
			'The request violates content safety policy',
			'Your request was rejected as a result of our safety system.',
			'Prompt was blocked due to safety',
			'Запрос отклонён модерацией',
		],
	],
	['server-error', 400, ['could not load model: acme-1: rpc error']],
];

describe.each(MEANT)(
	'case 309: %s, in the words of further servers and languages',
	(code, status, messages) => {
		it.each(messages)('“%s”', (message) => {
			expect(codeOf(message, status)).toBe(code);
		});
	},
);

describe('case 309: what only sounds so', () => {
	it.each([
		['Input image is too large', 400, 'bad-request'],
		['每分钟token超过限制', 429, 'rate-limited'],
		['1분당 토큰 한도 초과', 429, 'rate-limited'],
		['Token limit per minute reached', 429, 'rate-limited'],
		['input tokens per minute exceeds the limit', 429, 'rate-limited'],
		['Key limit exceeded (daily limit)', 403, 'rate-limited'],
		['Rate limit reached. Need more? Upgrade to a paid plan', 429, 'rate-limited'],
		['Quota exceeded. Enable billing for higher limits', 429, 'rate-limited'],
		['safety check parameter is not supported', 400, 'bad-request'],
		['Unable to load image from url', 400, 'bad-request'],
		['Invalid stop sequence', 400, 'bad-request'],
		['This model only supports text response_format', 400, 'bad-request'],
		['この機能はこのモデルでは利用できません', 400, 'bad-request'],
		['`seed` is no longer available', 400, 'bad-request'],
	])('“%s” (%d) means %s', (message, status, code) => {
		expect(codeOf(message, status)).toBe(code);
	});
});
