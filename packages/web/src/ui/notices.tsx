import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import i18n from 'i18next'
import type { ReactNode } from 'react'
import { errorText } from '../lib/error-text.ts'
import classes from './notices.module.css'

type Notice = {
  message: string
  action?: { label: string; run: () => void } | undefined
  /** Takes the place of the notice shown last with this name, where one follows the other quickly. */
  place?: string | undefined
}

const shownAt = new Map<string, string>()

/** A short line at the edge of the screen; with an action it stays long enough to be reached. */
export function showNotice({ message, action, place }: Notice): void {
  const id = crypto.randomUUID?.() ?? String(Math.random())
  if (place !== undefined) {
    notifications.hide(shownAt.get(place) ?? '')
    shownAt.set(place, id)
  }
  notifications.show({
    id,
    message: (
      <span className={classes.line}>
        <span className={classes.text}>{message}</span>
        {action && (
          <Button
            size="compact-sm"
            onClick={() => {
              notifications.hide(id)
              action.run()
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
    autoClose: action ? 10_000 : 4000,
    withBorder: true,
    classNames: { root: classes.notice },
    role: 'status',
    closeButtonProps: { 'aria-label': i18n.t('common.close') },
  })
}

/** A notice that stays until it is closed, here or by what it shows. */
export function showLasting(content: (close: () => void) => ReactNode): void {
  const id = crypto.randomUUID?.() ?? String(Math.random())
  const close = () => {
    notifications.hide(id)
  }
  notifications.show({
    id,
    message: content(close),
    autoClose: false,
    withBorder: true,
    classNames: { root: classes.notice },
    role: 'status',
    closeButtonProps: { 'aria-label': i18n.t('common.close') },
  })
}

export function showError(error: unknown): void {
  notifications.show({
    message: errorText(error),
    autoClose: 8000,
    withBorder: true,
    classNames: { root: `${classes.notice} ${classes.error}` },
    role: 'alert',
    closeButtonProps: { 'aria-label': i18n.t('common.close') },
  })
}
