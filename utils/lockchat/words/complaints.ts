import type { FailureCode } from '../failure.ts';
import { MISSING_MODEL } from './missing-model.ts';
import { REFUSED_PLACE } from './refused-place.ts';

/**
 * What a server's words mean; the first match counts. The words are English, as most servers write them, Chinese and
 * Russian, and for the commonest complaints those of some other languages. Where they tell nothing, the status and the labels decide.
 *
 * Only complaints are matched against this list, never the words of an answer.
 */
export const MEANINGS: readonly (readonly [FailureCode, RegExp])[] = [
	[
		'request-too-large',
		/\b(?:request|payload|entity|body)(?: (?:entity|body|size|payload))? (?:is )?(?:too large|exceed(?:s|ed)?(?![^.]{0,60}(?:context|token|length)))|max(?:imum)? bytes to request|请求体.{0,6}过大|тело запроса.{0,12}велик/i,
	],
	[
		'context-exceeded',
		/context[ _-]?(?:length|window|size)|maximum (?:context|prompt|input|sequence|model) ?length|(?:prompt|input|messages?|conversation|history)(?: (?!images?\b|files?\b|audio|video)\w+| \([^)]*\)){0,2} (?:is |are )?too (?:long|large)|(?:^|prompt |input |context )tokens? limit(?: (?:is )?(?:exceeded|reached)|$)|(?:prompt|input) tokens?\b(?! per\b)[^.]{0,40}\bexceeds? (?:the |a )?(?:\w+ )?limit|input tokens must be (?:no more|less|at most|fewer)|tokens per request\b|max(?:imum)? input characters|prompt (?:length )?exceeds|too many (?:input|prompt) tokens|exceed[^.]{0,60}(?:context|max_model_len|token limit|maximum (?:number of )?tokens)|reduce the length|\binputs?\W+(?:tokens \+|must have less)|\binput \([^)]*\) is too large|too many tokens(?!,? (?:per|please))|(?:prompt|input|tokens)\b[^.]{0,40}\b(?:exceeds?|greater than|longer than) (?:the )?max|range of input length|kontext(?:länge|fenster|größe)|(?:longueur|taille|fenêtre|longitud|tamaño|ventana|comprimento|janela|tamanho)[^.]{0,20}context[eo]|コンテキスト|컨텍스트|上下文|(?:输入|提示词?|prompt|内容|文本|消息)\s*(?:过长|太长|超长)|超[出过].{0,16}(?:长度|token)|(?<!(?:分钟|每[日天]).{0,6})token\S{0,6}超[出过]|(?<!分.{0,6})トークン.{0,10}(?:超え|超過)|(?<!분.{0,6})토큰.{0,10}초과|最大.{0,8}长度|контекст|(?:запрос|сообщени|текст)\S*.{0,12}слишком длинн|слишком длинн\S* (?:запрос|сообщени|текст)/i,
	],
	[
		'images-refused',
		/\b(?:images?|image[_ ]?(?:url|inputs?|content)|vision|multi-?modal\w*|pictures?)\b[^.]{0,40}\b(?:(?:is|are) only|not (?:yet )?(?:supported|enabled|allowed|available|accepted)|unsupported)\b|(?:\b(?:not|no|cannot|can't)|n't)\b[^.]{0,30}\b(?:support|accept|take|allow|handle|see|a)\w*\b[^.]{0,30}\b(?:images?|image_url|vision|multi-?modal\w*|pictures?)\b|\b(?:unknown|unsupported|invalid|unexpected)\b[^.]{0,40}\bimage(?:_url| content| input)\b|\bis(?: not|n't) multi-?modal|\bmodel (?:is text-only|only (?:supports?|accepts?|takes?) text(?:s|(?:[- ]only)? (?:inputs?|messages?|prompts?|contents?))?\W*(?:$|[.;]))|(?:no|not|n't)(?: ha(?:ve|s))?(?: an?| any)? vision\b|no endpoints[^.]{0,40}image|at most 0 image|\bmmproj\b|missing data required for image|content\W[^.;]{0,30}(?:must be|should be a valid) (?:a )?string|(?:图像|图片|视觉|多模态).{0,12}(?:不支持|无法)|不支持.{0,12}(?:图像|图片|视觉|多模态)|[仅只]支持纯?文[本字]|keine bilder|bilder[^.]{0,30}nicht|pas (?:en charge |compatible avec )?(?:les |d['’])?images|images?[^.]{0,20} pas |\bn(?:o|ão|on) (?:admite|acepta|aceita|soporta|suporta|supporta|es compatible con)[^.]{0,16}\bim[áa]g|画像.{0,16}(?:ません|非対応|できない)|이미지.{0,16}지원(?:하지|되지)|не (?:поддержива|принима|вид)\S*.{0,20}(?:изображени|картин)|(?:изображени|картин)\S*.{0,20} не (?:поддержива|принима)/i,
	],
	['region-refused', REFUSED_PLACE],
	[
		'payment-needed',
		/(?:sufficient|enough|no|any|out of|negative) (?:account |remaining |available )?(?:credits?|balance|funds)\b|(?:credits?|balance|funds) (?:\w+ ){0,3}(?:low|insufficient|enough|exhausted|used up|depleted|negative)\b|top[ -]up (?:your|the) |recharge|insufficient[ _]\w+[ _]quota|(?:exceeded|used)[^.]{0,30} credits|(?<!daily )free (?:trial|tier|quota)[^.]{0,30}(?:ended|expired|exhausted|used up)|spend(?:ing)? limit|(?:token|user) quota is not enough|pre[ _]consume|key limit exceeded \(total|requires? billing|billing account\b[^.]{0,30}\b(?:not|blocked|debt|closed|disabled|inactive)|requires? an? (?:\w+ )?subscription|(?:needs?|must|requires?|only)\b[^.?]{0,40}\bpaid (?:plan|subscription|account|tier)|account\b[^.]{0,60}\bsuspended|payment (?:required|method)|requires more credits|can only afford|budget[^.]{0,20}exceeded|exceeded\w*budget|over budget|billing hard limit|account is not active|arrear|overdue|(?:add|purchase|buy) (?:more )?credits|余额|额度(?:不足|已用尽|已用完|耗尽)|资源包|欠费|充值|残高|잔액|guthaben|(?:saldo|solde|cr[eé]dit\S*) insuf|недостаточно (?:средств|кредит)|нет средств|средства\S* (?:закончил|исчерпан)|пополните|баланс\S* (?:исчерпан|недостат|рав|пуст)/i,
	],
	[
		'rate-limited',
		/rate.?limit|too many (?:concurrent |simultaneous )?requests|quota|resource.?exhausted|requests? per second|(?:requests?|tokens?) per (?:minute|hour|day)|(?:usage|daily|hourly|weekly|monthly|request) limit|(?:reached|hit|exceeded) (?:your|the) [^.]{0,30}\blimit\b|throttl|slow down|demasiadas (?:solicitudes|peticiones)|trop de requêtes|muitas (?:requisições|solicitações)|l[ií]mite de (?:solicitudes|requêtes|requisições|uso)|zu viele anfragen|レート制限|リクエストが多すぎ|요청이 너무 많|限流|限频|限速|频率|频繁|请求(?:过多|次数)|额度|配额|并发|速率|квот|лимит|слишком (?:много запросов|часто)/i,
	],
	[
		'overloaded',
		/overload|(?:at|over|no|out of|insufficient|exceeded|reached) capacity|capacity (?:is )?(?:reached|exceeded|full)|\b(?:is|are|too|currently|very) busy\b|high (?:demand|load|traffic)|(?:currently|temporarily|service|server) unavailable|no healthy upstream|no (?:instances?|workers?|servers?) (?:are |is )?available|queue[ _](?:is )?(?:full|exceeded)|pending requests exceeded|繁忙|拥[挤堵]|过载|负载|高峰|稍后再?试|混雑|過負荷|과부하|혼잡|[üu]berlastet|surcharg|sobrecarg|перегру|(?:сервер|модель)\S* занят|попробуйте позже/i,
	],
	[
		'unauthorized',
		/(?:invalid|incorrect|wrong|missing|expired|malformed|no)[ _-](?:\w+ )?(?:api.?key|subscription.?key|authorization header|access.?token|auth\w* token|token\b|credentials)|(?:did not|didn't) provide (?:an |your )?api.?key|api.?key (?:is |was )?(?:not (?:valid|found|provided)|invalid|missing|required|expired|incorrect|revoked|disabled|reported)|token (?:has |is )?(?:expired|invalid)|unauthori[sz]ed|unauthenticated|unregistered callers|no (?:\w+ ){2}credentials|invalid (?:user ?name|login|e-?mail)|log ?in fail|security token[^.]{0,40}invalid|(?:authorization header|bearer token) (?:is )?(?:missing|required|not|absent)|provide an? (?:valid|proper|correct) api.?key|(?:authentication|authorization) (?:failed|error|required|fails)|not authenticated|clé (?:d['’])?api[^.]{0,20}(?:invalide|expir|manquante|incorrecte)|(?:clave|chave)(?: d[ea])? api[^.]{0,20}(?:inv[áa]lida|no (?:es )?válida|incorrecta)|(?:ungültig|falsch)\S* api.?(?:schlüssel|key)|api.?schlüssel[^.]{0,20}(?:ungültig|falsch|fehlt)|api ?キー.{0,10}(?:無効|正しく|期限)|api ?키.{0,10}(?:유효하지|잘못|만료)|chiave api[^.]{0,20}(?:non valida|scaduta|mancante|errata)|geçersiz api|api anahtar\S* (?:geçersiz|eksik)|(?:nieprawidłow|błędn)\S* klucz|klucz\S* api[^.]{0,20}(?:nieprawid|wygas)|(?:requiere|se necesita) autentica|authentification (?:requise|échou|est requise)|authentifizierung (?:ist )?(?:erforder|fehlgeschl)|autenticação (?:necess|obrigat|falh)|api ?キー.{0,10}(?:必要|ありません)|api ?키.{0,10}(?:필요|없)|有效的?\s*api ?key|缺少.{0,6}(?:密钥|令牌|api ?key)|无效的?(?:令牌|密钥|api)|(?:令牌|密钥|api ?key).{0,10}(?:过期|无效|失效|错误|不存在|不正确)|未提供(?:令牌|密钥)|鉴权|认证失败|身份验证|未授权|未登[录錄]|(?:неверн|недействительн|неправильн|ист[её]к)\S*.{0,20}(?:ключ|токен)|(?:ключ|токен)\S*.{0,20}(?:недействител|неверн|ист[её]к)|не авторизован|(?:требуется|нужна) (?:авторизац|аутентификац)|ошибка (?:авторизации|аутентификации)/i,
	],
	['model-not-found', MISSING_MODEL],
	// Of the server's own memory and programs, whatever the status.
	[
		'server-error',
		/\b(?:model|runner)\b[^.]{0,20}\b(?:crash|unload|terminat)|failed to load|(?:could not|unable to) load (?:the )?model|system (?:memory|resources)/i,
	],
	[
		'answer-filtered',
		/content[ _](?:filter|management|policy|exists risk|moderation)|requires moderation|moderation[ _]blocked|flagged|inappropriate|new_sensitive|(?:contains?|includes?|detected)\b[^.]{0,30}\bsensitive\b|violat\w* (?:\w+ ){0,3}(?:guidelines|polic)|failed check: safety|(?:rejected|blocked|refused)\b[^.]{0,40}\bsafety\b|considered high risk|data_inspection|responsible ?ai|敏感|违规|недопустимое содерж|модераци/i,
	],
];

/** A model is on its way into the memory: the server will answer later. */
export const LOADING =
	/\bloading (?:the )?model\b|\bmodel\b[^.]{0,200}?\b(?:is )?(?:currently )?loading\b|\bmodel_loading\b|\bmodel\b[^.]{0,60}\b(?:being loaded|warming up)\b/i;

/** How long a complaint asks to wait; the one group that is not empty is the span. */
export const PAUSE =
	/(?:again|retry|wait|resets?)(?: (?:in|after|for|at least|about|around|approximately)){0,2}:? ((?:[\d.]+ ?(?:ms|[hms](?!ore)))+)|(\d+ ?(?:秒|分|小时|時間))[钟鐘]?(?:之|以)?[后後]|等待 ?(\d+ ?(?:秒|分|小时))|(\d+ ?(?:초|분|시간)) ?[후뒤]|(?:re?int[eé]nt|int[eé]nt|r[eé]essay|tente|versuch|riprov|повтор|попроб)\S*[^.\d]{0,30} (\d+ ?(?:s[eé][cgk]|min|h|сек|мин|час))/i;

/** Prose that says of itself that it is an error, as proxies and frameworks write it between events. */
export const ERROR_TEXT =
	/^\s*\W?(?:(?:internal|fatal|unexpected|server|upstream|proxy|gateway|stream|api|http|runtime)[ -]?){0,3}(?:error|exception)\b|^\s*\W?(?:\w+(?:error|exception))\b\s*[:(]|\b(?:upstream|gateway|backend|connection|proxy)\b.{0,60}\b(?:error|failed|time[d ]*-?out|reset|refused|closed|unavailable|terminated)\b|^\s*(?:ошибка|错误|エラー)/i;
