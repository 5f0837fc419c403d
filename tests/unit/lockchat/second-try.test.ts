import { describe, expect, it } from 'vitest';
import type { CompletionRequest } from '../../../utils/lockchat/types.ts';
import { type Body, serveRefusing } from './serve-refusing.ts';

const QUESTION = { role: 'user', content: 'Hi?' } as const;
const ANSWER = { role: 'assistant', content: 'Hello.', reasoning: 'A greeting.' } as const;
const SYSTEM = { role: 'system', content: 'Be kind.' } as const;

/** What a refused request has, what it is asked with, and the words of many servers for it. */
const REFUSALS: [string, (body: Body) => boolean, Partial<CompletionRequest>, string[]][] = [
	[
		'Continue from the own words',
		({ messages }) => messages.at(-1)?.role === 'assistant' && !('prefix' in (messages.at(-1) ?? {})),
		{ messages: [QUESTION, ANSWER] },
		[
			'messages: final assistant content cannot end with trailing whitespace',
			'Requests ending with an assistant turn are not allowed',
			'Assistant message must not be final',
			'pre-filling is not supported',
			'Partial assistant message not supported',
			'Expected a user message at the end',
			'Trailing assistant messages are not allowed',
			'the model expects a user turn last',
			'The request must not end on an assistant message',
			'Continuing an assistant message is not supported',
			'最后一条消息必须是用户消息',
			'不支持以 assistant 消息结尾',
			'Последнее сообщение должно быть от пользователя',
			'Диалог должен заканчиваться сообщением пользователя',
			"Le dernier message doit provenir de l'utilisateur",
			"La conversation doit se terminer par un message de l'utilisateur",
			'Die letzte Nachricht muss vom Benutzer stammen',
			'El último mensaje debe ser del usuario',
			'La conversación debe terminar con un mensaje del usuario',
			'A última mensagem deve ser do usuário',
		],
	],
	[
		'a system prompt',
		({ messages }) => messages[0]?.role === 'system',
		{ messages: [SYSTEM, QUESTION] },
		[
			"Le rôle système n'est pas pris en charge",
			"Le rôle « system » n'est pas supporté",
			'Les messages système ne sont pas pris en charge',
			'Systemrolle wird nicht unterstützt',
			'Systemnachrichten werden nicht unterstützt',
			'Die Rolle "system" wird nicht unterstützt',
			'Модель не поддерживает системные сообщения',
			'Системная роль недоступна',
			'Роль system запрещена',
			'El rol de sistema no es compatible',
			'El rol "system" no está permitido',
			'Los mensajes de sistema no son compatibles',
			'A mensagem de sistema não é suportada',
			'该模型不支持 system 角色',
			'系统提示词不支持',
			'暂不支持系统消息',
			'Jinja Exception: System role not supported',
			'System message must be at the beginning',
		],
	],
	[
		'an answer without its reasoning',
		({ messages }) =>
			messages.some((message) => message.role === 'assistant' && !('reasoning_content' in message)),
		{ messages: [QUESTION, ANSWER, QUESTION] },
		[
			'reasoning_content is mandatory when thinking is enabled',
			'assistant messages must carry reasoning_content',
			'reasoning_content must not be omitted',
			'reasoningContent must be passed back',
			'You have to echo reasoning_content of the previous turn',
			'请回传 reasoning_content',
			'Необходимо передать reasoning_content',
			'Передайте обратно reasoning_content',
			'Il faut renvoyer reasoning_content',
			'reasoning_content debe enviarse',
			'reasoning_content muss mitgeschickt werden',
		],
	],
	[
		'a stream',
		({ stream }) => stream === true,
		{},
		[
			'streaming unsupported',
			'The model cannot be streamed',
			'Stream mode is off',
			'SSE is not supported',
			'Server-sent events are disabled',
			'Please disable streaming',
			'Only non-streaming requests are accepted',
			'stream: true is not available for this model',
			'流式调用未开放',
			'暂不支持流式输出',
			'Стриминг не поддерживается',
			'Потоковая передача отключена',
			"Le streaming n'est pas pris en charge",
			'El streaming no está disponible',
			'A transmissão não é suportada',
			'Streaming wird von diesem Modell nicht unterstützt',
		],
	],
	[
		'a temperature',
		(body) => 'temperature' in body,
		{},
		[
			'Sampling parameters are not supported by this model',
			'sampling temperature cannot be modified',
			'This model has fixed temp=1',
			'采样参数不支持',
		],
	],
	[
		'a penalty',
		(body) => 'presence_penalty' in body,
		{ presencePenalty: 1 },
		[
			'Penalty is not enabled for models/gemini-2.5-pro',
			'Penalties are not supported',
			'Argument not supported on this model: presencePenalty',
		],
	],
	[
		'the other penalty',
		(body) => 'frequency_penalty' in body,
		{ frequencyPenalty: 1 },
		['Penalty is not enabled for this model', 'frequencyPenalty is not supported'],
	],
];

describe.each(REFUSALS)('case 212: a refusal of %s', (_, isRefused, request, complaints) => {
	it.each(complaints)('has the second try that it asks for: %s', async (complaint) => {
		const { ask } = await serveRefusing(complaint, isRefused);
		expect(await ask(request)).toMatchObject({ text: 'a', error: null });
	});
});
