import { MicrophonePage } from '../../components/settings/page/microphone-page.tsx';
import { mountPage } from '../../components/ui/mount-page.tsx';

mountPage(<MicrophonePage />);
