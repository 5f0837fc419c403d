/** What the pictures show: a page, what is asked about it, and what a model might answer. */
export interface Shown {
	title: string;
	paragraphs: readonly string[];
	answer: string;
	question: string;
	shortAnswer: string;
}

export const TEXTS: Record<'en' | 'ru', Shown> = {
	en: {
		title: 'How tides work',
		paragraphs: [
			'The Moon pulls on the near side of the Earth a little more strongly than on its centre, and on its centre more strongly than on the far side. The difference stretches the oceans along the line to the Moon.',
			'The Earth turns beneath this stretched water, so that most coasts see two high tides in a little less than twenty-five hours.',
			'Twice a month, at new and at full moon, the Sun pulls along the same line. The tides are then at their largest; sailors call them spring tides.',
		],
		answer: `**In plain words:** the Moon pulls harder on the water that is nearer to it, so the sea bulges on *both* sides of the Earth.

1. The Earth turns under the two bulges.
2. Each coast meets both of them in about 25 hours.

| Moon | Tides |
| --- | --- |
| new or full | largest (“spring”) |
| half | smallest (“neap”) |
`,
		question: 'Which planet has the longest day?',
		shortAnswer:
			'**Venus.** One turn takes 243 of our days, longer than its year of 225. From one noon to the next it is 117 days.',
	},
	ru: {
		title: 'Как устроены приливы',
		paragraphs: [
			'Луна притягивает ближнюю к ней сторону Земли чуть сильнее, чем её центр, а центр — сильнее, чем дальнюю сторону. Эта разница вытягивает океаны вдоль линии, ведущей к Луне.',
			'Земля вращается под этой вытянутой водой, и поэтому на большинстве берегов за неполные двадцать пять часов бывает два прилива.',
			'Дважды в месяц, в новолуние и в полнолуние, Солнце тянет вдоль той же линии. Тогда приливы самые большие; моряки зовут их сизигийными.',
		],
		answer: `**Простыми словами:** Луна сильнее притягивает ту воду, что ближе к ней, и море поднимается с *обеих* сторон Земли.

1. Земля поворачивается под двумя горбами воды.
2. Каждый берег встречает оба примерно за 25 часов.

| Луна | Приливы |
| --- | --- |
| новая или полная | самые большие |
| половина | самые малые |
`,
		question: 'На какой планете самые длинные сутки?',
		shortAnswer:
			'**На Венере.** Один оборот занимает 243 наших дня — дольше её года в 225 дней. От полудня до полудня проходит 117 дней.',
	},
};
