/** Words for the test's pages, in several languages: a heading, paragraphs, and short lines. */
export interface Words {
	language: string;
	heading: string;
	paragraphs: readonly string[];
	/** Headings within the text. */
	sections: readonly string[];
	items: readonly string[];
	/** What stands around: entries of a menu, teasers, notices. */
	around: readonly string[];
}

export const english: Words = {
	language: 'en',
	heading: 'How a lighthouse keeps its light turning',
	paragraphs: [
		'The lens of the old tower weighs almost four tonnes, and yet a child could push it round with one finger. It floats in a trough of mercury, which the keepers topped up twice a year and strained through chamois leather.',
		'Until 1926 a weight on a chain drove the clockwork. It sank down the middle of the stairs for six hours, and somebody had to wind it up again before it touched the floor, whatever the weather was doing outside.',
		'Each light has a rhythm of its own, so that a ship can tell where it is. This one shows two flashes every fifteen seconds, and sailors who knew the coast could name it without looking at a chart.',
		'When electricity came, the clockwork was kept in oil rather than thrown away. That turned out to be wise: in the winter of 1963 the cable broke, and for nine nights the weight went down the stairs again.',
		'Today a small motor does the work. Visitors may still climb the hundred and eighty steps, and on the last Sunday of the month the keeper’s granddaughter winds the chain by hand.',
	],
	sections: ['The weight on the stairs', 'A rhythm of its own'],
	items: ['Wear shoes that do not slip.', 'Leave bags at the door.', 'Keep children away from the lens.'],
	around: [
		'Home',
		'News',
		'Shop',
		'Contact us',
		'Ten quiet beaches near the city',
		'We use cookies to improve our service.',
		'Subscribe to our newsletter',
		'Share on social media',
		'All rights reserved',
		'Imprint and privacy',
	],
};

export const russian: Words = {
	language: 'ru',
	heading: 'Зачем в деревне чинят старую мельницу',
	paragraphs: [
		'Мельница стоит на реке с 1874 года, и последние тридцать лет в ней никто не молол муку. Крыша провалилась, жернова растащили на пороги, а колесо вмёрзло в лёд одной особенно холодной зимой.',
		'Чинить её начали две сестры, которые приехали сюда на лето и остались. Сначала они вычистили канал, потом нашли в соседнем районе мастера, который ещё помнит, как насекать камень.',
		'Вода поднимает колесо не сильно, но ровно: за час выходит около двадцати килограммов муки. Для пекарни этого мало, а для деревни и нескольких семей из города хватает с запасом.',
		'Труднее всего оказалось с бумагами. Чтобы пустить воду через старый шлюз, понадобилось семь подписей, и последнюю из них ждали дольше, чем строили само колесо.',
	],
	sections: ['Как она устроена', 'Семь подписей'],
	items: ['Мука грубого помола', 'Отруби для коз', 'Экскурсия по субботам'],
	around: [
		'Главная',
		'Новости',
		'О нас',
		'Подписаться на рассылку',
		'Читайте также: пять рек для байдарки',
		'Мы используем файлы cookie',
		'Все права защищены',
		'Реклама на сайте',
	],
};

export const japanese: Words = {
	language: 'ja',
	heading: '古い時計を修理する人',
	paragraphs: [
		'駅前の小さな店で、田中さんは五十年間時計を直してきました。机の上には歯車が並び、引き出しには今では作られていない部品が眠っています。',
		'客が持ち込むのは高価な時計ばかりではありません。祖父の形見の懐中時計や、子供のころに買ってもらった目覚まし時計が多いと言います。',
		'修理には平均して三週間かかります。部品がないときは自分で削り出すので、半年待ってもらうこともありますが、断ったことは一度もないそうです。',
		'来年の春には孫が店を手伝う予定です。田中さんは、最後の仕事として駅の大時計をもう一度動かしたいと話してくれました。',
	],
	sections: ['部品のない時計', '来年の春'],
	items: ['電池の交換', '文字盤の清掃', 'ベルトの調整'],
	around: [
		'ホーム',
		'ニュース',
		'お問い合わせ',
		'会員登録はこちら',
		'関連記事：静かな喫茶店十選',
		'当サイトはクッキーを使用しています',
		'無断転載を禁じます',
	],
};

export const arabic: Words = {
	language: 'ar',
	heading: 'كيف يُصنع الورق في الورشة القديمة',
	paragraphs: [
		'تقع الورشة في زقاق ضيق خلف السوق، ويعمل فيها ثلاثة رجال وامرأة واحدة. يجمعون القماش القطني القديم ويغسلونه ثم يقطعونه إلى قطع صغيرة.',
		'بعد ذلك يُنقع القماش في الماء لمدة عشرة أيام حتى يصبح طرياً، ثم يُضرب بمطارق خشبية تدور بقوة الماء كما كان الحال قبل أربعمائة عام.',
		'يرفع العامل الإطار من الحوض ببطء، فتبقى طبقة رقيقة فوق الشبكة. يحتاج تعلم هذه الحركة إلى سنتين، ولا تستطيع أي آلة أن تقوم بها بالطريقة نفسها.',
		'يشتري الورق خطاطون من بلاد كثيرة، وبعضهم ينتظر عاماً كاملاً. تقول صاحبة الورشة إنها لا تريد أن تكبر، بل تريد أن تبقى.',
	],
	sections: ['عشرة أيام في الماء', 'من يشتري الورق'],
	items: ['ورق سميك للرسم', 'ورق رقيق للخط', 'دفاتر صغيرة'],
	around: [
		'الرئيسية',
		'الأخبار',
		'اتصل بنا',
		'اشترك في النشرة البريدية',
		'اقرأ أيضاً: أجمل المكتبات في المدينة',
		'نستخدم ملفات تعريف الارتباط',
		'جميع الحقوق محفوظة',
	],
};
