import type { personalKey as english } from '../en/personal-key.ts'
import type { Words } from '../words.ts'

export const personalKey: Words<typeof english> = {
  title: 'Persönlicher Schlüssel',
  text: 'Für Programme, die einen Schlüssel für alles nehmen. Wer ihn hat, darf alles, was Sie dürfen; er gilt, bis Sie ihn ersetzen.',
  replaceTitle: 'Den persönlichen Schlüssel ersetzen?',
  replaceText:
    'Jedes Programm und Gerät mit dem alten Schlüssel funktioniert sofort nicht mehr, bis es den neuen hat. Das lässt sich nicht rückgängig machen.',
}
