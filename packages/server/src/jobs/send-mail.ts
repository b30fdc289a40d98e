import { createTransport } from 'nodemailer'
import type { JobPayloads } from '../core/queue.ts'

type Letter = JobPayloads['send-mail']

/** The mail server, the sender, and the address that links begin with. */
export type MailSettings = { smtpUrl: string | null; mailFrom: string | null; baseUrl: string }

/** Sends the letters of the queue through the configured mail server. */
export function createMailer(config: MailSettings) {
  const transport = config.smtpUrl === null ? undefined : createTransport(config.smtpUrl)
  const from = config.mailFrom ?? `Sundial <sundial@${new URL(config.baseUrl).hostname}>`
  return async (letter: Letter): Promise<void> => {
    if (!transport) throw new Error('There is no SMTP_URL any more, so this letter waits.')
    await transport.sendMail({ from, to: letter.to, ...compose(letter, config.baseUrl) })
  }
}

function compose(letter: Letter, baseUrl: string): { subject: string; text: string } {
  if (letter.letter === 'password-reset') {
    return {
      subject: 'Set a new password',
      text: `Somebody, hopefully you, asked for a new password on ${baseUrl}.\n\nSet it here within two hours:\n${baseUrl}/reset-password/${letter.secret}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
    }
  }
  return {
    subject: `Join ${letter.workspace ?? 'a team'} on Sundial`,
    text: `${letter.from ?? 'Somebody'} invites you to track time in ${letter.workspace ?? 'a team'}.\n\nAccept within 14 days:\n${baseUrl}/invitations/${letter.secret}\n`,
  }
}
