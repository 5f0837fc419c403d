import { ChatWindow } from '../../components/chat/window/chat-window.tsx';
import { mountPage } from '../../components/ui/mount-page.tsx';
import { closeWhenToggled } from '../../utils/platform/panel.ts';

closeWhenToggled();
mountPage(<ChatWindow surface="sidepanel" />);
