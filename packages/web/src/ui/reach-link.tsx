import classes from './reach-link.module.css'

/** Opens what writes mail on this device. */
export function MailLink({ address }: { address: string }) {
  return (
    <a className={classes.link} href={`mailto:${encodeURI(address)}`}>
      {address}
    </a>
  )
}

/** Calls, where this device can. Blanks and brackets are for the eye. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a className={classes.link} href={`tel:${encodeURI(number.replaceAll(/[^\d+*#,;]/g, ''))}`}>
      {number}
    </a>
  )
}
