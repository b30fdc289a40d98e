import { Notifications } from '@mantine/notifications'
import notices from '../ui/notices.module.css'

/** Where notices appear. Loaded after the first screen, which has none; what was shown before waits for it. */
export function NoticesPlace() {
  return <Notifications position="bottom-right" limit={3} classNames={{ root: notices.place }} />
}
