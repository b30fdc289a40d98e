import { Modal, type ModalProps } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'
import { lastFocused } from './last-focus.ts'
import { phone } from './media.ts'

type Props = {
  title: ReactNode
  size?: ModalProps['size']
  /** A question or a note, which leaves the page in sight on a phone too. Anything else fills a phone. */
  isSmall?: boolean
  /** Shows what is shown once: a slip of the pointer does not close it. */
  isHeld?: boolean
  onClose: () => void
  children: ReactNode
}

/** What is open in front of a page, until it is done or closed. */
export function Dialog({ title, size, isSmall = false, isHeld = false, onClose, children }: Props) {
  const { t } = useTranslation()
  const isPhone = useMediaQuery(phone, false, { getInitialValueInEffect: false })
  useFocusBack()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={!isHeld}
      classNames={{ content: classes.content }}
      fullScreen={isPhone && !isSmall}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {children}
    </Modal>
  )
}

/** What had the focus before has it again; where that is gone with what the dialog did, the page has it. */
function useFocusBack(): void {
  // A dialog is there only while it is open, so its own way of giving the focus back never comes to its turn.
  useEffect(() => {
    const opener = lastFocused()
    return () => {
      if (document.activeElement !== document.body) return
      // Gone from a list that gives the focus on to its next row; see useFocusInTurn.
      if (opener && !opener.isConnected && opener.dataset['turn'] !== undefined) return
      const next = opener?.isConnected ? opener : document.getElementById('content')
      next?.focus({ preventScroll: true })
    }
  }, [])
}
