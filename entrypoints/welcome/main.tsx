import { ChatWindow } from '../../components/chat/window/chat-window.tsx';
import { mountPage } from '../../components/ui/mount-page.tsx';

mountPage(<ChatWindow surface="welcome" />);
