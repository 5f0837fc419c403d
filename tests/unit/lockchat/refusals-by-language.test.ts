import { describe, expect, it } from 'vitest';
import { serverError } from '../../../utils/lockchat/errors/server-error.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';

// A request does so.
await readWords();

const complain = (message: string, status: number) =>
	serverError(JSON.stringify({ error: { message } }), {
		url: new URL('https://api.example/v1'),
		status,
		secrets: [],
	}).code;

const REGION: Record<string, string[]> = {
	zh: [
		'您所在的国家或地区不支持使用本服务',
		'不支持您所在的地区',
		'Gemini 在您所在地区不可用',
		'该模型未对您所在的国家开放',
		'当前区域无法访问该服务',
		'禁止中国大陆地区访问',
		'您所在的地區不支援此服務',
		'該服務在您的國家無法使用',
		'该地区访问受限',
		'本服务不对中国大陆提供',
	],
	ru: [
		'Ваш регион не поддерживается',
		'Доступ из вашей страны запрещён',
		'Сервис не работает в вашем регионе',
		'В вашей стране этот сервис недоступен',
		'Страна, регион или территория не поддерживаются',
		'Доступ ограничен для вашего региона',
		'Ваша страна заблокирована',
		'Местоположение пользователя не поддерживается',
	],
	es: [
		'Este servicio no está disponible en tu país',
		'Tu región no es compatible',
		'País, región o territorio no compatible',
		'El acceso desde su país está bloqueado',
		'Servicio restringido en su región',
		'No damos servicio en tu país',
	],
	pt: [
		'Este serviço não está disponível no seu país',
		'O Gemini não está disponível na sua região',
		'País, região ou território não suportado',
		'Acesso bloqueado no seu país',
		'Serviço indisponível em sua região',
		'O acesso a partir do seu país é proibido',
	],
	de: [
		'Dieser Dienst ist in Ihrem Land nicht verfügbar',
		'Ihre Region wird nicht unterstützt',
		'Land, Region oder Gebiet nicht unterstützt',
		'Der Zugriff aus Ihrem Land ist gesperrt',
		'Das Modell ist in deiner Region nicht verfügbar',
		'Der Dienst ist nicht in Ihrer Region verfügbar',
	],
	fr: [
		'Ce service n’est pas disponible dans votre pays',
		"Votre région n'est pas prise en charge",
		'Pays, région ou territoire non pris en charge',
		'Accès interdit depuis votre pays',
		'Service indisponible dans votre région',
		"Ce modèle n'est pas encore disponible dans votre pays",
	],
};

/** Those of one-api, new-api and its forks stand as their sources have them, with a model and a group filled in. */
const MODEL: Record<string, string[]> = {
	en: [
		'No available channel for model gpt-9 under group default (distributor)',
		'no available channel for model: gpt-9',
		'Model gpt-9 ratio or price not set, please contact administrator to set',
	],
	zh: [
		'当前分组 default 下对于模型 gpt-9 无可用渠道',
		'分组 default 下模型 gpt-9 无可用渠道（distributor）',
		'分组 default 下模型 gpt-9 的可用渠道不存在（retry）',
		'所有令牌分组下对于模型 gpt-9 均无可用渠道',
		'分組 default 下模型 gpt-9 無可用管道（distributor）',
		'模型 gpt-9 倍率或价格未配置，请联系管理员设置',
		'模型 gpt-9 已下架',
		'不支持的模型：gpt-9',
		'不支持该模型',
		'模型 gpt-9 不支持',
		'未知模型 gpt-9',
		'該模型不存在',
		'找不到模型 gpt-9',
	],
	ru: [
		'Нет доступного канала для модели gpt-9 в группе default (distributor)',
		'Неизвестная модель: gpt-9',
		'Модель gpt-9 не поддерживается',
		'Не найдена модель gpt-9',
		'Модель «gpt-9» больше не доступна',
		'Недопустимое имя модели',
		'Такая модель не существует',
	],
	es: [
		'El modelo gpt-9 no existe',
		'Modelo gpt-9 no encontrado',
		'El modelo gpt-9 no está disponible',
		'Modelo desconocido',
		'Modelo no soportado',
	],
	pt: [
		'O modelo gpt-9 não existe',
		'Modelo gpt-9 não encontrado',
		'O modelo gpt-9 não está disponível',
		'Modelo inválido',
		'Modelo não suportado',
	],
	de: [
		'Das Modell gpt-9 existiert nicht',
		'Modell gpt-9 nicht gefunden',
		'Modell „gpt-9“ wurde nicht gefunden',
		'Das Modell gpt-9 ist nicht verfügbar',
		'Unbekanntes Modell',
		'Das Modell gpt-9 wird nicht unterstützt',
	],
	fr: [
		"Le modèle gpt-9 n'existe pas",
		'Modèle gpt-9 introuvable',
		'Modèle inconnu',
		"Le modèle gpt-9 n'est pas disponible",
		"Le modèle gpt-9 n'est pas pris en charge",
		'Aucun canal disponible pour le modèle gpt-9 dans le groupe default (distributor)',
	],
};

const all = (table: Record<string, string[]>) =>
	Object.entries(table).flatMap(([language, messages]) =>
		messages.map((message) => [language, message] as const),
	);

describe('case 232: what is refused in other languages', () => {
	it.each(all(REGION))('is the place where one is, whatever the status (%s): %s', (_, message) => {
		for (const status of [400, 401, 403, 404, 451, 500])
			expect([status, complain(message, status)]).toEqual([status, 'region-refused']);
	});

	it.each(all(MODEL))('is a model that is not there, whatever the status (%s): %s', (_, message) => {
		for (const status of [400, 403, 404, 500, 503])
			expect([status, complain(message, status)]).toEqual([status, 'model-not-found']);
	});

	it.each([
		['该模型不支持 temperature 参数', 'bad-request'],
		['当前模型不支持流式输出', 'bad-request'],
		['根据国家相关法律法规，该内容无法显示', 'bad-request'],
		['输入内容不符合国家法律规定', 'bad-request'],
		['区域名称不正确', 'bad-request'],
		['找不到区域 us-east-1', 'bad-request'],
		['Параметр temperature для этой модели не поддерживается', 'bad-request'],
		['Модель не поддерживает потоковую передачу', 'bad-request'],
		['Неверный регион', 'bad-request'],
		['El modelo no es compatible con streaming', 'bad-request'],
		['El parámetro temperature no es compatible con este modelo', 'bad-request'],
		['No se encontró la región us-east-1', 'bad-request'],
		['O modelo não suporta o parâmetro top_k', 'bad-request'],
		['Região não encontrada', 'bad-request'],
		['Das Modell unterstützt keine Werkzeuge', 'bad-request'],
		['temperature wird von diesem Modell nicht unterstützt', 'bad-request'],
		['Region us-east-1 nicht gefunden', 'bad-request'],
		["Ce paramètre n'est pas pris en charge par ce modèle", 'bad-request'],
		["Le modèle n'est pas pris en charge avec des outils", 'bad-request'],
		['Région introuvable', 'bad-request'],
		['このモデルは temperature をサポートしていません', 'bad-request'],
		['リージョンが見つかりません', 'bad-request'],
		['国際化の設定が無効です', 'bad-request'],
		['이 모델은 temperature 매개변수를 지원하지 않습니다', 'bad-request'],
		['리전을 찾을 수 없습니다', 'bad-request'],
		['Das Ausland ist nicht gemeint, die Anfrage ist falsch', 'bad-request'],
	])('is neither of them: %s', (message, code) => {
		expect(complain(message, 400)).toBe(code);
	});

	it('a key without the right to a model is refused so in each language', () => {
		for (const message of [
			'This token has no access to model gpt-9',
			'该令牌无权访问模型 gpt-9',
			"Ce jeton n'a pas accès au modèle gpt-9",
			'Этот токен не имеет доступа к модели gpt-9',
			'无权访问 claude 分组',
		])
			expect([message, complain(message, 403)]).toEqual([message, 'forbidden']);
	});
});
