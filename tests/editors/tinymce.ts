import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default/icons';
import 'tinymce/models/dom/model';
import 'tinymce/skins/content/default/content.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/themes/silver/theme';

/** @returns the element in which one types: the body of a frame, or an element of the page */
export async function makeTinyMce(
	parent: HTMLElement,
	text: string,
	{ inline }: { inline: boolean },
): Promise<HTMLElement> {
	const target = document.createElement(inline ? 'div' : 'textarea');
	target.innerHTML = `<p>${text}</p>`;
	parent.append(target);
	const [editor] = await tinymce.init({
		target,
		inline,
		license_key: 'gpl',
		skin: 'oxide',
		content_css: 'default',
		promotion: false,
	});
	if (!editor) throw new Error('TinyMCE made no editor.');
	return editor.getBody();
}
