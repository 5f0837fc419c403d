import { CircleAlert, CircleCheck } from 'lucide-react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { draftTarget } from '../draft/draft-target.ts';
import type { NoticeText, SettingsNotice } from '../draft/notice.ts';
import { useSettingsState } from '../draft/settings-context.ts';
import { isDraftChanged, type SettingsDraft } from '../draft/settings-draft.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { noticeText } from '../fixes/notice-text.ts';
import { usePanel } from './use-panel.ts';

const ICONS = {
	busy: <Spinner />,
	good: <CircleCheck size={16} aria-hidden="true" className="shrink-0 text-accent" />,
	bad: <CircleAlert size={16} aria-hidden="true" className="shrink-0 text-danger" />,
};

function StatusText({ tone, title, advice, detail, line }: NoticeText) {
	return (
		<div className="flex gap-2">
			<span className="flex h-[22px] items-center">{ICONS[tone]}</span>
			<div className="min-w-0">
				<p className={tone === 'bad' ? 'font-medium text-danger' : 'font-medium'}>
					{title}
					{tone === 'busy' && <Elapsed key={title} className="ms-1.5" />}
				</p>
				{advice && <p className="text-sm">{advice}</p>}
				{detail && <p className="line-clamp-3 text-sm break-words text-muted">{detail}</p>}
				{line && (
					<div className="text-sm">
						<p className="mb-1">{line.hint}</p>
						<CopyLine line={line.text} />
					</div>
				)}
			</div>
		</div>
	);
}

/** Whether all is set up and stored, so that the way goes on to a chat. */
function isReady(notice: SettingsNotice | null, draft: SettingsDraft): boolean {
	const isStored = notice?.type === 'saved' || (notice?.type === 'works' && notice.isSaved);
	return isStored && !isDraftChanged(draft) && draftTarget(draft) !== null;
}

function OpenChat() {
	const openPanel = usePanel();
	return (
		<Button look="primary" onClick={() => void openPanel()}>
			{i18n.t('settings.openChat')}
		</Button>
	);
}

/** A bar that is always in view: the outcome of the user's last action, and the page's only button Save. */
export function StatusBar() {
	const notice = useSettingsState((state) => state.notice);
	const isChanged = useSettingsState(({ draft }) => draft !== null && isDraftChanged(draft));
	const canChat = useSettingsState(({ draft }) => draft !== null && isReady(notice, draft));
	return (
		<footer className="sticky bottom-0 z-10 border-t border-border bg-bg">
			<div className="mx-auto flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
				<div role="status" className="min-w-0 flex-1 basis-52 empty:hidden">
					{notice && <StatusText {...noticeText(notice)} />}
				</div>
				{isChanged && !notice && (
					<p className="min-w-0 flex-1 basis-24 text-sm text-muted">{i18n.t('settings.unsavedChanges')}</p>
				)}
				<div className="ms-auto flex flex-wrap gap-2">
					{canChat && <OpenChat />}
					<Button type="submit" look={canChat ? 'secondary' : 'primary'}>
						{i18n.t('settings.save')}
					</Button>
				</div>
			</div>
		</footer>
	);
}
