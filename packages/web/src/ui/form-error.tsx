import { errorText } from '../lib/error-text.ts'
import classes from './form-error.module.css'

/** Why a form was refused, over its button. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <p className={classes.error} role="alert">
      {errorText(error)}
    </p>
  )
}
