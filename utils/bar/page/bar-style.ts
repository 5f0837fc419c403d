/**
 * The style of the bar. In a shadow root, what is important there comes before whatever the page says of the host: so no
 * page can move, hide or fade it. The colours are those of `components/ui/theme.css`.
 */
export const BAR_STYLE = `
:host {
	all: initial !important;
	display: block !important;
	position: fixed !important;
	inset: 0 !important;
	z-index: 2147483647 !important;
	pointer-events: none !important;
	color-scheme: light dark !important;
}
.place {
	--bg: #fff;
	--hover: #eaeeee;
	--text: #171b1c;
	--edge: #7f8b8c;
	--accent: #0b6e69;
	position: absolute;
	width: max-content;
	max-width: calc(100% - 16px);
	pointer-events: auto;
	color: var(--text);
	font: 0.8125em/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
	text-align: start;
}
@media (prefers-color-scheme: dark) {
	.place {
		--bg: #151819;
		--hover: #282d2e;
		--text: #e7eaea;
		--edge: #778384;
		--accent: #5fc6bb;
	}
}
@media print {
	.place {
		display: none;
	}
}
.box {
	box-sizing: border-box;
	padding: 3px;
	border: 1px solid var(--edge);
	border-radius: 8px;
	background: var(--bg);
	box-shadow: 0 2px 10px #0c121340;
}
[role=toolbar] {
	display: flex;
	align-items: center;
	gap: 2px;
}
[role=menu] {
	position: absolute;
	inset-inline-end: 0;
	top: calc(100% + 4px);
	min-width: 10em;
	max-width: 100%;
	overflow-y: auto;
	overscroll-behavior: contain;
}
.above {
	top: auto;
	bottom: calc(100% + 4px);
}
[hidden] {
	display: none;
}
svg {
	flex: none;
	width: 1.25em;
	height: 1.25em;
	margin-inline: 5px 3px;
	color: var(--accent);
	fill: currentColor;
}
button {
	box-sizing: border-box;
	min-width: 2em;
	min-height: 2.3em;
	margin: 0;
	padding: 0.25em 0.7em;
	border: 0;
	border-radius: 6px;
	background: none;
	color: inherit;
	font: inherit;
	overflow: hidden;
	text-overflow: ellipsis;
	white-space: nowrap;
	cursor: pointer;
	user-select: none;
}
[role=toolbar] > button {
	max-width: 12em;
	flex: 0 1 auto;
}
[role=toolbar] > [aria-haspopup] {
	flex: none;
}
[role=menu] > button {
	display: block;
	width: 100%;
	text-align: start;
}
button:hover,
[aria-expanded=true] {
	background: var(--hover);
}
button:focus-visible {
	outline: 2px solid var(--accent);
	outline-offset: -2px;
}
@media (max-width: 340px) {
	svg {
		display: none;
	}
	button {
		padding-inline: 0.3em;
	}
}
@media (forced-colors: active) {
	button:hover,
	button:focus-visible {
		outline: 2px solid Highlight;
		outline-offset: -2px;
	}
}
`;
